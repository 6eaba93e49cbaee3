import { operationAction } from "../../operationAction";
import { customFieldExample } from "./examples";
import { customFieldId } from "./inputs";

export const getCustomField = operationAction("GET /custom-fields/{id}", {
  display: { label: "Get Custom Field", description: "Retrieve a custom field." },
  inputs: { id: customFieldId("ID of the custom field, of tickets or of customers.") },
  examplePayload: customFieldExample,
});
