import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listIntegrationsExample } from "./examples";
import type { Integration } from "./types";

const field = fieldsOf("list-integrations");
const { cursor, fetchAll, limit } = paging("list-integrations", "integrations");

export const listIntegrations = gorgiasAction({
  operation: "list-integrations",
  display: {
    label: "List Integrations",
    description: "List the integrations of your account.",
  },
  reads: true,
  inputs: {
    connection,
    type: field("type", {
      label: "Type",
      comments:
        "Only integrations of this type are returned; if left blank, all are. Some accounts accept only http here.",
      example: "http",
    }),
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute used to order integrations. If left blank, the newest come first.",
      example: "created_datetime:desc",
    }),
    fetchAll,
    limit,
    cursor,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<Integration>(client, path`/integrations`, inputs),
  }),
  examplePayload: listIntegrationsExample,
});
