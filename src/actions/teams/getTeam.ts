import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { teamExample } from "./examples";
import { teamId } from "./inputs";
import type { Team } from "./types";

export const getTeam = gorgiasAction({
  operation: "get-team",
  display: { label: "Get Team", description: "Retrieve a team and its members." },
  reads: true,
  inputs: {
    connection,
    id: teamId("get-team", "ID of the team to retrieve."),
    debugRequest,
  },
  perform: async (client, { id }) => ({ data: await client.get<Team>(path`/teams/${id}`) }),
  examplePayload: teamExample,
});
