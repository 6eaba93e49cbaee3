import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { integrationExample } from "./examples";
import { integrationFields, integrationId } from "./inputs";
import type { Integration } from "./types";

export const updateIntegration = gorgiasAction({
  operation: "update-integration",
  display: { label: "Update Integration", description: "Update an integration." },
  reads: false,
  inputs: {
    connection,
    id: integrationId("update-integration", "ID of the integration to update."),
    ...integrationFields("update-integration"),
    clear_fields: clearFields("update-integration", "description"),
    debugRequest,
  },
  perform: async (client, { id, clear_fields, ...integration }) => ({
    data: await client.put<Integration>(
      path`/integrations/${id}`,
      changes(integration, clear_fields),
    ),
  }),
  examplePayload: integrationExample,
});
