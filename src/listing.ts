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
  meta: { prev_cursor: string | null; next_cursor: string | null };
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

/**
 * @param answer the envelope, or a bare array: some lists are documented as one (contract, README
 * "Lists and time").
 * @throws GorgiasError when it holds no records.
 */
const toEnvelope = <T>(answer: unknown, path: ApiPath): ListEnvelope<T> => {
  const noCursors = { prev_cursor: null, next_cursor: null };
  if (Array.isArray(answer))
    return { object: "list", uri: `/api${path}`, data: answer, meta: noCursors };
  const envelope = answer as Partial<ListEnvelope<T>> | null;
  if (!Array.isArray(envelope?.data))
    throw new GorgiasError(`Gorgias answered GET ${path} without a list of records`, {
      method: "GET",
      path,
    });
  return { ...envelope, data: envelope.data, meta: { ...noCursors, ...envelope.meta } };
};

/** The records of an answer that may be an envelope or a bare array; none when it holds none. */
export const recordsOf = <T>(answer: unknown): T[] => {
  const records = Array.isArray(answer) ? answer : (answer as { data?: unknown } | undefined)?.data;
  return Array.isArray(records) ? records : [];
};

/** A page, and when Gorgias answered it by its own clock (the `Date` header). */
export interface ListPage<T> {
  envelope: ListEnvelope<T>;
  date?: string;
}

/** Reads one page. @throws ExpiredCursorError for a cursor that is no longer valid */
export const readPage = async <T>(
  client: GorgiasClient,
  path: ApiPath,
  params: QueryParams,
): Promise<ListPage<T>> => {
  try {
    const query = toQuery(params);
    const { data, headers } = await client.request({ method: "GET", path, query, expect: "json" });
    return { envelope: toEnvelope<T>(data, path), date: headers.date };
  } catch (error) {
    // The same filters were accepted for the first page: what is refused now is the cursor.
    const isCursor = params.cursor && error instanceof GorgiasError;
    if (isCursor && (error.status === 400 || error.status === 410))
      throw new ExpiredCursorError(`${error.message} (the cursor expired)`, error);
    throw error;
  }
};

/**
 * Walks a list in pages of 100.
 *
 * @param filters the same on every page, the order included.
 * @yields each page's records.
 */
export const walk = <T>(
  client: GorgiasClient,
  path: ApiPath,
  filters: QueryParams,
  onFirst: (page: ListPage<T>) => void = () => undefined,
): AsyncGenerator<T[]> =>
  paginate<T>(async (cursor) => {
    const page = { ...filters, limit: MAX_PAGE_SIZE, cursor };
    const answer = await readPage<T>(client, path, page);
    const { envelope } = answer;
    if (cursor === undefined) onFirst(answer);
    return { records: envelope.data, next: envelope.meta.next_cursor || undefined };
  });

/** One walk from the first page to the last: every record once, the later reading of each. */
const collect = async <T>(
  client: GorgiasClient,
  path: ApiPath,
  filters: QueryParams,
): Promise<ListEnvelope<T>> => {
  const records = new Map<unknown, T>();
  let first: ListEnvelope<T> | undefined;
  let pages = 0;
  const keepFirst = ({ envelope }: ListPage<T>) => {
    first = { ...envelope, data: [] };
  };
  for await (const page of walk<T>(client, path, filters, keepFirst)) {
    for (const record of page) {
      const id = (record as { id?: unknown } | null)?.id ?? Symbol("no id");
      // A record that changed during the walk comes again where it is sorted now.
      records.delete(id);
      records.set(id, record);
    }
    pages += 1;
    if (pages % PAGES_PER_PROGRESS_LINE === 0)
      client.logger.info(`GET ${path}: ${records.size} records so far, in ${pages} pages.`);
  }
  const meta = { ...first?.meta, prev_cursor: null, next_cursor: null };
  return { ...first, data: [...records.values()], meta };
};

/**
 * Reads a page of a list, or with Fetch All the whole of it in one envelope.
 *
 * A cursor that expires during a long walk starts it again, once: nothing has been given away yet,
 * so there are no duplicates.
 *
 * @throws GorgiasError for an answer without records and for a cursor that expires twice;
 * PaginationError for a list that does not end.
 */
export const listRecords = async <T>(
  client: GorgiasClient,
  path: ApiPath,
  { fetchAll, cursor, limit, ...filters }: ListInputs,
): Promise<ListEnvelope<T>> => {
  if (!fetchAll)
    return toEnvelope<T>(await client.get(path, { params: { ...filters, cursor, limit } }), path);
  try {
    return await collect<T>(client, path, filters);
  } catch (error) {
    if (!(error instanceof ExpiredCursorError)) throw error;
    client.logger.warn(`GET ${path}: a cursor expired, so the list is read again from its start.`);
    return collect<T>(client, path, filters);
  }
};
