import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listWidgetsExample } from "./examples";
import { appId, integrationId } from "./inputs";
import type { Widget } from "./types";

const field = fieldsOf("list-widgets");
const { cursor, fetchAll, limit } = paging("list-widgets", "widgets");

export const listWidgets = gorgiasAction({
  operation: "list-widgets",
  display: { label: "List Widgets", description: "List the widgets of your account." },
  reads: true,
  inputs: {
    connection,
    integration_id: field("integration_id", integrationId),
    app_id: field("app_id", appId),
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute used to order widgets. If left blank, the newest come first.",
      example: "created_datetime:desc",
    }),
    fetchAll,
    limit,
    cursor,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<Widget>(client, path`/widgets`, inputs),
  }),
  examplePayload: listWidgetsExample,
});
