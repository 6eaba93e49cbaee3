import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

/** A card that shows the status of an order. */
export const widgetTemplate = {
  type: "wrapper",
  widgets: [
    {
      type: "card",
      path: "order",
      title: "Order {{number}}",
      order: 0,
      widgets: [{ type: "text", path: "status", title: "Status", order: 0 }],
    },
  ],
};

const widget: Schemas["Widget"] = {
  id: 77,
  context: "ticket",
  created_datetime: "2025-02-07T09:55:18.064317+00:00",
  updated_datetime: "2025-02-07T09:55:18.064317+00:00",
  deactivated_datetime: null,
  integration_id: 1204,
  app_id: null,
  order: 0,
  template: widgetTemplate,
  type: "http",
  uri: "/api/widgets/77/",
};

export const widgetExample = { data: widget };

export const listWidgetsExample: { data: ListEnvelope<Schemas["Widget"]> } = {
  data: {
    object: "list",
    uri: "/api/widgets",
    data: [widget],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
