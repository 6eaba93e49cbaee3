import type { GorgiasClient } from "../client";
import type { QueryParams } from "../http/query";
import type { ListEnvelope } from "./envelope";
import { iteratePages } from "./iteratePages";
import { type List, nameOf } from "./list";
import { ExpiredCursorError, readPage } from "./readPage";

/** Fetch All tells of its progress each time it has read this many pages. */
const PAGES_PER_PROGRESS_LINE = 10;

/** What a builder chooses of a list: filters and order, and a page or all of it. */
export interface ListInputs {
  fetchAll?: boolean;
  cursor?: string;
  limit?: number;
  [filter: string]: QueryParams[string];
}

/**
 * Reads a page of a list, or with Fetch All the whole of it in one envelope.
 *
 * A cursor that expires on the way starts it again, once: nothing has been given away yet, so there
 * are no duplicates.
 *
 * @throws GorgiasError for a response without records and for a cursor that expires twice;
 * PaginationError for a list that does not end.
 */
export async function listRecords<T>(
  client: GorgiasClient,
  list: List,
  { fetchAll, cursor, limit, ...filters }: ListInputs,
): Promise<ListEnvelope<T>> {
  if (!fetchAll) {
    // The cursor is the builder's own here: one that is refused is refused like any input.
    const { envelope } = await readPage<T>(client, list, { ...filters, cursor, limit });
    return envelope;
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

/** From the first page to the last: every record once, the later reading of each. */
async function collect<T>(
  client: GorgiasClient,
  list: List,
  filters: QueryParams,
): Promise<ListEnvelope<T>> {
  const records = new Map<unknown, T>();
  let first: ListEnvelope<T> | undefined;
  let pages = 0;
  for await (const page of iteratePages<T>(client, list, filters)) {
    first ??= { ...page.envelope, data: [] };
    for (const record of page.records) {
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
