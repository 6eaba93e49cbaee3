import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listCustomerCustomFieldsExample } from "./examples";
import { customFieldsCustomerId } from "./inputs";
import type { CustomerFieldValue } from "./types";

export const listCustomerCustomFields = gorgiasAction({
  operation: "list-customer-custom-fields-values",
  display: {
    label: "List Customer Custom Fields",
    description: "List the values of a customer's custom fields.",
  },
  reads: true,
  inputs: {
    connection,
    customer_id: customFieldsCustomerId("list-customer-custom-fields-values"),
    debugRequest,
  },
  perform: async (client, { customer_id }) => {
    const values = path`/customers/${customer_id}/custom-fields`;
    return { data: await listRecords<CustomerFieldValue>(client, values, {}) };
  },
  examplePayload: listCustomerCustomFieldsExample,
});
