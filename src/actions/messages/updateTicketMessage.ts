import { operationAction } from "../../operationAction";
import { messageId, messageTicketId } from "./inputs";
import { requiredFields, updateFields } from "./updateFields";
import { updateTicketMessageExample } from "./updateTicketMessageExample";

export const updateTicketMessage = operationAction("PUT /tickets/{ticket_id}/messages/{id}", {
  display: { label: "Update Ticket Message", description: "Update a message of a ticket." },
  inputs: { ticket_id: messageTicketId, id: messageId, ...requiredFields, ...updateFields },
  examplePayload: updateTicketMessageExample,
  clearFields: "failed_datetime",
  // It can repeat what the message did in other systems, such as a refund.
  effect: ({ action }) => (action ? "once" : "same"),
});
