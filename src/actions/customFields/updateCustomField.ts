import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { customFieldExample } from "./examples";
import { customFieldFields, customFieldId } from "./inputs";
import type { CustomField } from "./types";

export const updateCustomField = gorgiasAction({
  operation: "update-custom-field",
  display: { label: "Update Custom Field", description: "Update a custom field." },
  reads: false,
  inputs: {
    connection,
    id: customFieldId(
      "update-custom-field",
      "ID of the custom field to update, of tickets or of customers. If Gorgias refuses an update, give its Object Type, Label and Definition too.",
    ),
    ...customFieldFields("update-custom-field", false),
    clear_fields: clearFields("update-custom-field", "deactivated_datetime"),
    debugRequest,
  },
  perform: async (client, { id, clear_fields, ...customField }) => ({
    data: await client.put<CustomField>(
      path`/custom-fields/${id}`,
      changes(customField, clear_fields),
    ),
  }),
  examplePayload: customFieldExample,
});
