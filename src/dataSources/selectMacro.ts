import { gorgiasPicklist } from "./picklist";

export const selectMacro = gorgiasPicklist("GET /macros", {
  display: { label: "Select Macro", description: "Select a macro from a list of macros." },
  inputs: {
    search: {
      label: "Search Text",
      comments: "Words to look for in the macros to choose from.",
      example: "refund",
    },
  },
  sortBy: "label",
  isArchived: ({ archived_datetime }) => Boolean(archived_datetime),
  kind: "Macro",
  names: ({ name, language }) => [name, language],
  examplePayload: {
    result: [
      { key: "31", label: "Refund accepted" },
      { key: "32", label: "Where is my order?" },
    ],
  },
});
