import { gorgiasAction } from "../../action";
import type { SearchResponse } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { searchExample } from "./examples";

const field = fieldsOf("search");

export const search = gorgiasAction({
  operation: "search",
  display: { label: "Search", description: "Search for resources." },
  reads: true,
  inputs: {
    connection,
    debugRequest,
    query: field("query", {
      label: "Query",
      comments: "Text query used to search for resources.",
      example: "user@example.com",
    }),
    size: field("size", {
      label: "Size",
      comments: "Maximum number of results returned.",
      example: "10",
    }),
    type: field("type", {
      label: "Type",
      comments: "The type of object to search for.",
      example: "agent",
      required: true,
    }),
  },
  perform: async (client, query) => ({
    data: await client.post<SearchResponse>(path`/search`, query, { reads: true }),
  }),
  examplePayload: searchExample,
});
