import { operationAction } from "../../operationAction";
import { messageId, messageTicketId } from "./inputs";

export const deleteTicketMessage = operationAction("DELETE /tickets/{ticket_id}/messages/{id}", {
  display: { label: "Delete Ticket Message", description: "Delete a message of a ticket." },
  inputs: { ticket_id: messageTicketId, id: messageId },
});
