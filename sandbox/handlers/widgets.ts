import { sortedBy } from "../collection";
import { readOrder } from "../lists";
import { requireRecord } from "../state/requireRecord";
import { createWidget, deleteWidget, updateWidget } from "../state/widgets";
import type { Handlers } from "./handler";

export const widgetHandlers: Handlers = {
  "list-widgets": ({ state, query, pager }) => {
    const { field } = readOrder<"created_datetime" | "order">(query.order_by);
    const { app_id, integration_id } = query;
    return {
      status: 200,
      body: pager.page(query, {
        records: sortedBy(state.widgets.values(), (widget) => widget[field]),
        matches: (widget) =>
          (app_id === undefined || widget.app_id === app_id) &&
          (integration_id === undefined || widget.integration_id === integration_id),
        render: (widget) => widget,
      }),
    };
  },

  "create-widget": ({ state, actor, body }) => ({
    status: 201,
    body: createWidget(state, actor, body),
  }),

  "get-widget": ({ state, path }) => ({
    status: 200,
    body: requireRecord(state.widgets, "Widget", path.id),
  }),

  "update-widget": ({ state, actor, path, body }) => ({
    status: 202,
    body: updateWidget(state, actor, requireRecord(state.widgets, "Widget", path.id), body),
  }),

  "delete-widget": ({ state, actor, path }) => {
    deleteWidget(state, actor, requireRecord(state.widgets, "Widget", path.id));
    return { status: 204, body: undefined };
  },
};
