import { operationAction } from "../../operationAction";
import { updateTicketCustomFieldsExample } from "./examples";
import { customFieldsTicketId } from "./inputs";

export const updateTicketCustomFields = operationAction("PUT /tickets/{ticket_id}/custom-fields", {
  display: {
    label: "Update Ticket Custom Fields",
    description: "Update a ticket's custom fields values.",
  },
  inputs: {
    custom_fields: {
      label: "Custom Fields",
      comments: "Custom fields to update.",
      required: true,
      field: "body",
    },
    ticket_id: customFieldsTicketId,
  },
  gives: "records",
  examplePayload: updateTicketCustomFieldsExample,
});
