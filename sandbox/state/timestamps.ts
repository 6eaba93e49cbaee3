import { invalid } from "../errors";
import { formatMicros, normalizeTimestamp } from "../timeline";
import type { State } from "./state";

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

/** Whether a stored time has come, by the clock. */
export function isPast(state: State, time: string | null | undefined): boolean {
  return Boolean(time && time <= formatMicros(state.timeline.clock.now() * 1000));
}
