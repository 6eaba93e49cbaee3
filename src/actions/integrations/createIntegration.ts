import { operationAction } from "../../operationAction";
import { integrationExample } from "./examples";
import { integrationFields } from "./inputs";

const { name, ...settings } = integrationFields(
  "It needs url, method, request_content_type and response_content_type. Without these settings the integration does nothing.",
);

export const createIntegration = operationAction("POST /integrations", {
  display: {
    label: "Create Integration",
    description: "Create an HTTP integration, which tells another system what happens in Gorgias.",
  },
  creates: { what: "integration", lookWith: "List Integrations" },
  inputs: {
    name,
    type: {
      label: "Type",
      comments: "Type of the integration. Only HTTP integrations can be created.",
      example: "http",
      default: "http",
      required: true,
    },
    ...settings,
    managed: {
      label: "Managed",
      comments: "Whether the integration is marked as managed.",
      example: "false",
      rare: true,
    },
  },
  examplePayload: integrationExample,
});
