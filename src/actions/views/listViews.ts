import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listViewsExample } from "./examples";
import type { View } from "./types";

const field = fieldsOf("list-views");
const { cursor, fetchAll, limit } = paging("list-views", "views");

/** The filter that List Views and the view picker share. */
export const viewFilters = {
  category: field("category", {
    label: "Category",
    comments:
      "Whether to list the views that Gorgias made (system) or those that users made (user). If left blank, both.",
    example: "user",
  }),
};

export const listViews = gorgiasAction({
  operation: "list-views",
  display: { label: "List Views", description: "List the views, without their tickets." },
  reads: true,
  inputs: {
    connection,
    ...viewFilters,
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute used to order views. If left blank, the newest come first.",
      example: "created_datetime:desc",
    }),
    fetchAll,
    limit,
    cursor,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<View>(client, path`/views`, inputs),
  }),
  examplePayload: listViewsExample,
});
