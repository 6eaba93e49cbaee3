import { operationAction } from "../../operationAction";
import { customFieldExample } from "./examples";
import { customFieldFields, customFieldId } from "./inputs";

export const updateCustomField = operationAction("PUT /custom-fields/{id}", {
  display: { label: "Update Custom Field", description: "Update a custom field." },
  inputs: {
    id: customFieldId(
      "ID of the custom field to update, of tickets or of customers. If Gorgias refuses an update, give its Object Type, Label and Definition too.",
    ),
    ...customFieldFields,
  },
  clearFields: "deactivated_datetime",
  examplePayload: customFieldExample,
});
