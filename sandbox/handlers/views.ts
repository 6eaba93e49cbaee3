import { createView, deleteView, requireView, updateView } from "../state/views";
import type { Handlers } from "./handler";

export const viewHandlers: Handlers = {
  "list-views": ({ state, query, pager }) => ({
    status: 200,
    body: pager.page(query, {
      records: state.views.ordered("created_datetime"),
      matches: ({ category }) => query.category === undefined || category === query.category,
      render: (view) => view,
    }),
  }),

  "create-view": ({ state, actor, body }) => ({
    status: 201,
    body: createView(state, actor, body),
  }),

  "get-view": ({ state, path }) => ({ status: 200, body: requireView(state, path.id) }),

  "update-view": ({ state, actor, path, body }) => ({
    status: 202,
    body: updateView(state, actor, requireView(state, path.id), body),
  }),

  "delete-view": ({ state, actor, path }) => {
    deleteView(state, actor, requireView(state, path.id));
    return { status: 204, body: undefined };
  },
};
