import { gorgiasAction } from "../../action";
import type { TicketFieldValue } from "../../contract/types";
import { path } from "../../http/path";
import { customFieldValue, toScalar } from "../../inputs/customFieldValue";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { updateTicketCustomFieldExample } from "./examples";
import { customFieldsTicketId } from "./inputs";

export const updateTicketCustomField = gorgiasAction({
  operation: "update-ticket-custom-field",
  display: {
    label: "Update Ticket Custom Field",
    description: "Set the value of one custom field of a ticket.",
  },
  reads: false,
  inputs: {
    connection,
    ticket_id: customFieldsTicketId("update-ticket-custom-field"),
    id: fieldsOf("update-ticket-custom-field")("id", {
      label: "Custom Field ID",
      comments: "The ID of the custom field.",
      example: "101",
      required: true,
      dataSource: "selectTicketField",
    }),
    ...customFieldValue,
    debugRequest,
  },
  perform: async (client, { ticket_id, ...given }) => ({
    data: await client.put<TicketFieldValue>(
      path`/tickets/${ticket_id}/custom-fields/${given.id}`,
      await toScalar(client, given),
    ),
  }),
  examplePayload: updateTicketCustomFieldExample,
});
