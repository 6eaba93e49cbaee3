import type { Identified } from "../collection";
import { notFound } from "../errors";

/**
 * The record with an id.
 * @param what what Gorgias calls it, for the message
 * @throws ApiError 404
 */
export function requireRecord<R extends Identified>(
  records: ReadonlyMap<number, R>,
  what: string,
  id: number,
): R {
  const record = records.get(id);
  if (!record) {
    throw notFound(what, id);
  }
  return record;
}
