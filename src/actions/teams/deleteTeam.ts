import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { teamId } from "./inputs";

export const deleteTeam = gorgiasAction({
  operation: "delete-team",
  display: { label: "Delete Team", description: "Delete a team; its members stay users." },
  reads: false,
  inputs: { connection, id: teamId("delete-team", "ID of the team to delete."), debugRequest },
  perform: (client, { id }) => succeed(client.delete(path`/teams/${id}`)),
  examplePayload: SUCCESS,
});
