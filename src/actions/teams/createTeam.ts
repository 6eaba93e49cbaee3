import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { teamExample } from "./examples";
import { teamFields, teamName } from "./inputs";
import type { Team } from "./types";

export const createTeam = gorgiasAction({
  operation: "create-team",
  display: { label: "Create Team", description: "Create a team of users." },
  reads: false,
  inputs: {
    connection,
    name: fieldsOf("create-team")("name", { ...teamName, required: true }),
    ...teamFields("create-team"),
    debugRequest,
  },
  perform: async (client, team) => ({
    data: await client.post<Team>(path`/teams`, team, {
      creates: { what: "team", advice: "look with List Teams before you run this again" },
    }),
  }),
  examplePayload: teamExample,
});
