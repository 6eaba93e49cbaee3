import { gorgiasPicklist } from "./picklist";

export const selectRule = gorgiasPicklist("GET /rules", {
  display: { label: "Select Rule", description: "Select a rule from a list of rules." },
  inputs: {},
  sortBy: "label",
  kind: "Rule",
  names: ({ name, description }) => [name, description],
  examplePayload: {
    result: [
      { key: "41", label: "Tag refund requests" },
      { key: "42", label: "Close spam" },
    ],
  },
});
