import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { integrationExample } from "./examples";
import { integrationFields } from "./inputs";
import type { Integration } from "./types";

const field = fieldsOf("create-integration");
const { name, ...settings } = integrationFields("create-integration");

export const createIntegration = gorgiasAction({
  operation: "create-integration",
  display: {
    label: "Create Integration",
    description: "Create an HTTP integration, which tells another system what happens in Gorgias.",
  },
  reads: false,
  inputs: {
    connection,
    name,
    type: field("type", {
      label: "Type",
      comments: "Type of the integration. Only HTTP integrations can be created.",
      example: "http",
      default: "http",
      required: true,
    }),
    ...settings,
    managed: field("managed", {
      label: "Managed",
      comments: "Whether the integration is marked as managed.",
      example: "false",
    }),
    debugRequest,
  },
  perform: async (client, integration) => ({
    data: await client.post<Integration>(path`/integrations`, integration, {
      creates: {
        what: "integration",
        advice: "look with List Integrations before you run this again",
      },
    }),
  }),
  examplePayload: integrationExample,
});
