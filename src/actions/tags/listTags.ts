import { operationAction } from "../../operationAction";
import { listTagsExample } from "./examples";

export const listTags = operationAction("GET /tags", {
  display: { label: "List Tags", description: "List the tags of your account." },
  lists: "tags",
  inputs: {
    search: {
      label: "Search Text",
      comments: "Only list tags whose name holds this text, in upper or lower case.",
      example: "vip",
    },
    order_by: {
      label: "Order By",
      comments: "Attribute used to order tags. If left blank, the newest come first.",
      example: "name:asc",
    },
  },
  examplePayload: listTagsExample,
});
