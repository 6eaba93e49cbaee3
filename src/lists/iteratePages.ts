import type { GorgiasClient } from "../client";
import type { QueryParams } from "../http/query";
import { paginate } from "../pagination";
import { type List, nameOf, pageSizeOf } from "./list";
import type { PagePosition } from "./position";
import { type ListPage, readPage } from "./readPage";

/**
 * Reads a list page by page, each as large as can be, and none that nobody asks for.
 *
 * @param filters the same on every page, the order included.
 * @throws ExpiredCursorError, PaginationError for a list that does not end, and as `readPage` does.
 */
export function iteratePages<T>(
  client: GorgiasClient,
  list: List,
  filters: QueryParams,
): AsyncGenerator<ListPage<T>, void, void> {
  const params = { ...filters, limit: pageSizeOf(list) };
  const read = (position?: PagePosition) => readPage<T>(client, list, params, position);
  return paginate(read, nameOf(list));
}
