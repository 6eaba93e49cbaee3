import { operationAction } from "../../operationAction";
import { listTicketCustomFieldsExample } from "./examples";
import { ticketId } from "./inputs";

export const listTicketCustomFields = operationAction("GET /tickets/{ticket_id}/custom-fields", {
  display: {
    label: "List Ticket Custom Fields",
    description: "List all custom fields for a ticket.",
  },
  inputs: { ticket_id: ticketId },
  gives: "records",
  examplePayload: listTicketCustomFieldsExample,
});
