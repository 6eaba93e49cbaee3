import { SpectralError } from "@prismatic-io/spectral";
import type { GorgiasClient } from "../../client";
import { clock } from "../../clock";
import { ExpiredCursorError, iteratePages } from "../../lists";
import { AFTER_ALL, endOfDate, type SortableTimestamp } from "../../timestamp";
import { type GorgiasRecord, type ResourceType, sourceOf, stampOf } from "./sources";
import {
  isBehind,
  isChange,
  isCreation,
  NOTHING_SEEN,
  note,
  type Stamp,
  settle,
  startProgress,
  type Watermark,
} from "./watermark";

/** What one poll delivers at most; the rest follows at the next polls. */
export const MAX_CHANGES = 10_000;
/** Milliseconds in which a poll must have reached the mark: a run lasts 15 minutes at most. */
const MAX_WALK_MS = 10 * 60_000;

/** What a trigger keeps between its runs. */
export interface WatchState {
  resource: ResourceType;
  mark: Watermark;
  /** While a backlog is worked off: the mark at its beginning, which tells created from updated. */
  backlogSince?: Pick<Watermark, "time" | "ids">;
}

/** A record and what became of it. */
export interface Change {
  change: "created" | "updated";
  record: GorgiasRecord;
}

/** A record of the walk; one that is a change and is to be delivered still holds its content. */
interface Seen {
  stamp: Stamp;
  record?: GorgiasRecord;
  /** A change that is left for a later poll. */
  isLeft?: boolean;
}

/** What a walk saw, newest first. */
interface Walked {
  seen: Seen[];
  /** When Gorgias answered the first page. */
  limit: SortableTimestamp;
}

/** The mark of a first run, for which all that exists is old. Mostly one request. */
export async function readFirstMark(
  client: GorgiasClient,
  resource: ResourceType,
): Promise<Watermark> {
  const { seen, limit } = await readBackTwice(client, resource, NOTHING_SEEN, (all, until) => {
    const newest = all.find(({ stamp }) => stamp.time <= until)?.stamp.time;
    const oldest = all.at(-1)?.stamp.time;
    return newest !== undefined && oldest !== undefined && oldest < newest;
  });
  const stamps = seen.map(({ stamp }) => stamp);
  return settle(NOTHING_SEEN, note(startProgress(limit), stamps));
}

/**
 * What changed since the mark, oldest first, and the state after it has been delivered.
 *
 * Costs one request for every 100 changes, and one to see that there are no more.
 */
export async function poll(
  client: GorgiasClient,
  { resource, mark, backlogSince }: WatchState,
): Promise<{ changes: Change[]; state: WatchState }> {
  const { seen, limit } = await readBackTwice(client, resource, mark, (all) => {
    const last = all.at(-1);
    return last !== undefined && isBehind(mark, last.stamp);
  });
  const isBacklog = seen.some(({ isLeft }) => isLeft);
  const since = backlogSince ?? mark;
  const delivered = seen.filter((entry): entry is Required<Seen> => entry.record !== undefined);
  const stamps = seen.filter(({ isLeft }) => !isLeft).map(({ stamp }) => stamp);
  // With changes left for the next poll, the mark stays behind the newest that is delivered: a record
  // of the future that is known, and whose time has come, stands before them.
  const newest = delivered[0]?.stamp.time ?? limit;
  const reached = isBacklog && newest < limit ? newest : limit;
  return {
    changes: delivered.reverse().map(({ stamp, record }) => ({
      change: isCreation(since, stamp) ? "created" : "updated",
      record,
    })),
    state: {
      resource,
      mark: settle(mark, note(startProgress(reached), stamps)),
      ...(isBacklog ? { backlogSince: { time: since.time, ids: since.ids } } : {}),
    },
  };
}

/**
 * Reads newest first until what lies behind the mark, and holds on to the oldest `MAX_CHANGES`
 * changes only: memory does not grow with a backlog.
 *
 * @param isEnough ends the walk before its last page.
 */
async function readBack(
  client: GorgiasClient,
  resource: ResourceType,
  mark: Watermark,
  isEnough: (seen: readonly Seen[], limit: SortableTimestamp) => boolean,
): Promise<Walked> {
  const source = sourceOf(resource);
  const startedAt = clock.now();
  const ids = new Set<number>();
  const seen: Seen[] = [];
  const changes: Seen[] = [];
  let left = 0;
  let limit: SortableTimestamp | undefined;
  const filters = source.filters(mark.time);
  for await (const page of iteratePages<GorgiasRecord>(client, source.path, filters)) {
    limit ??= endOfDate(page.date) ?? AFTER_ALL;
    for (const record of page.records) {
      const stamp = stampOf(source, record);
      if (ids.has(stamp.id)) {
        continue;
      }
      ids.add(stamp.id);
      const entry: Seen = { stamp };
      seen.push(entry);
      if (!isChange(mark, stamp)) {
        continue;
      }
      entry.record = record;
      changes.push(entry);
    }
    for (; changes.length - left > MAX_CHANGES; left += 1) {
      Object.assign(changes[left] as Seen, { record: undefined, isLeft: true });
    }
    if (isEnough(seen, limit ?? AFTER_ALL)) {
      break;
    }
    if (clock.now() - startedAt > MAX_WALK_MS) {
      throw new SpectralError(
        `More ${resource} have changed than one poll can read in ${MAX_WALK_MS / 60_000} minutes, and nothing was delivered or forgotten: use the trigger Sync Records for this account.`,
      );
    }
  }
  return { seen, limit: limit ?? AFTER_ALL };
}

/** A walk whose cursor expires starts again, once: nothing has been delivered yet. */
async function readBackTwice(...walked: Parameters<typeof readBack>): Promise<Walked> {
  try {
    return await readBack(...walked);
  } catch (error) {
    if (!(error instanceof ExpiredCursorError)) {
      throw error;
    }
    return readBack(...walked);
  }
}
