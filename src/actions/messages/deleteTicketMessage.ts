import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { messageId, messageTicketId } from "./inputs";

export const deleteTicketMessage = gorgiasAction({
  operation: "delete-ticket-message",
  display: { label: "Delete Ticket Message", description: "Delete a message of a ticket." },
  reads: false,
  inputs: {
    connection,
    ticket_id: messageTicketId("get-ticket-message"),
    id: messageId,
    debugRequest,
  },
  perform: (client, { ticket_id, id }) =>
    succeed(client.delete(path`/tickets/${ticket_id}/messages/${id}`)),
  examplePayload: SUCCESS,
});
