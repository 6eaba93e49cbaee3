import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { customFieldValue, toScalar } from "../../inputs/customFieldValue";
import { connection, debugRequest } from "../../inputs/shared";
import { updateCustomerCustomFieldExample } from "./examples";
import { customerFieldId, customFieldsCustomerId } from "./inputs";
import type { CustomerFieldValue } from "./types";

export const updateCustomerCustomField = gorgiasAction({
  operation: "update-customer-custom-field-value",
  display: {
    label: "Update Customer Custom Field",
    description: "Set the value of one custom field of a customer.",
  },
  reads: false,
  inputs: {
    connection,
    customer_id: customFieldsCustomerId("update-customer-custom-field-value"),
    id: customerFieldId("update-customer-custom-field-value"),
    ...customFieldValue,
    debugRequest,
  },
  perform: async (client, { customer_id, ...given }) => ({
    data: await client.put<CustomerFieldValue>(
      path`/customers/${customer_id}/custom-fields/${given.id}`,
      await toScalar(client, given),
    ),
  }),
  examplePayload: updateCustomerCustomFieldExample,
});
