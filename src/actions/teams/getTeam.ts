import { operationAction } from "../../operationAction";
import { teamExample } from "./examples";
import { teamId } from "./inputs";

export const getTeam = operationAction("GET /teams/{id}", {
  display: { label: "Get Team", description: "Retrieve a team and its members." },
  inputs: { id: teamId("ID of the team to retrieve.") },
  examplePayload: teamExample,
});
