import type { GorgiasClient } from "../client";
import type { QueryParams } from "../http/query";
import type { ListEnvelope } from "./envelope";
import { fetchAll } from "./fetchAll";
import { type List, nameOf } from "./list";
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
  { fetchAll: isAll, cursor, limit, ...filters }: ListInputs,
): Promise<ListEnvelope<T>> {
  if (!isAll) {
    // The cursor is the builder's own here: one that is refused is refused like any input.
    const { envelope, next } = await readPage<T>(client, list, { ...filters, cursor, limit });
    if (next) {
      tellOfMore(client, list, isAll);
    }
    return envelope;
  }
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
function tellOfMore({ logger }: GorgiasClient, list: List, hasFetchAll: false | undefined): void {
  if (hasFetchAll === undefined) {
    logger.warn(`${nameOf(list)}: Gorgias has more records than the one page that was read.`);
  } else {
    logger.info(
      `${nameOf(list)}: there are more records than this page holds. Fetch All reads all of them.`,
    );
  }
}
