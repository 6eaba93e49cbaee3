import { customFieldValue, toScalar } from "../../inputs/customFieldValue";
import { operationAction } from "../../operationAction";
import { updateTicketCustomFieldExample } from "./examples";
import { ticketId } from "./inputs";

export const updateTicketCustomField = operationAction(
  "PUT /tickets/{ticket_id}/custom-fields/{id}",
  {
    display: {
      label: "Update Ticket Custom Field",
      description: "Set the value of one custom field of a ticket.",
    },
    inputs: {
      ticket_id: ticketId,
      id: {
        label: "Custom Field ID",
        comments: "The ID of the custom field.",
        example: "101",
        required: true,
        dataSource: "selectTicketField",
      },
      ...customFieldValue,
    },
    prepare: async (given, client) => ({ body: await toScalar(client, given) }),
    examplePayload: updateTicketCustomFieldExample,
  },
);
