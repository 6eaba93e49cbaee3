import { sortedBy } from "../collection";
import { ApiError } from "../errors";
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

  "get-legacy-statistic": ({ path }) => refuseLegacy(path.name),
  "download-legacy-statistic": ({ path }) => refuseLegacy(path.name),
};

/** A client that ran live got this for every one of them (contract, `get-legacy-statistic`). */
function refuseLegacy(name: string): never {
  throw new ApiError(400, `Statistic ${name} does not exist.`);
}
