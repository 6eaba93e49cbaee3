import type { ListMeta } from "./envelope";

/** Where a page begins, as the query parameters that ask for it. A `type`, to be one of those. */
export type PagePosition = {
  cursor?: string;
  /** Of the items of a view: the record at the cursor, which the page before has shown. */
  ignored_item?: string[];
  /** Of lists that number their pages, from 1. */
  page?: number;
};

/**
 * Reads where the next page begins. Most lists name a cursor; the items of a view give an address
 * whose query holds one (contract, schema `ViewItemsMeta`), the messages of a ticket number their
 * pages (contract, schema `PageMeta`).
 *
 * @returns undefined on the last page.
 */
export function nextPosition(meta: ListMeta): PagePosition | undefined {
  const { next_cursor, next_items, page, nb_pages } = meta;
  if (next_cursor) {
    return { cursor: next_cursor };
  }
  if (next_items) {
    const query = new URLSearchParams(next_items.slice(next_items.indexOf("?") + 1));
    return {
      cursor: query.get("cursor") ?? undefined,
      ignored_item: query.getAll("ignored_item"),
    };
  }
  return Number(page) < Number(nb_pages) ? { page: Number(page) + 1 } : undefined;
}
