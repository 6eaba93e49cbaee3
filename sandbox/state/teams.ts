import type { Schemas } from "../contract/types";
import type { Actor } from "./actor";
import { recordEvent } from "./events";
import { requireUser } from "./people";
import type { TeamRecord } from "./records/teams";
import type { State } from "./state";

type Members = NonNullable<Schemas["TeamUpdate"]["members"]>;

/** @throws ApiError 400 for a member who is no user */
export function createTeam(
  state: State,
  actor: Actor,
  { members = [], ...input }: Schemas["TeamCreate"],
): TeamRecord {
  const users = memberIds(state, members);
  const id = state.teams.nextId();
  const team: TeamRecord = {
    description: null,
    decoration: {},
    ...input,
    id,
    uri: `/api/teams/${id}/`,
    members: users,
    created_datetime: state.timeline.next(),
  };
  state.teams.set(id, team);
  recordEvent(state, actor, teamEvent("team-created", id));
  return team;
}

/** @throws ApiError 400 for a member who is no user */
export function updateTeam(
  state: State,
  actor: Actor,
  team: TeamRecord,
  { members, ...input }: Schemas["TeamUpdate"],
): TeamRecord {
  const users = members && { members: memberIds(state, members) };
  const changed = { ...team, ...input, ...users };
  state.teams.set(team.id, changed);
  recordEvent(state, actor, teamEvent("team-updated", team.id));
  return changed;
}

/** Its tickets stay, without a team. */
export function deleteTeam(state: State, actor: Actor, { id }: TeamRecord): void {
  const assigned = [...state.tickets.values()].filter((ticket) => ticket.assignee_team_id === id);
  for (const ticket of assigned) {
    state.tickets.set(ticket.id, { ...ticket, assignee_team_id: null });
  }
  state.teams.delete(id);
  recordEvent(state, actor, teamEvent("team-deleted", id));
}

/** Only ids are stored: names and addresses are the users' own. */
function memberIds(state: State, members: Members): { id: number }[] {
  const ids = members.map(
    ({ id, email }, index) => requireUser(state, { id, email }, `members.${index}`).id,
  );
  return [...new Set(ids)].map((id) => ({ id }));
}

export function renderTeam(state: State, team: TeamRecord): Schemas["Team"] {
  return {
    ...team,
    members: (team.members ?? []).flatMap((member) => {
      const user = state.users.get(member.id);
      return user ? [{ id: user.id, name: user.name, email: user.email, meta: {} }] : [];
    }),
  };
}

function teamEvent(type: string, id: number) {
  return { type, object_type: "Team", object_id: id };
}
