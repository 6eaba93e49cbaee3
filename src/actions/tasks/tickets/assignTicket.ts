import { gorgiasAction } from "../../../action";
import { assignTicketExample } from "../examples";
import { changedTicketId } from "../inputs";
import { requireOneOf } from "../requireOneOf";
import { assigneeInputs, readAssignees } from "./assigneeInputs";

export const assignTicket = gorgiasAction({
  answers: "PUT /tickets/{id}",
  display: {
    label: "Assign Ticket",
    description: "Assign a ticket to a user, to a team, to both, or to nobody.",
  },
  reads: false,
  inputs: {
    id: changedTicketId,
    ...assigneeInputs({
      user: "Write nobody to leave the ticket without a user. If left blank, the ticket keeps its user.",
      team: "Write nobody to leave the ticket without a team. If left blank, the ticket keeps its team.",
    }),
  },
  perform: async (client, { id, user, team }) => {
    requireOneOf({ User: user, Team: team });
    // Both are looked up before anything is written.
    const assignees = await readAssignees(client, { user, team });
    return { data: await client.request("PUT /tickets/{id}", { id, ...assignees }) };
  },
  examplePayload: assignTicketExample,
});
