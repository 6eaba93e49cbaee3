import { operationAction } from "../../operationAction";
import { integrationId } from "./inputs";

export const deleteIntegration = operationAction("DELETE /integrations/{id}", {
  display: { label: "Delete Integration", description: "Delete an integration." },
  inputs: {
    id: integrationId(
      "ID of the integration to delete. Gorgias refuses while rules or other integrations use it.",
    ),
  },
});
