import { gorgiasAction } from "../../action";
import type { TicketFieldValue } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { recordsOf } from "../../listing";
import { updateTicketCustomFieldsExample } from "./examples";
import { customFieldsTicketId } from "./inputs";

export const updateTicketCustomFields = gorgiasAction({
  operation: "update-ticket-custom-fields",
  output: "TicketFieldValue[]",
  display: {
    label: "Update Ticket Custom Fields",
    description: "Update a ticket's custom fields values.",
  },
  reads: false,
  inputs: {
    connection,
    custom_fields: fieldsOf("update-ticket-custom-fields")("body", {
      label: "Custom Fields",
      comments: "Custom fields to update.",
      required: true,
    }),
    debugRequest,
    ticket_id: customFieldsTicketId("update-ticket-custom-fields"),
  },
  perform: async (client, { ticket_id, custom_fields }) => {
    const values = path`/tickets/${ticket_id}/custom-fields`;
    return { data: recordsOf<TicketFieldValue>(await client.put(values, custom_fields)) };
  },
  examplePayload: updateTicketCustomFieldsExample,
});
