import { gorgiasPicklist } from "./picklist";

export const selectTeam = gorgiasPicklist("GET /teams", {
  display: { label: "Select Team", description: "Select a team from a list of teams." },
  inputs: {},
  sortBy: "label",
  kind: "Team",
  names: ({ name, description }) => [name, description],
  examplePayload: {
    result: [
      { key: "12", label: "Returns" },
      { key: "13", label: "Shipping" },
    ],
  },
});
