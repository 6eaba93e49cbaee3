import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { integrationExample } from "./examples";
import { integrationId } from "./inputs";
import type { Integration } from "./types";

export const getIntegration = gorgiasAction({
  operation: "get-integration",
  display: { label: "Get Integration", description: "Retrieve an integration." },
  reads: true,
  inputs: {
    connection,
    id: integrationId("get-integration", "ID of the integration you're looking for."),
    debugRequest,
  },
  perform: async (client, { id }) => ({
    data: await client.get<Integration>(path`/integrations/${id}`),
  }),
  examplePayload: integrationExample,
});
