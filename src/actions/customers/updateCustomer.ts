import { gorgiasAction } from "../../action";
import type { Customer } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { channels } from "../../inputs/messageParts";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { updateCustomerExample } from "./examples";
import { customerFields, customerId } from "./inputs";

const { email, external_id, language, name, timezone } = customerFields("update-customer");
const customerChannels = fieldsOf("update-customer")(
  "channels",
  {
    label: "Channels",
    comments:
      "The customer's contact channels. See https://developers.gorgias.com/reference/update-customer for more information.",
  },
  channels,
);

export const updateCustomer = gorgiasAction({
  operation: "update-customer",
  display: { label: "Update Customer", description: "Update a customer." },
  reads: false,
  inputs: {
    channels: customerChannels,
    connection,
    debugRequest,
    email,
    external_id,
    id: customerId("update-customer", "ID of the customer to update."),
    language,
    name,
    timezone,
    clear_fields: clearFields("update-customer", "external_id"),
  },
  perform: async (client, { id, clear_fields, ...customer }) => ({
    data: await client.put<Customer>(path`/customers/${id}`, changes(customer, clear_fields)),
  }),
  examplePayload: updateCustomerExample,
});
