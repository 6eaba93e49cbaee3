import { BEFORE_ALL, type SortableTimestamp } from "../../timestamp";
import { EMPTY, hasId, type IdSet, idSet, union } from "./idSet";

/**
 * What of a resource has been delivered: everything up to a time, of that very time the records in
 * `ids`, and the records in `ahead`.
 *
 * Times are Gorgias's own, so that a wrong clock of the runner loses nothing. The mark never passes
 * the time at which Gorgias answered: `updated_datetime` can be written through the API, and one
 * record dated in the future must not silence all others. Such records are remembered one by one.
 */
export interface Watermark {
  time: SortableTimestamp;
  /** Records of that very time. */
  ids: IdSet;
  /** Records dated after the mark, each with the time it was delivered with. */
  ahead: Readonly<Record<string, SortableTimestamp>>;
}

/** The mark of an account where nothing was: whatever comes is new. */
export const NOTHING_SEEN: Watermark = { time: BEFORE_ALL, ids: EMPTY, ahead: {} };

/** A record as the watermark sees it. */
export interface Stamp {
  id: number;
  /** By which the resource is sorted: when it changed or, where that is not kept, came into being. */
  time: SortableTimestamp;
  created: SortableTimestamp;
}

/** Has the walk, newest first, come to what lies wholly behind the mark? */
export function isBehind(mark: Watermark, { time }: Stamp): boolean {
  return time < mark.time;
}

/** Is it a change that has not been delivered? */
export function isChange(mark: Watermark, { id, time }: Stamp): boolean {
  if (time < mark.time || mark.ahead[id] === time) {
    return false;
  }
  return time > mark.time || !hasId(mark.ids, id);
}

/** Did the record come into being after the mark, or change only? */
export function isCreation(mark: Pick<Watermark, "time" | "ids">, { id, created }: Stamp): boolean {
  return created > mark.time || (created === mark.time && !hasId(mark.ids, id));
}

/** A watermark in the making: what a walk, newest first, has seen so far. */
export interface Progress {
  /** The mark must not pass this. */
  limit: SortableTimestamp;
  /** The newest time within the limit; undefined while only later ones have been seen. */
  time?: SortableTimestamp;
  ids: IdSet;
  ahead: Readonly<Record<string, SortableTimestamp>>;
}

export function startProgress(limit: SortableTimestamp): Progress {
  return {
    limit,
    ids: EMPTY,
    ahead: {},
  };
}

/** @param stamps in the walk's order. */
export function note(progress: Progress, stamps: readonly Stamp[]): Progress {
  const { limit } = progress;
  const ahead = stamps.filter(({ time }) => time > limit);
  const within = stamps.filter(({ time }) => time <= limit);
  const time = progress.time ?? within[0]?.time;
  const atMark = within.filter((stamp) => stamp.time === time).map(({ id }) => id);
  return {
    limit,
    time,
    ids: union(progress.ids, idSet(atMark)),
    ahead: {
      ...progress.ahead,
      ...Object.fromEntries(ahead.map((stamp) => [stamp.id, stamp.time])),
    },
  };
}

/**
 * The mark after a walk that began from `mark`. It never goes back: what stood at the mark may have
 * been deleted or changed since.
 */
export function settle(mark: Watermark, { time, ids, ahead }: Progress): Watermark {
  if (time === undefined || time < mark.time) {
    return { ...mark, ahead };
  }
  return { time, ids: time === mark.time ? union(mark.ids, ids) : ids, ahead };
}
