import { gorgiasAction } from "../../action";
import { outputSchemaOf } from "../../contract/outputs";
import { fieldsOf } from "../../inputs/input";
import { recordsOf } from "../../lists";
import { replaceAllValues, setEach } from "../customFields/values";
import { updateTicketCustomFieldsExample } from "./examples";
import { customFieldsTicketId } from "./inputs";

const field = fieldsOf("PUT /tickets/{ticket_id}/custom-fields");

export const updateTicketCustomFields = gorgiasAction({
  outputSchema: outputSchemaOf("GET /tickets/{ticket_id}/custom-fields", "records"),
  display: {
    label: "Update Ticket Custom Fields",
    description: "Update a ticket's custom fields values.",
  },
  reads: false,
  inputs: {
    ticket_id: field("ticket_id", customFieldsTicketId),
    custom_fields: field("body", {
      label: "Custom Fields",
      comments: "Custom fields to update.",
      example: '[{"id": 101, "value": "Refund"}]',
      required: true,
    }),
    replace_all: replaceAllValues,
  },
  perform: async (client, { ticket_id, custom_fields, replace_all }) => {
    if (replace_all) {
      const replaced = await client.request("PUT /tickets/{ticket_id}/custom-fields", {
        ticket_id,
        body: custom_fields,
      });
      return { data: recordsOf(replaced) };
    }
    await setEach(
      custom_fields,
      ({ id, value }) =>
        client.request("PUT /tickets/{ticket_id}/custom-fields/{id}", {
          ticket_id,
          id,
          body: value,
        }),
      client.logger,
    );
    return {
      data: recordsOf(
        await client.request("GET /tickets/{ticket_id}/custom-fields", { ticket_id }),
      ),
    };
  },
  examplePayload: updateTicketCustomFieldsExample,
});
