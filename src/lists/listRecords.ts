import type { GorgiasClient } from "../client";
import type { QueryParams } from "../http/query";
import type { ListEnvelope } from "./envelope";
import { splitFilters } from "./exclusiveFilters";
import { fetchAll } from "./fetchAll";
import { DEFAULT_PAGE_SIZE, type List, nameOf } from "./list";
import { nextPosition } from "./position";
import { ExpiredCursorError, readPage } from "./readPage";

/** What a builder chooses of a list: filters and order, and a page or all of it. */
export interface ListInputs {
  /** Undefined for an action that gives what one request gives. */
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
  inputs: ListInputs,
): Promise<ListEnvelope<T>> {
  const { fetchAll: isAll, cursor, limit, ...filters } = inputs;
  const { exclusive, others, matches } = splitFilters(list, filters);
  if (!exclusive) {
    return isAll ? readAll(client, list, filters) : readOne(client, list, inputs);
  }
  const isAlone = !isAll && !cursor && !filters.order_by;
  if (isAlone && (limit ?? DEFAULT_PAGE_SIZE) <= DEFAULT_PAGE_SIZE) {
    return readFirst(client, list, { ...filters, fetchAll: isAll }, limit);
  }
  const envelope = isAll
    ? await readAll<T>(client, list, others)
    : await readOne<T>(client, list, { ...others, cursor, limit, fetchAll: isAll });
  const data = envelope.data.filter(matches);
  client.logger.info(
    `${nameOf(list)}: Gorgias refuses ${exclusive} beside Limit, Cursor and Order By, so what was read was compared here: ${data.length} of ${envelope.data.length} match.`,
  );
  return { ...envelope, data };
}

/** @param inputs the cursor is the builder's own: one that is refused is refused like any input. */
async function readOne<T>(
  client: GorgiasClient,
  list: List,
  { fetchAll: isAll, ...params }: ListInputs,
): Promise<ListEnvelope<T>> {
  const { envelope, next } = await readPage<T>(client, list, params);
  if (next) {
    tellOfMore(client, list, isAll);
  }
  return envelope;
}

/** The first records of a page whose size cannot be asked for. No cursor leads on from there. */
async function readFirst<T>(
  client: GorgiasClient,
  list: List,
  inputs: ListInputs,
  count = DEFAULT_PAGE_SIZE,
): Promise<ListEnvelope<T>> {
  const envelope = await readOne<T>(client, list, inputs);
  const { data, meta } = envelope;
  if (data.length <= count) {
    return envelope;
  }
  if (!nextPosition(meta)) {
    tellOfMore(client, list, inputs.fetchAll);
  }
  return { ...envelope, data: data.slice(0, count), meta: { ...meta, next_cursor: null } };
}

async function readAll<T>(
  client: GorgiasClient,
  list: List,
  filters: QueryParams,
): Promise<ListEnvelope<T>> {
  try {
    return await fetchAll<T>(client, list, filters);
  } catch (error) {
    if (!(error instanceof ExpiredCursorError)) {
      throw error;
    }
    client.logger.warn(
      `${nameOf(list)}: a cursor expired, so the list is read again from its start.`,
    );
    return fetchAll<T>(client, list, filters);
  }
}

/** Only who reads all of a list can take its end for the end. */
function tellOfMore({ logger }: GorgiasClient, list: List, hasFetchAll: boolean | undefined): void {
  if (hasFetchAll === undefined) {
    logger.warn(`${nameOf(list)}: Gorgias has more records than the one page that was read.`);
  } else {
    logger.info(
      `${nameOf(list)}: there are more records than this page holds. Fetch All reads all of them.`,
    );
  }
}
