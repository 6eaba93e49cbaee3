import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { viewItemsExample } from "./examples";
import { itemInputs, pageOf } from "./itemInputs";
import { searchedView } from "./searchInputs";
import type { ViewItem } from "./types";

export const searchViewItems = gorgiasAction({
  operation: "update-view-items",
  display: {
    label: "Search View Items",
    description: "Search tickets by their text or by filters, without saving a view.",
  },
  reads: true,
  inputs: {
    connection,
    view_id: fieldsOf("update-view-items")("view_id", {
      label: "View ID",
      comments: "ID of the view to search in. 0 searches without a saved view.",
      example: "0",
      default: "0",
      required: true,
      dataSource: "selectView",
    }),
    ...searchedView,
    ...itemInputs("update-view-items"),
    debugRequest,
  },
  perform: async (client, { view_id, search, filters, fields, category, type, ...inputs }) => {
    const view = { search, filters, fields, category, type };
    const list = { path: path`/views/${view_id}/items`, method: "PUT", body: { view } } as const;
    return { data: await listRecords<ViewItem>(client, list, pageOf(inputs)) };
  },
  examplePayload: viewItemsExample(0),
});
