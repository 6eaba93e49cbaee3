import { operationAction } from "../../operationAction";
import { updateCustomFieldsExample } from "./examples";

export const updateCustomFields = operationAction("PUT /custom-fields", {
  display: { label: "Update Custom Fields", description: "Update several custom fields at once." },
  inputs: {
    custom_fields: {
      label: "Custom Fields",
      comments:
        "The custom fields to update, as a JSON list: the ID of each, and what to change of it. What is left out stays as it is; null empties it.",
      example:
        '[{"id": 101, "label": "Return reason", "priority": 20}, {"id": 102, "requirement_type": "required"}]',
      required: true,
      field: "body",
    },
  },
  gives: "records",
  examplePayload: updateCustomFieldsExample,
});
