import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { requireTags, taggedTicketId, tagReferences } from "./inputs";

const { ids, names } = tagReferences("to add");

export const addTicketTags = gorgiasAction({
  operation: "create-ticket-tags",
  display: {
    label: "Add Ticket Tags",
    description: "Add tags to a ticket, which keeps the tags it has.",
  },
  reads: false,
  inputs: { connection, ticket_id: taggedTicketId("create-ticket-tags"), ids, names, debugRequest },
  perform: async (client, { ticket_id, ...tags }) =>
    succeed(client.post(path`/tickets/${ticket_id}/tags`, requireTags(tags))),
  examplePayload: SUCCESS,
});
