import { operationAction } from "../../operationAction";
import { ticketId } from "./inputs";

export const deleteTicket = operationAction("DELETE /tickets/{id}", {
  display: { label: "Delete Ticket", description: "Delete a ticket." },
  inputs: { id: { ...ticketId, comments: "The ID of the ticket to delete." } },
});
