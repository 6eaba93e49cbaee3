import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listCustomFieldsExample } from "./examples";
import type { CustomField } from "./types";

const field = fieldsOf("list-custom-fields");
const { cursor, fetchAll, limit } = paging("list-custom-fields", "custom fields");

export const listCustomFields = gorgiasAction({
  operation: "list-custom-fields",
  display: {
    label: "List Custom Fields",
    description: "List the custom fields of tickets or of customers.",
  },
  reads: true,
  inputs: {
    connection,
    object_type: field("object_type", {
      label: "Object Type",
      comments: "Whether to list the custom fields of tickets or those of customers.",
      example: "Ticket",
      required: true,
    }),
    search: field("search", {
      label: "Search",
      comments: "Only list custom fields whose name holds this text.",
      example: "reason",
    }),
    archived: field("archived", {
      label: "Archived",
      comments: "Choose true to list archived custom fields only.",
      example: "false",
    }),
    order_by: field("order_by", {
      label: "Order By",
      comments:
        "Attribute used to order custom fields. If left blank, the highest priority comes first.",
      example: "priority:desc",
    }),
    cursor,
    limit,
    fetchAll,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<CustomField>(client, path`/custom-fields`, inputs),
  }),
  examplePayload: listCustomFieldsExample,
});
