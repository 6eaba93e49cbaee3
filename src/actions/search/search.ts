import { operationAction } from "../../operationAction";
import { searchExample } from "./examples";

export const search = operationAction("POST /search", {
  display: { label: "Search", description: "Search for resources." },
  inputs: {
    query: {
      label: "Query",
      comments: "Text query used to search for resources.",
      example: "user@example.com",
    },
    size: {
      label: "Size",
      comments: "Maximum number of results returned.",
      example: "10",
    },
    type: {
      label: "Type",
      comments: "The type of object to search for.",
      example: "agent",
      required: true,
    },
  },
  examplePayload: searchExample,
});
