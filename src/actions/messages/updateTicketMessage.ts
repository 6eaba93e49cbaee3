import { gorgiasAction } from "../../action";
import type { TicketMessage } from "../../contract/types";
import { path } from "../../http/path";
import { changes, connection, debugRequest } from "../../inputs/shared";
import { messageId, messageTicketId } from "./inputs";
import { requiredFields, updateFields } from "./updateFields";
import { updateTicketMessageExample } from "./updateTicketMessageExample";

export const updateTicketMessage = gorgiasAction({
  operation: "update-ticket-message",
  display: { label: "Update Ticket Message", description: "Update a message of a ticket." },
  reads: false,
  inputs: {
    connection,
    ticket_id: messageTicketId("get-ticket-message"),
    id: messageId,
    ...requiredFields,
    ...updateFields,
    debugRequest,
  },
  perform: async (client, { ticket_id, id, action, clear_fields, ...message }) => ({
    data: await client.put<TicketMessage>(
      path`/tickets/${ticket_id}/messages/${id}`,
      changes(message, clear_fields),
      { params: { action } },
    ),
  }),
  examplePayload: updateTicketMessageExample,
});
