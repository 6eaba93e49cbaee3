import { gorgiasAction } from "../../action";
import type { Customer } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { channels } from "../../inputs/messageParts";
import { connection, debugRequest } from "../../inputs/shared";
import { createCustomerExample } from "./examples";
import { customerFields } from "./inputs";

const { email, external_id, language, name, timezone } = customerFields("create-customer");
const customerChannels = fieldsOf("create-customer")(
  "channels",
  {
    label: "Channels",
    comments:
      "The customer's contact channels. See https://developers.gorgias.com/reference/create-customer for more information.",
    required: true,
  },
  channels,
);

export const createCustomer = gorgiasAction({
  operation: "create-customer",
  display: { label: "Create Customer", description: "Create a customer." },
  reads: false,
  inputs: {
    channels: customerChannels,
    connection,
    debugRequest,
    email,
    external_id,
    language,
    name,
    timezone,
  },
  perform: async (client, customer) => ({
    data: await client.post<Customer>(path`/customers`, customer, {
      creates: {
        what: "customer",
        advice: "look with List Customers (Email or External ID) before you run this again",
      },
    }),
  }),
  examplePayload: createCustomerExample,
});
