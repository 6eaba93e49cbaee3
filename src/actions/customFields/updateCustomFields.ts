import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { recordsOf } from "../../listing";
import { updateCustomFieldsExample } from "./examples";
import type { CustomField } from "./types";

export const updateCustomFields = gorgiasAction({
  operation: "update-custom-fields",
  display: { label: "Update Custom Fields", description: "Update several custom fields at once." },
  reads: false,
  inputs: {
    connection,
    custom_fields: fieldsOf("update-custom-fields")("body", {
      label: "Custom Fields",
      comments:
        "The custom fields to update, as a JSON list: the ID of each, and what to change of it. What is left out stays as it is; null empties it.",
      example:
        '[{"id": 101, "label": "Return reason", "priority": 20}, {"id": 102, "requirement_type": "required"}]',
      required: true,
    }),
    debugRequest,
  },
  perform: async (client, { custom_fields }) => ({
    data: recordsOf<CustomField>(await client.put(path`/custom-fields`, custom_fields)),
  }),
  examplePayload: updateCustomFieldsExample,
});
