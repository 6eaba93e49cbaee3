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
    const { cursor, ignored_item } = queryOf(next_items);
    return { cursor: cursor[0], ignored_item };
  }
  return Number(page) < Number(nb_pages) ? { page: Number(page) + 1 } : undefined;
}

/** The position that the query of an address holds, such as of `next_items`; each may come again. */
export function queryOf(address: string) {
  const query = new URLSearchParams(address.slice(address.indexOf("?") + 1));
  return {
    cursor: query.getAll("cursor"),
    ignored_item: query.getAll("ignored_item"),
    direction: query.getAll("direction"),
  };
}
