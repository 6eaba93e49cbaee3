import { operationAction } from "../../operationAction";
import { teamExample } from "./examples";
import { teamFields, teamId, teamName } from "./inputs";

export const updateTeam = operationAction("PUT /teams/{id}", {
  display: { label: "Update Team", description: "Update a team." },
  inputs: {
    id: teamId("ID of the team to update."),
    name: teamName,
    ...teamFields,
    members: {
      ...teamFields.members,
      comments:
        "IDs of the users in the team. They replace the whole list; if left blank, the members stay.",
    },
  },
  clearFields: "description",
  examplePayload: teamExample,
});
