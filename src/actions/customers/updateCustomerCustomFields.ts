import { gorgiasAction } from "../../action";
import { outputSchemaOf } from "../../contract/outputs";
import { fieldValues } from "../../inputs/fieldValues";
import { fieldsOf } from "../../inputs/input";
import { recordsOf } from "../../lists";
import { replaceAllValues, writeValues } from "../customFields/values";
import { updateCustomerCustomFieldsExample } from "./examples";
import { customFieldsCustomerId } from "./inputs";

const field = fieldsOf("PUT /customers/{customer_id}/custom-fields");

export const updateCustomerCustomFields = gorgiasAction({
  outputSchema: outputSchemaOf("GET /customers/{customer_id}/custom-fields", "records"),
  display: {
    label: "Update Customer Custom Fields",
    description: "Set the values of several custom fields of a customer.",
  },
  reads: false,
  inputs: {
    customer_id: field("customer_id", customFieldsCustomerId),
    custom_fields: field(
      "body",
      {
        label: "Custom Fields",
        comments:
          "The values to set, as a JSON list: the ID of each custom field and its value, or as List Customer Custom Fields gives them. Fields that are left out keep theirs.",
        example: '[{"id": 306, "value": "Gold"}, {"id": 307, "value": 12}]',
        required: true,
      },
      fieldValues,
    ),
    replace_all: replaceAllValues,
  },
  perform: async (client, { customer_id, custom_fields, replace_all }) => {
    const written = await writeValues(
      { values: custom_fields, isReplacement: replace_all },
      {
        setOne: ({ id, value }) =>
          client.request("PUT /customers/{customer_id}/custom-fields/{id}", {
            customer_id,
            id,
            body: value,
          }),
        replaceAll: () =>
          client.request("PUT /customers/{customer_id}/custom-fields", {
            customer_id,
            body: custom_fields,
          }),
        read: () => client.request("GET /customers/{customer_id}/custom-fields", { customer_id }),
      },
      client.logger,
    );
    return { data: recordsOf(written) };
  },
  examplePayload: updateCustomerCustomFieldsExample,
});
