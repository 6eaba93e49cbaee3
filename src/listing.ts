import type { GorgiasClient } from "./client";
import { GorgiasError } from "./http/errors";
import type { ApiPath } from "./http/path";
import { type QueryParams, toQuery } from "./http/query";
import { paginate } from "./pagination";

/** Gorgias's largest page (contract, parameter `Limit`). */
export const MAX_PAGE_SIZE = 100;
/** A walk tells of its progress each time it has read this many pages. */
const PAGES_PER_PROGRESS_LINE = 10;

/** A list as Gorgias answers it. */
export interface ListEnvelope<T> {
  object?: string;
  uri?: string;
  data: T[];
  meta: ListMeta;
}

/** Where a list goes on: a cursor or, for the items of a view, an address that holds one. */
interface ListMeta {
  [other: string]: unknown;
  prev_cursor?: string | null;
  next_cursor?: string | null;
  next_items?: string | null;
  prev_items?: string | null;
}

/** What a builder chooses of a list: filters and order, and a page or all of it. */
export interface ListInputs {
  fetchAll?: boolean;
  cursor?: string;
  limit?: number;
  [filter: string]: QueryParams[string];
}

/** The cursor of a page that was still to be read is no longer valid. */
export class ExpiredCursorError extends GorgiasError {}

/** The records of an answer that may be an envelope or a bare array; none when it holds none. */
export function recordsOf<T>(answer: unknown): T[] {
  const records = Array.isArray(answer) ? answer : (answer as { data?: unknown } | undefined)?.data;
  return Array.isArray(records) ? records : [];
}

/** A page, and when Gorgias answered it by its own clock (the `Date` header). */
export interface ListPage<T> {
  envelope: ListEnvelope<T>;
  date?: string;
}

/** Where a list is, or a search: a request with a body that changes nothing and answers a list. */
export type List = ApiPath | Search;

export interface Search {
  path: ApiPath;
  method: "PUT" | "POST";
  body: unknown;
  /** The largest page that it answers; 100 if not given. */
  pageSize?: number;
}

/**
 * Reads a page of a walk, by the cursor of the page before it.
 *
 * @throws ExpiredCursorError for a cursor that is no longer valid.
 */
export async function readNextPage<T>(
  client: GorgiasClient,
  list: List,
  params: QueryParams,
): Promise<ListPage<T>> {
  try {
    return await readPage<T>(client, list, params);
  } catch (error) {
    // The same filters were accepted for the first page: what is refused now is the cursor.
    const isCursor = params.cursor && error instanceof GorgiasError;
    if (isCursor && (error.status === 400 || error.status === 410)) {
      throw new ExpiredCursorError(`${error.message} (the cursor expired)`, error);
    }
    throw error;
  }
}

/**
 * The place of the next page, as a query: one cursor, or what the address of the next items of a view
 * holds (contract, schema `ViewItemsMeta`).
 */
export function nextPage({ next_cursor, next_items }: ListMeta): string | undefined {
  if (next_cursor) {
    return toQuery({ cursor: next_cursor });
  }
  if (!next_items) {
    return undefined;
  }
  const query = new URLSearchParams(next_items.slice(next_items.indexOf("?") + 1));
  return toQuery({ cursor: query.get("cursor"), ignored_item: query.getAll("ignored_item") });
}

/**
 * Walks a list in pages of 100, or as large as a search's may be.
 *
 * @param filters the same on every page, the order included.
 * @param onPage is told of each page before its records are given.
 * @yields each page's records.
 */
export function walk<T>(
  client: GorgiasClient,
  list: List,
  filters: QueryParams,
  onPage: (page: ListPage<T>) => void = () => undefined,
): AsyncGenerator<T[]> {
  return paginate<T>(async (next = "") => {
    const place = new URLSearchParams(next);
    const limit = typeof list === "string" ? MAX_PAGE_SIZE : (list.pageSize ?? MAX_PAGE_SIZE);
    const ignored_item = place.getAll("ignored_item");
    const page = { ...filters, limit, cursor: place.get("cursor"), ignored_item };
    const answer = await readNextPage<T>(client, list, page);
    onPage(answer);
    return { records: answer.envelope.data, next: nextPage(answer.envelope.meta) };
  });
}

/**
 * Reads a page of a list, or with Fetch All the whole of it in one envelope.
 *
 * A cursor that expires during a long walk starts it again, once: nothing has been given away yet,
 * so there are no duplicates.
 *
 * @throws GorgiasError for an answer without records and for a cursor that expires twice;
 * PaginationError for a list that does not end.
 */
export async function listRecords<T>(
  client: GorgiasClient,
  list: List,
  { fetchAll, cursor, limit, ...filters }: ListInputs,
): Promise<ListEnvelope<T>> {
  if (!fetchAll) {
    return (await readPage<T>(client, list, { ...filters, cursor, limit })).envelope;
  }
  try {
    return await collect<T>(client, list, filters);
  } catch (error) {
    if (!(error instanceof ExpiredCursorError)) {
      throw error;
    }
    client.logger.warn(
      `${nameOf(list)}: a cursor expired, so the list is read again from its start.`,
    );
    return collect<T>(client, list, filters);
  }
}

/**
 * @param answer the envelope, or a bare array: some lists are documented as one (contract, README
 * "Lists and time").
 * @throws GorgiasError when it holds no records.
 */
function toEnvelope<T>(answer: unknown, path: ApiPath): ListEnvelope<T> {
  const noCursors = { prev_cursor: null, next_cursor: null };
  if (Array.isArray(answer)) {
    return { object: "list", uri: `/api${path}`, data: answer, meta: noCursors };
  }
  const envelope = answer as Partial<ListEnvelope<T>> | null;
  if (!Array.isArray(envelope?.data)) {
    throw new GorgiasError(`Gorgias answered GET ${path} without a list of records`, {
      method: "GET",
      path,
    });
  }
  return { ...envelope, data: envelope.data, meta: { ...noCursors, ...envelope.meta } };
}

/** As logs name it. */
function nameOf(list: List): string {
  return typeof list === "string" ? `GET ${list}` : `${list.method} ${list.path}`;
}

/** Reads one page. */
async function readPage<T>(
  client: GorgiasClient,
  list: List,
  params: QueryParams,
): Promise<ListPage<T>> {
  const path = typeof list === "string" ? list : list.path;
  const asked =
    typeof list === "string"
      ? { method: "GET" }
      : {
          method: list.method,
          body: JSON.stringify(list.body),
          contentType: "application/json",
          reads: true,
        };
  const query = toQuery(params);
  const { data, headers } = await client.request({ ...asked, path, query, expect: "json" });
  return { envelope: toEnvelope<T>(data, path), date: headers.date };
}

/** One walk from the first page to the last: every record once, the later reading of each. */
async function collect<T>(
  client: GorgiasClient,
  list: List,
  filters: QueryParams,
): Promise<ListEnvelope<T>> {
  const records = new Map<unknown, T>();
  let first: ListEnvelope<T> | undefined;
  let pages = 0;
  const keepFirst = ({ envelope }: ListPage<T>) => {
    first ??= { ...envelope, data: [] };
  };
  for await (const page of walk<T>(client, list, filters, keepFirst)) {
    for (const record of page) {
      const id = (record as { id?: unknown } | null)?.id ?? Symbol("no id");
      // A record that changed during the walk comes again where it is sorted now.
      records.delete(id);
      records.set(id, record);
    }
    pages += 1;
    if (pages % PAGES_PER_PROGRESS_LINE === 0) {
      client.logger.info(`${nameOf(list)}: ${records.size} records so far, in ${pages} pages.`);
    }
  }
  const ended = Object.keys(first?.meta ?? {}).filter((key) => /^(prev|next)_/.test(key));
  const meta = { ...first?.meta, ...Object.fromEntries(ended.map((key) => [key, null])) };
  return { ...first, data: [...records.values()], meta };
}
