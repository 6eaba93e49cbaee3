import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listRulesExample } from "./examples";
import type { Rule } from "./types";

const { cursor, fetchAll, limit } = paging("list-rules", "rules");

export const listRules = gorgiasAction({
  operation: "list-rules",
  display: { label: "List Rules", description: "List the rules of your account." },
  reads: true,
  inputs: {
    connection,
    order_by: fieldsOf("list-rules")("order_by", {
      label: "Order By",
      comments: "Attribute used to order rules. If left blank, the newest come first.",
      example: "created_datetime:desc",
    }),
    fetchAll,
    limit,
    cursor,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<Rule>(client, path`/rules`, inputs),
  }),
  examplePayload: listRulesExample,
});
