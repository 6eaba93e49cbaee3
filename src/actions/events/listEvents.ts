import { gorgiasAction } from "../../action";
import type { GorgiasEvent } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listEventsExample } from "./examples";
import { checkEventFilters, eventFilters } from "./inputs";

const field = fieldsOf("list-events");
const { cursor, fetchAll, limit } = paging("list-events", "events");
const { created_datetime, object_id, object_type, types, user_ids } = eventFilters;

export const listEvents = gorgiasAction({
  operation: "list-events",
  display: {
    label: "List Events",
    description:
      "List events, paginated, and ordered by their creation date, with the most recently created first.",
  },
  reads: true,
  inputs: {
    connection,
    created_datetime,
    cursor,
    debugRequest,
    fetchAll,
    limit,
    object_id,
    object_type,
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute used to order events.",
      example: "created_datetime:desc",
      choices: ["created_datetime:desc", "created_datetime:asc"],
    }),
    types,
    user_ids,
  },
  perform: async (client, inputs) => {
    checkEventFilters(inputs);
    return { data: await listRecords<GorgiasEvent>(client, path`/events`, inputs) };
  },
  examplePayload: listEventsExample,
});
