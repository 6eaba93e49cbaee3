import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { customFieldExample } from "./examples";
import { customFieldFields } from "./inputs";
import type { CustomField } from "./types";

export const createCustomField = gorgiasAction({
  operation: "create-custom-field",
  display: {
    label: "Create Custom Field",
    description: "Create a custom field for tickets or customers.",
  },
  reads: false,
  inputs: { connection, ...customFieldFields("create-custom-field", true), debugRequest },
  perform: async (client, customField) => ({
    data: await client.post<CustomField>(path`/custom-fields`, customField, {
      creates: {
        what: "custom field",
        advice: "look with List Custom Fields before you run this again",
      },
    }),
  }),
  examplePayload: customFieldExample,
});
