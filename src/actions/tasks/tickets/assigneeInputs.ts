import type { GorgiasClient } from "../../../client";
import { text } from "../../../inputs/clean";
import { input } from "../../../inputs/input";
import { trimmed } from "../inputs";
import { assigneeOf, teamIdOf, userIdOf } from "./assignees";

/** Who gets a ticket. @param blank what happens when an input is left blank */
export function assigneeInputs(blank: { user: string; team: string }) {
  return {
    user: input(
      {
        label: "User",
        comments: `The user to assign the ticket to, by ID or email address. ${blank.user}`,
        example: "567",
        dataSource: "selectUser",
      },
      { type: "string", clean: trimmed(text("User")) },
    ),
    team: input(
      {
        label: "Team",
        comments: `The team to assign the ticket to, by ID or name. ${blank.team}`,
        example: "12",
        dataSource: "selectTeam",
      },
      { type: "string", clean: trimmed(text("Team")) },
    ),
  };
}

/** The assignees as Gorgias takes them: null for nobody, undefined to leave them as they are. */
export async function readAssignees(
  client: GorgiasClient,
  { user, team }: { user?: string; team?: string },
) {
  return {
    assignee_user: await assigneeOf("User", user, (email) => userIdOf(client, email)),
    assignee_team: await assigneeOf("Team", team, (name) => teamIdOf(client, name)),
  };
}
