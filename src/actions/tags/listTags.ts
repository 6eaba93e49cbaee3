import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listTagsExample } from "./examples";
import type { Tag } from "./types";

const field = fieldsOf("list-tags");
const { cursor, fetchAll, limit } = paging("list-tags", "tags");

export const listTags = gorgiasAction({
  operation: "list-tags",
  display: { label: "List Tags", description: "List the tags of your account." },
  reads: true,
  inputs: {
    connection,
    search: field("search", {
      label: "Search",
      comments: "Only list tags whose name holds this text, in upper or lower case.",
      example: "vip",
    }),
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute used to order tags. If left blank, the newest come first.",
      example: "name:asc",
    }),
    cursor,
    limit,
    fetchAll,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<Tag>(client, path`/tags`, inputs),
  }),
  examplePayload: listTagsExample,
});
