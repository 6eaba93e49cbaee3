import { gorgiasAction } from "../../action";
import { outputSchemaOf } from "../../contract/outputs";
import { fieldValues } from "../../inputs/fieldValues";
import { fieldsOf } from "../../inputs/input";
import { recordsOf } from "../../lists";
import { replaceAllValues, writeValues } from "../customFields/values";
import { updateTicketCustomFieldsExample } from "./examples";
import { ticketId } from "./inputs";

const field = fieldsOf("PUT /tickets/{ticket_id}/custom-fields");

export const updateTicketCustomFields = gorgiasAction({
  outputSchema: outputSchemaOf("GET /tickets/{ticket_id}/custom-fields", "records"),
  display: {
    label: "Update Ticket Custom Fields",
    description: "Update a ticket's custom fields values.",
  },
  reads: false,
  inputs: {
    ticket_id: field("ticket_id", ticketId),
    custom_fields: field(
      "body",
      {
        label: "Custom Fields",
        comments: "Custom fields to update.",
        example: '[{"id": 101, "value": "Refund"}]',
        required: true,
      },
      fieldValues,
    ),
    replace_all: replaceAllValues,
  },
  perform: async (client, { ticket_id, custom_fields, replace_all }) => {
    const written = await writeValues(
      { values: custom_fields, isReplacement: replace_all },
      {
        setOne: ({ id, value }) =>
          client.request("PUT /tickets/{ticket_id}/custom-fields/{id}", {
            ticket_id,
            id,
            body: value,
          }),
        replaceAll: () =>
          client.request("PUT /tickets/{ticket_id}/custom-fields", {
            ticket_id,
            body: custom_fields,
          }),
        read: () => client.request("GET /tickets/{ticket_id}/custom-fields", { ticket_id }),
      },
      client.logger,
    );
    return { data: recordsOf(written) };
  },
  examplePayload: updateTicketCustomFieldsExample,
});
