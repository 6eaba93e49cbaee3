import { BEFORE_ALL, justAfter, type SortableTimestamp, timestampOf } from "../../timestamp";

/**
 * How long after its time a change can become visible: the watermark stays this far behind Gorgias's
 * clock. Gorgias stamps a change before it commits it, so that a newer one can be seen first.
 */
export const OVERLAP_MS = 60_000;
/** Records of the overlap that are remembered. With more, the overlap is as long as they reach. */
export const MAX_RECENT_RECORDS = 2_000;
/** With so many records dated in the future remembered, further ones come when their time has come. */
export const MAX_FUTURE_RECORDS = 1_000;
/** With so many records without any time remembered, further ones are passed over. */
export const MAX_UNDATED_RECORDS = 1_000;

/** A place in the order of changes: by time, records of one time by id. */
export interface Position {
  time: SortableTimestamp;
  id: number;
}

/** A record as it was listed once: which one, and when it last changed. */
export interface RecordVersion extends Position {
  created?: SortableTimestamp;
  /** It lacks the time by which its list is sorted, so that its place in the list tells nothing. */
  isStandIn: boolean;
}

/**
 * What of a resource has been delivered: everything up to a position, and the records that are
 * remembered by their ids. Times are Gorgias's own, in the order of its lists.
 *
 * A plain object of fixed keys, since the platform keeps it as JSON.
 */
export interface Watermark extends Position {
  /** Delivered records after the position: id -> the time they were delivered with. */
  recentRecords: Readonly<Record<string, SortableTimestamp>>;
  /** Delivered records dated in the future: id -> the time they were delivered with, and until when
   * they are remembered. A creation in the future would else be one again at each change. */
  futureRecords: Readonly<
    Record<string, readonly [time: SortableTimestamp, until: SortableTimestamp]>
  >;
  /** Delivered records without any time. */
  undatedRecords: readonly number[];
}

/** The watermark of an account where nothing was: whatever comes is new. */
export const EMPTY_WATERMARK: Watermark = {
  time: BEFORE_ALL,
  id: 0,
  recentRecords: {},
  futureRecords: {},
  undatedRecords: [],
};

/** When Gorgias answered, by its own clock. */
export interface AnsweredAt {
  /** The last moment it may have been: a `Date` header tells whole seconds. */
  latest: SortableTimestamp;
  /** Where the overlap begins: what is dated before it is visible by now. */
  overlapStart: SortableTimestamp;
}

/** @param ms milliseconds since 1970. */
export function answeredAt(ms: number): AnsweredAt {
  return { latest: timestampOf(ms + 999), overlapStart: timestampOf(ms - OVERLAP_MS) };
}

export function isBefore(one: Position, other: Position): boolean {
  return one.time < other.time || (one.time === other.time && one.id < other.id);
}

export function isUndated({ time }: Position): boolean {
  return time === BEFORE_ALL;
}

/** Is it dated after Gorgias's own clock? */
export function isInFuture({ time }: Position, { latest }: AnsweredAt): boolean {
  return time > latest;
}

/** Is it a version that has not been delivered? */
export function isChange(
  watermark: Watermark,
  version: RecordVersion,
  { latest }: AnsweredAt,
): boolean {
  if (isUndated(version)) {
    return !isKnown(watermark, version.id);
  }
  if (!isBefore(watermark, version)) {
    return false;
  }
  const { id, time } = version;
  // Both, where the platform merges what it keeps: then what has been forgotten is still there.
  const known = [watermark.recentRecords[id], watermark.futureRecords[id]?.[0]].filter(
    (each) => each !== undefined,
  );
  if (known.includes(time)) {
    return false;
  }
  // An earlier time than the one delivered is a stale reading, unless that one was in the future.
  return known.every((each) => time > each || each > latest);
}

/** Is there room to remember a change? Without, it would be delivered by each run. */
export function hasRoomFor(
  { futureRecords, undatedRecords }: Watermark,
  version: RecordVersion,
  answeredAt: AnsweredAt,
): boolean {
  if (isUndated(version)) {
    return undatedRecords.length < MAX_UNDATED_RECORDS;
  }
  const isRoomy = Object.keys(futureRecords).length < MAX_FUTURE_RECORDS;
  return isRoomy || version.id in futureRecords || !isInFuture(version, answeredAt);
}

/** Has the record been delivered before, as far as is remembered? */
export function isKnown(watermark: Watermark, id: number): boolean {
  return (
    id in watermark.recentRecords ||
    id in watermark.futureRecords ||
    watermark.undatedRecords.includes(id)
  );
}

/** Is it a version that a list, newest first, shows only after all that has not been delivered? */
export function isBehind(watermark: Watermark, version: RecordVersion): boolean {
  return !version.isStandIn && !isBefore(watermark, version);
}

/** The watermark with versions that have been delivered; its position is the same. */
export function recordSeen(
  watermark: Watermark,
  versions: readonly RecordVersion[],
  { latest }: AnsweredAt,
): Watermark {
  const recentRecords = { ...watermark.recentRecords };
  const futureRecords = { ...watermark.futureRecords };
  const undatedRecords = new Set(watermark.undatedRecords);
  for (const version of versions) {
    const { id, time, created = BEFORE_ALL } = version;
    delete recentRecords[id];
    delete futureRecords[id];
    undatedRecords.delete(id);
    const until = [time, created].sort()[1] as SortableTimestamp;
    if (isUndated(version)) {
      undatedRecords.add(id);
    } else if (until > latest) {
      futureRecords[id] = [time, until];
    } else {
      recentRecords[id] = time;
    }
  }
  return { ...watermark, recentRecords, futureRecords, undatedRecords: [...undatedRecords] };
}

/**
 * Moves the watermark on, and forgets what it passes.
 *
 * @param to where it is to stand; it never goes back.
 * @param deferredAfter the last version before those that are left for a later run.
 */
export function advanceWatermark(
  watermark: Watermark,
  to: Position,
  deferredAfter?: Position,
): Watermark {
  const reached = isBefore(watermark, to) ? to : watermark;
  const recent = Object.entries(watermark.recentRecords)
    .map(([id, time]) => ({ id: Number(id), time }))
    .filter((version) => isBefore(reached, version))
    .sort(byPosition);
  const excess = recent.slice(0, Math.max(0, recent.length - MAX_RECENT_RECORDS));
  const forgotten = deferredAfter
    ? excess.filter((version) => !isBefore(deferredAfter, version))
    : excess;
  const { time, id } = forgotten.at(-1) ?? reached;
  return {
    time,
    id,
    recentRecords: Object.fromEntries(
      recent.slice(forgotten.length).map((version) => [version.id, version.time]),
    ),
    futureRecords: Object.fromEntries(
      Object.entries(watermark.futureRecords).filter(([, [, until]]) => until > time),
    ),
    undatedRecords: watermark.undatedRecords,
  };
}

/**
 * How far the watermark may move when all changes have been delivered: to the start of the overlap,
 * but not beyond what was seen, so that a clock that is ahead loses nothing.
 *
 * @param newest the greatest time seen; undefined keeps the watermark where it is.
 */
export function reachedPosition(
  newest: SortableTimestamp | undefined,
  { overlapStart }: AnsweredAt,
): Position {
  const seen = newest === undefined ? BEFORE_ALL : justAfter(newest);
  return { time: seen < overlapStart ? seen : overlapStart, id: 0 };
}

/** For `sort`: the oldest first. */
export function byPosition(one: Position, other: Position): number {
  if (isBefore(one, other)) {
    return -1;
  }
  return isBefore(other, one) ? 1 : 0;
}
