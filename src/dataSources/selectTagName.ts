import { gorgiasPicklist } from "./picklist";

/** For inputs that take tags by their names. */
export const selectTagName = gorgiasPicklist("GET /tags", {
  display: {
    label: "Select Tag Name",
    description: "Select the name of a tag from a list of tags.",
  },
  inputs: {
    search: {
      label: "Search Text",
      comments: "Part of the names of the tags to choose from, in upper or lower case.",
      example: "refund",
    },
  },
  sortBy: "label",
  keyOf: ({ name }) => name,
  kind: "Tag",
  names: ({ name, description }) => [name, description],
  examplePayload: {
    result: [
      { key: "refund", label: "refund" },
      { key: "urgent", label: "urgent" },
    ],
  },
});
