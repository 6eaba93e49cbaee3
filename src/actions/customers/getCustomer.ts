import { operationAction } from "../../operationAction";
import { getCustomerExample } from "./examples";
import { customerId } from "./inputs";

export const getCustomer = operationAction("GET /customers/{id}", {
  display: { label: "Get Customer", description: "Retrieve a customer." },
  inputs: {
    id: customerId("ID of the customer you're looking for."),
    relationships: {
      label: "Relationships",
      comments: "Names of relations that should be included in returned data.",
      example: "custom_fields",
    },
  },
  examplePayload: getCustomerExample,
});
