import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { customFieldsTicketId } from "./inputs";

export const deleteTicketCustomField = gorgiasAction({
  operation: "delete-ticket-custom-field",
  display: {
    label: "Delete Ticket Custom Field",
    description: "Delete a ticket's custom field value.",
  },
  reads: false,
  inputs: {
    connection,
    debugRequest,
    id: fieldsOf("delete-ticket-custom-field")("id", {
      label: "Custom Field ID",
      comments: "The ID of the custom field.",
      example: "1234567890",
      required: true,
      dataSource: "selectTicketField",
    }),
    ticket_id: customFieldsTicketId("delete-ticket-custom-field"),
  },
  perform: (client, { ticket_id, id }) =>
    succeed(client.delete(path`/tickets/${ticket_id}/custom-fields/${id}`)),
  examplePayload: SUCCESS,
});
