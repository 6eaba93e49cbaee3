import { channels } from "../../inputs/messageParts";
import { operationAction } from "../../operationAction";
import { createCustomerExample } from "./examples";
import { customerFields } from "./inputs";

const { email, external_id, language, name, timezone } = customerFields;
const customerChannels = {
  label: "Channels",
  comments:
    "The customer's contact channels. See https://developers.gorgias.com/reference/create-customer for more information.",
  example: '[{"type": "email", "address": "john@example.com", "preferred": true}]',
  required: true,
  as: channels,
};

export const createCustomer = operationAction("POST /customers", {
  display: { label: "Create Customer", description: "Create a customer." },
  creates: { what: "customer", lookWith: "List Customers (Email or External ID)" },
  inputs: { channels: customerChannels, email, external_id, language, name, timezone },
  examplePayload: createCustomerExample,
});
