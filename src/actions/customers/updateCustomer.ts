import { channels } from "../../inputs/messageParts";
import { operationAction } from "../../operationAction";
import { updateCustomerExample } from "./examples";
import { customerFields, customerId } from "./inputs";
import { tellOfLostChannels } from "./lostChannels";

const { email, external_id, language, name, timezone } = customerFields;
const customerChannels = {
  label: "Channels",
  comments:
    "The customer's contact channels. See https://developers.gorgias.com/reference/update-customer for more information.",
  example: '[{"type": "email", "address": "john@example.com", "preferred": true}]',
  as: channels,
};

export const updateCustomer = operationAction("PUT /customers/{id}", {
  display: { label: "Update Customer", description: "Update a customer." },
  inputs: {
    channels: customerChannels,
    email,
    external_id,
    id: customerId("ID of the customer to update."),
    language,
    name,
    timezone,
  },
  clearFields: "external_id",
  prepare: async ({ id, channels: given }, client) => {
    if (given) {
      await tellOfLostChannels(client, id, given);
    }
    return {};
  },
  examplePayload: updateCustomerExample,
});
