import { operationAction } from "../../operationAction";
import { integrationExample } from "./examples";
import { integrationFields, integrationId } from "./inputs";

export const updateIntegration = operationAction("PUT /integrations/{id}", {
  display: { label: "Update Integration", description: "Update an integration." },
  inputs: {
    id: integrationId("ID of the integration to update."),
    ...integrationFields("It needs url, even when the address stays the same."),
  },
  clearFields: "description",
  examplePayload: integrationExample,
});
