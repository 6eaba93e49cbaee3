import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { customFieldExample } from "./examples";
import { customFieldId } from "./inputs";
import type { CustomField } from "./types";

export const getCustomField = gorgiasAction({
  operation: "get-custom-field",
  display: { label: "Get Custom Field", description: "Retrieve a custom field." },
  reads: true,
  inputs: {
    connection,
    id: customFieldId("get-custom-field", "ID of the custom field, of tickets or of customers."),
    debugRequest,
  },
  perform: async (client, { id }) => ({
    data: await client.get<CustomField>(path`/custom-fields/${id}`),
  }),
  examplePayload: customFieldExample,
});
