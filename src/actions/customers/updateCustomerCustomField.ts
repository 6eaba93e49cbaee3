import { customFieldValue, toScalar } from "../../inputs/customFieldValue";
import { operationAction } from "../../operationAction";
import { updateCustomerCustomFieldExample } from "./examples";
import { customerFieldId, customFieldsCustomerId } from "./inputs";

export const updateCustomerCustomField = operationAction(
  "PUT /customers/{customer_id}/custom-fields/{id}",
  {
    display: {
      label: "Update Customer Custom Field",
      description: "Set the value of one custom field of a customer.",
    },
    inputs: { customer_id: customFieldsCustomerId, id: customerFieldId, ...customFieldValue },
    prepare: async (given, client) => ({ body: await toScalar(client, given) }),
    examplePayload: updateCustomerCustomFieldExample,
  },
);
