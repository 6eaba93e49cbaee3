import { createIntegration, deleteIntegration, updateIntegration } from "../state/integrations";
import { requireRecord } from "../state/requireRecord";
import type { Handlers } from "./handler";

export const integrationHandlers: Handlers = {
  "list-integrations": ({ state, query, pager }) => ({
    status: 200,
    body: pager.page(query, {
      records: state.integrations.ordered("created_datetime"),
      matches: ({ type }) => query.type === undefined || type === query.type,
      hasTotal: true,
      render: (integration) => integration,
    }),
  }),

  "create-integration": ({ state, actor, body }) => ({
    status: 201,
    body: createIntegration(state, actor, body),
  }),

  "get-integration": ({ state, path }) => ({
    status: 200,
    body: requireRecord(state.integrations, "Integration", path.id),
  }),

  "update-integration": ({ state, actor, path, body }) => {
    const integration = requireRecord(state.integrations, "Integration", path.id);
    return { status: 202, body: updateIntegration(state, actor, integration, body) };
  },

  "delete-integration": ({ state, actor, path }) => {
    const integration = requireRecord(state.integrations, "Integration", path.id);
    deleteIntegration(state, actor, integration);
    return { status: 204, body: undefined };
  },
};
