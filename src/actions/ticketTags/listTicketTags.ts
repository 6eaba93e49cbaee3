import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import type { Tag } from "../tags/types";
import { listTicketTagsExample } from "./examples";
import { taggedTicketId } from "./inputs";

export const listTicketTags = gorgiasAction({
  operation: "list-ticket-tags",
  display: { label: "List Ticket Tags", description: "List the tags of a ticket." },
  reads: true,
  inputs: { connection, ticket_id: taggedTicketId("list-ticket-tags"), debugRequest },
  perform: async (client, { ticket_id }) => ({
    data: await listRecords<Tag>(client, path`/tickets/${ticket_id}/tags`, {}),
  }),
  examplePayload: listTicketTagsExample,
});
