import { GorgiasError } from "../http/errors";
import { type List, nameOf, pathOf } from "./list";

/** A list as Gorgias answers it. */
export interface ListEnvelope<T> {
  object?: string;
  uri?: string;
  data: T[];
  meta: ListMeta;
}

/** Where a list goes on; `position.ts` reads it. */
export interface ListMeta {
  [other: string]: unknown;
  prev_cursor?: string | null;
  next_cursor?: string | null;
  next_items?: string | null;
  prev_items?: string | null;
}

/** The records of a response that may be an envelope or a bare array; none when it holds none. */
export function recordsOf<T>(response: unknown): T[] {
  const records = Array.isArray(response)
    ? response
    : (response as { data?: unknown } | undefined)?.data;
  return Array.isArray(records) ? records : [];
}

/**
 * @param response the envelope, or a bare array: some lists are documented as one (contract, README
 * "Lists and time").
 * @param requestId Gorgias's name for the request.
 * @throws GorgiasError when it holds no records.
 */
export function toEnvelope<T>(response: unknown, list: List, requestId?: string): ListEnvelope<T> {
  const noCursors = { prev_cursor: null, next_cursor: null };
  const path = pathOf(list);
  if (Array.isArray(response)) {
    return { object: "list", uri: `/api${path}`, data: response, meta: noCursors };
  }
  const envelope = response as Partial<ListEnvelope<T>> | null;
  if (!Array.isArray(envelope?.data)) {
    const id = requestId ? ` (request ID ${requestId})` : "";
    throw new GorgiasError(`Gorgias answered ${nameOf(list)} without a list of records${id}`, {
      method: typeof list === "string" ? "GET" : list.method,
      path,
      requestId,
    });
  }
  return { ...envelope, data: envelope.data, meta: { ...noCursors, ...envelope.meta } };
}
