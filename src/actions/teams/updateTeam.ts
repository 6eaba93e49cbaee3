import { operationAction } from "../../operationAction";
import { teamExample } from "./examples";
import { teamFields, teamId, teamName } from "./inputs";

export const updateTeam = operationAction("PUT /teams/{id}", {
  display: { label: "Update Team", description: "Update a team." },
  inputs: { id: teamId("ID of the team to update."), name: teamName, ...teamFields },
  clearFields: "description",
  examplePayload: teamExample,
});
