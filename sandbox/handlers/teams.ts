import { sortedBy } from "../collection";
import { readOrder } from "../lists";
import type { TeamRecord } from "../state/records/teams";
import { requireRecord } from "../state/requireRecord";
import { createTeam, deleteTeam, renderTeam, updateTeam } from "../state/teams";
import type { Handlers } from "./handler";

const SORT_KEYS = {
  created_datetime: (team: TeamRecord) => team.created_datetime,
  name: (team: TeamRecord) => team.name.toLowerCase(),
};

export const teamHandlers: Handlers = {
  "list-teams": ({ state, query, pager }) => {
    const { field } = readOrder<keyof typeof SORT_KEYS>(query.order_by);
    return {
      status: 200,
      body: pager.page(query, {
        records: sortedBy(state.teams.values(), SORT_KEYS[field]),
        render: (team) => renderTeam(state, team),
      }),
    };
  },

  "create-team": ({ state, actor, body }) => ({
    status: 201,
    body: renderTeam(state, createTeam(state, actor, body)),
  }),

  "get-team": ({ state, path }) => ({
    status: 200,
    body: renderTeam(state, requireRecord(state.teams, "Team", path.id)),
  }),

  "update-team": ({ state, actor, path, body }) => {
    const changed = updateTeam(state, actor, requireRecord(state.teams, "Team", path.id), body);
    return { status: 202, body: renderTeam(state, changed) };
  },

  "delete-team": ({ state, actor, path }) => {
    deleteTeam(state, actor, requireRecord(state.teams, "Team", path.id));
    return { status: 204, body: undefined };
  },
};
