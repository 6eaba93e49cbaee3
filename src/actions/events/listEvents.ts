import { operationAction } from "../../operationAction";
import { listEventsExample } from "./examples";
import { checkEventFilters, eventFilters } from "./inputs";

const { created_datetime, object_id, object_type, types, user_ids } = eventFilters;

export const listEvents = operationAction("GET /events", {
  display: {
    label: "List Events",
    description:
      "List events, paginated, and ordered by their creation date, with the most recently created first.",
  },
  lists: "events",
  inputs: {
    created_datetime,
    object_id,
    object_type,
    order_by: {
      label: "Order By",
      comments: "Attribute used to order events.",
      example: "created_datetime:desc",
      choices: ["created_datetime:desc", "created_datetime:asc"],
    },
    types,
    user_ids,
  },
  examplePayload: listEventsExample,
  prepare: (filters) => {
    checkEventFilters(filters);
    return {};
  },
});
