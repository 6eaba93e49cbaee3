import { operationAction } from "../../operationAction";
import { teamId } from "./inputs";

export const deleteTeam = operationAction("DELETE /teams/{id}", {
  display: { label: "Delete Team", description: "Delete a team; its members stay users." },
  inputs: { id: teamId("ID of the team to delete.") },
});
