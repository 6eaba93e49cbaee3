import { invalid } from "../errors";
import { normalizeTimestamp } from "../timeline";

/**
 * A time of a request in the stored form; null when it is absent or null.
 * @throws ApiError 400 at `field` when there is no such date
 */
export function readTimestamp(text: string | null | undefined, field: string): string | null {
  if (text === null || text === undefined) {
    return null;
  }
  const time = normalizeTimestamp(text);
  if (time === undefined) {
    throw invalid(field, "Not a valid date and time.");
  }
  return time;
}
