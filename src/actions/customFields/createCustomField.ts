import { operationAction } from "../../operationAction";
import { customFieldExample } from "./examples";
import { customFieldFields } from "./inputs";

export const createCustomField = operationAction("POST /custom-fields", {
  display: {
    label: "Create Custom Field",
    description: "Create a custom field for tickets or customers.",
  },
  creates: { what: "custom field", lookWith: "List Custom Fields" },
  inputs: {
    ...customFieldFields,
    object_type: { ...customFieldFields.object_type, required: true },
    label: { ...customFieldFields.label, required: true },
    definition: { ...customFieldFields.definition, required: true },
  },
  examplePayload: customFieldExample,
});
