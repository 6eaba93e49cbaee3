import { sortedBy } from "../collection";
import { ApiError } from "../errors";
import type { State } from "../state/state";
import { statisticsRows } from "../state/statistics";
import type { Handlers } from "./handler";

const DEFAULT_LIMIT = 30;

export const statisticsHandlers: Handlers = {
  "get-statistic": ({ state, query, body, pager }) => {
    const rows = statisticsRows(state, body.query).map((row, index) => ({ id: index + 1, row }));
    // The query in the body is what the cursor is good for, as the filters of a list are.
    const list = { ...query, order_by: "row:asc", query: body.query };
    const page = pager.page(list, {
      records: sortedBy(rows, ({ id }) => id),
      render: (numbered) => numbered,
    });
    return {
      status: 200,
      body: {
        object: page.object,
        uri: page.uri,
        data: page.data.map(({ row }) => row),
        meta: {
          ...page.meta,
          scope: body.query.scope,
          total: rows.length,
          offset: (page.data[0]?.id ?? 1) - 1,
          limit: query.limit ?? DEFAULT_LIMIT,
        },
      },
    };
  },

  "get-legacy-statistic": ({ state, path, body }) => {
    if (path.name !== "overview") {
      refuseLegacy(path.name);
    }
    return { status: 200, body: overview(state, body.filters?.period) };
  },
  "download-legacy-statistic": ({ path }) => refuseLegacy(path.name),
};

/** Of the legacy statistics only this one is recorded; a client that ran live got 400 for others. */
function refuseLegacy(name: string): never {
  throw new ApiError(400, `Statistic ${name} does not exist.`);
}

type Period = { start_datetime?: string; end_datetime?: string } | undefined;

/** What the helpdesk's overview counts, in the period and as a change from the one before it. */
function overview({ tickets, messages }: State, period: Period) {
  const numbers = {
    total_new_tickets: tickets.size,
    total_closed_tickets: [...tickets.values()].filter(({ status }) => status === "closed").length,
    total_messages_sent: [...messages.values()].filter(({ from_agent }) => from_agent).length,
    total_messages_received: [...messages.values()].filter(({ from_agent }) => !from_agent).length,
  };
  const { start_datetime = null, end_datetime = null } = period ?? {};
  return {
    data: {
      data: Object.entries(numbers).map(([name, value]) => ({
        name,
        type: "number",
        value,
        delta: 0,
      })),
    },
    meta: {
      start_datetime,
      end_datetime,
      previous_start_datetime: null,
      previous_end_datetime: null,
    },
  };
}
