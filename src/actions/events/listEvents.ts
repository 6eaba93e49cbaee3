import { gorgiasAction } from "../../action";
import type { GorgiasEvent } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest, fetchAll } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listEventsExample } from "./examples";
import { checkEventFilters, eventFilters } from "./inputs";

const field = fieldsOf("list-events");
const { created_datetime, object_id, object_type, types, user_ids } = eventFilters;

export const listEvents = gorgiasAction({
  display: {
    label: "List Events",
    description:
      "List events, paginated, and ordered by their creation date, with the most recently created first.",
  },
  reads: true,
  inputs: {
    connection,
    created_datetime,
    cursor: field("cursor", {
      label: "Cursor",
      comments:
        "Value indicating your position in the list of all events. If omitted, the first events of the list will be returned.",
      example: "cHJldl9fNl9fMjAyMS0wMy0wMyAwNjowMDowMA==",
    }),
    debugRequest,
    fetchAll: fetchAll("events"),
    limit: field("limit", {
      label: "Limit",
      comments: "Maximum number of events to return. The max number allowed is 100.",
      example: "30",
    }),
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
