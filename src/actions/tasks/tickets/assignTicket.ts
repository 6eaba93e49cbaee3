import { gorgiasAction } from "../../../action";
import type { Ticket } from "../../../contract/types";
import { path } from "../../../http/path";
import { text } from "../../../inputs/clean";
import { input } from "../../../inputs/field";
import { changes, connection, debugRequest } from "../../../inputs/shared";
import { assignTicketExample } from "../examples";
import { changedTicketId, trimmed } from "../inputs";
import { requireOneOf } from "../requireOneOf";
import { assigneeOf, teamIdOf, userIdOf } from "./assignees";

export const assignTicket = gorgiasAction({
  operation: "update-ticket",
  display: {
    label: "Assign Ticket",
    description: "Assign a ticket to a user, to a team, to both, or to nobody.",
  },
  reads: false,
  inputs: {
    connection,
    id: changedTicketId,
    user: input(
      {
        label: "User",
        comments:
          "The user to assign the ticket to, by ID or email address. Write nobody to leave the ticket without a user. If left blank, the ticket keeps its user.",
        example: "567",
        dataSource: "selectUser",
      },
      { type: "string", clean: trimmed(text("User")) },
    ),
    team: input(
      {
        label: "Team",
        comments:
          "The team to assign the ticket to, by ID or name. Write nobody to leave the ticket without a team. If left blank, the ticket keeps its team.",
        example: "12",
        dataSource: "selectTeam",
      },
      { type: "string", clean: trimmed(text("Team")) },
    ),
    debugRequest,
  },
  perform: async (client, { id, user, team }) => {
    requireOneOf({ User: user, Team: team });
    // Both are looked up before anything is written.
    const assignees = {
      assignee_user: await assigneeOf("User", user, (email) => userIdOf(client, email)),
      assignee_team: await assigneeOf("Team", team, (name) => teamIdOf(client, name)),
    };
    return { data: await client.put<Ticket>(path`/tickets/${id}`, changes(assignees)) };
  },
  examplePayload: assignTicketExample,
});
