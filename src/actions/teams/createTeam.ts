import { operationAction } from "../../operationAction";
import { teamExample } from "./examples";
import { teamFields, teamName } from "./inputs";

export const createTeam = operationAction("POST /teams", {
  display: { label: "Create Team", description: "Create a team of users." },
  creates: { what: "team", lookWith: "List Teams" },
  inputs: { name: { ...teamName, required: true }, ...teamFields },
  examplePayload: teamExample,
});
