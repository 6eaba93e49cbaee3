import { operationAction } from "../../operationAction";
import { listCustomerCustomFieldsExample } from "./examples";
import { customFieldsCustomerId } from "./inputs";

export const listCustomerCustomFields = operationAction(
  "GET /customers/{customer_id}/custom-fields",
  {
    display: {
      label: "List Customer Custom Fields",
      description: "List the values of a customer's custom fields.",
    },
    inputs: { customer_id: customFieldsCustomerId },
    examplePayload: listCustomerCustomFieldsExample,
  },
);
