import { gorgiasPicklist } from "./picklist";

/** What tags are looked for by. */
export const tagSearch = {
  label: "Search Text",
  comments: "Part of the names of the tags to choose from, in upper or lower case.",
  example: "refund",
} as const;

export const selectTag = gorgiasPicklist("GET /tags", {
  display: { label: "Select Tag", description: "Select a tag from a list of tags." },
  inputs: {
    search: tagSearch,
  },
  sortBy: "label",
  kind: "Tag",
  names: ({ name, description }) => [name, description],
  examplePayload: {
    result: [
      { key: "201", label: "refund" },
      { key: "202", label: "urgent" },
    ],
  },
});
