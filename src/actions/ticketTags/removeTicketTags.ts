import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { requireTags, taggedTicketId, tagReferences } from "./inputs";

const { ids, names } = tagReferences("to remove");

export const removeTicketTags = gorgiasAction({
  operation: "delete-ticket-tags",
  display: { label: "Remove Ticket Tags", description: "Remove tags from a ticket." },
  reads: false,
  inputs: { connection, ticket_id: taggedTicketId("delete-ticket-tags"), ids, names, debugRequest },
  perform: async (client, { ticket_id, ...tags }) =>
    succeed(client.delete(path`/tickets/${ticket_id}/tags`, requireTags(tags))),
  examplePayload: SUCCESS,
});
