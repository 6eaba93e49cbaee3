import type { GorgiasClient } from "../client";
import { CALL_LIMIT_HEADER, readCallLimit } from "../http/callLimit";
import { GorgiasError } from "../http/errors";
import { type QueryParams, toQuery } from "../http/query";
import type { Page } from "../pagination";
import { withoutFullStop } from "../text";
import { type ListEnvelope, toEnvelope } from "./envelope";
import { type List, pathOf } from "./list";
import { nextPosition, type PagePosition } from "./position";

/** Share of the bucket from which on it counts as full: the pacer leaves some room. */
const NEARLY_FULL = 0.9;

/** A page of a list of Gorgias's. */
export interface ListPage<T> extends Page<T, PagePosition> {
  envelope: ListEnvelope<T>;
  /** When Gorgias answered it by its own clock: the `Date` header. */
  date?: string;
  /** The bucket of the account was full, or nearly: requests have to wait, however they are sent. */
  isRateLimited: boolean;
}

/** The cursor of a page that was still to be read is no longer valid. */
export class ExpiredCursorError extends GorgiasError {}

/**
 * Reads one page.
 *
 * @param filters the same on every page, the order and the page size included.
 * @param position where the page before says that this one begins; none for the first page.
 * @throws ExpiredCursorError when Gorgias no longer takes the position; GorgiasError for a response
 * without records.
 */
export async function readPage<T>(
  client: GorgiasClient,
  list: List,
  filters: QueryParams,
  position?: PagePosition,
): Promise<ListPage<T>> {
  const query = toQuery({ ...filters, ...position });
  const request = { path: pathOf(list), query, expect: "json" as const, effect: "none" as const };
  try {
    const { data, headers } = await client.send(
      typeof list === "string"
        ? { ...request, method: "GET" }
        : {
            ...request,
            method: list.method,
            body: JSON.stringify(list.body),
            contentType: "application/json",
          },
    );
    const envelope = toEnvelope<T>(data, list, headers["x-request-id"]);
    return {
      records: envelope.data,
      envelope,
      date: headers.date,
      next: nextPosition(envelope.meta),
      isRateLimited: isNearlyFull(headers[CALL_LIMIT_HEADER]),
    };
  } catch (error) {
    if (position?.cursor && error instanceof GorgiasError && isAboutCursor(error)) {
      throw new ExpiredCursorError(`${withoutFullStop(error.message)} (the cursor expired)`, error);
    }
    throw error;
  }
}

function isNearlyFull(header: string | undefined): boolean {
  const limit = readCallLimit(header);
  return limit !== undefined && limit.used >= NEARLY_FULL * limit.capacity;
}

/** A 400 can have other reasons in the middle of a list too: a filter whose record was deleted. */
function isAboutCursor({ status, message, details }: GorgiasError): boolean {
  const words = `${message} ${JSON.stringify(details)}`;
  return status === 410 || (status === 400 && /cursor/i.test(words));
}
