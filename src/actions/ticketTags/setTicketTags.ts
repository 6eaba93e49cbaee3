import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { requireTags, taggedTicketId, tagReferences } from "./inputs";

const { ids, names } = tagReferences("that the ticket is to have, in place of those it has");

export const setTicketTags = gorgiasAction({
  operation: "update-ticket-tags",
  display: { label: "Set Ticket Tags", description: "Replace all tags of a ticket." },
  reads: false,
  inputs: { connection, ticket_id: taggedTicketId("update-ticket-tags"), ids, names, debugRequest },
  perform: async (client, { ticket_id, ...tags }) =>
    succeed(client.put(path`/tickets/${ticket_id}/tags`, requireTags(tags))),
  examplePayload: SUCCESS,
});
