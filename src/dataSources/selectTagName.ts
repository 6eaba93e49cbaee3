import { gorgiasPicklist } from "./picklist";
import { tagSearch } from "./selectTag";

/** For inputs that take tags by their names. */
export const selectTagName = gorgiasPicklist("GET /tags", {
  display: {
    label: "Select Tag Name",
    description: "Select the name of a tag from a list of tags.",
  },
  inputs: {
    search: tagSearch,
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
