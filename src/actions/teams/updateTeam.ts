import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { teamExample } from "./examples";
import { teamFields, teamId, teamName } from "./inputs";
import type { Team } from "./types";

export const updateTeam = gorgiasAction({
  operation: "update-team",
  display: { label: "Update Team", description: "Update a team." },
  reads: false,
  inputs: {
    connection,
    id: teamId("update-team", "ID of the team to update."),
    name: fieldsOf("update-team")("name", teamName),
    ...teamFields("update-team"),
    clear_fields: clearFields("update-team", "description"),
    debugRequest,
  },
  perform: async (client, { id, clear_fields, ...team }) => ({
    data: await client.put<Team>(path`/teams/${id}`, changes(team, clear_fields)),
  }),
  examplePayload: teamExample,
});
