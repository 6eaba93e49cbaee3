import { operationAction } from "../../operationAction";
import { integrationExample } from "./examples";
import { integrationId } from "./inputs";

export const getIntegration = operationAction("GET /integrations/{id}", {
  display: { label: "Get Integration", description: "Retrieve an integration." },
  inputs: { id: integrationId("ID of the integration to retrieve.") },
  examplePayload: integrationExample,
});
