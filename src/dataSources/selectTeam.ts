import type { Team } from "../actions/teams/types";
import { path } from "../http/path";
import { gorgiasPicklist } from "./picklist";

export const selectTeam = gorgiasPicklist({
  display: { label: "Select Team", description: "Select a team from a list of teams." },
  inputs: {},
  path: path`/teams`,
  kind: "Team",
  names: ({ name, description }: Team) => [name, description],
  examplePayload: {
    result: [
      { key: "12", label: "Returns" },
      { key: "13", label: "Shipping" },
    ],
  },
});
