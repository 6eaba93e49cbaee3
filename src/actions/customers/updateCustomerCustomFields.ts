import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { recordsOf } from "../../listing";
import { updateCustomerCustomFieldsExample } from "./examples";
import { customFieldsCustomerId } from "./inputs";
import type { CustomerFieldValue } from "./types";

export const updateCustomerCustomFields = gorgiasAction({
  operation: "update-customer-custom-field-values",
  output: "CustomerFieldValue[]",
  display: {
    label: "Update Customer Custom Fields",
    description: "Set the values of several custom fields of a customer.",
  },
  reads: false,
  inputs: {
    connection,
    customer_id: customFieldsCustomerId("update-customer-custom-field-values"),
    custom_fields: fieldsOf("update-customer-custom-field-values")("body", {
      label: "Custom Fields",
      comments:
        "The values to set, as a JSON list: the ID of each custom field and its value. Fields that are left out keep theirs.",
      example: '[{"id": 306, "value": "Gold"}, {"id": 307, "value": 12}]',
      required: true,
    }),
    debugRequest,
  },
  perform: async (client, { customer_id, custom_fields }) => {
    const values = path`/customers/${customer_id}/custom-fields`;
    return { data: recordsOf<CustomerFieldValue>(await client.put(values, custom_fields)) };
  },
  examplePayload: updateCustomerCustomFieldsExample,
});
