import type { components } from "../../contract/generated/gorgias";
import { path } from "../http/path";
import { fieldsOf } from "../inputs/field";
import { gorgiasPicklist } from "./picklist";

type Tag = components["schemas"]["Tag"];

export const selectTag = gorgiasPicklist({
  display: { label: "Select Tag", description: "Select a tag from a list of tags." },
  inputs: {
    search: fieldsOf("list-tags")("search", {
      label: "Search",
      comments: "Part of the names of the tags to choose from, in any case.",
      example: "refund",
    }),
  },
  path: path`/tags`,
  kind: "Tag",
  names: ({ name, description }: Tag) => [name, description],
  examplePayload: {
    result: [
      { key: "201", label: "refund" },
      { key: "202", label: "urgent" },
    ],
  },
});
