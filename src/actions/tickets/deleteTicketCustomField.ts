import { operationAction } from "../../operationAction";
import { ticketId } from "./inputs";

export const deleteTicketCustomField = operationAction(
  "DELETE /tickets/{ticket_id}/custom-fields/{id}",
  {
    display: {
      label: "Delete Ticket Custom Field",
      description: "Delete a ticket's custom field value.",
    },
    inputs: {
      id: {
        label: "Custom Field ID",
        comments: "The ID of the custom field.",
        example: "1234567890",
        required: true,
        dataSource: "selectTicketField",
      },
      ticket_id: ticketId,
    },
  },
);
