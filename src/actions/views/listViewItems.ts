import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { viewItemsExample } from "./examples";
import { itemInputs, pageOf } from "./itemInputs";
import type { ViewItem } from "./types";

export const listViewItems = gorgiasAction({
  operation: "list-view-items",
  display: { label: "List View Items", description: "List the tickets of a view." },
  reads: true,
  inputs: {
    connection,
    view_id: fieldsOf("list-view-items")("view_id", {
      label: "View ID",
      comments: "ID of the view whose tickets are listed.",
      example: "21",
      required: true,
      dataSource: "selectView",
    }),
    ...itemInputs("list-view-items"),
    debugRequest,
  },
  perform: async (client, { view_id, ...inputs }) => ({
    data: await listRecords<ViewItem>(client, path`/views/${view_id}/items`, pageOf(inputs)),
  }),
  examplePayload: viewItemsExample(21),
});
