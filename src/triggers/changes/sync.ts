import type { GorgiasClient } from "../../client";
import { ExpiredCursorError, MAX_PAGE_SIZE, readPage } from "../../lists";
import { PaginationError } from "../../pagination";
import { AFTER_ALL, endOfDate, type SortableTimestamp } from "../../timestamp";
import { hasId, type IdSet, idSet, union } from "./idSet";
import { type GorgiasRecord, type ResourceType, sourceOf, stampOf } from "./sources";
import {
  isBehind,
  isChange,
  note,
  type Progress,
  type Stamp,
  settle,
  startProgress,
  type Watermark,
} from "./watermark";

/** A run whose cursors expire more often than this is not getting on. */
const MAX_RESTARTS = 5;

/** Where a run of several pages stands. A `type`, as the platform's cursor must be. */
export type SyncCursor = {
  /** Of the page to read; absent for a first page. */
  cursor?: string;
  progress: Progress;
  /** How often the walk had to start again. */
  restarts: number;
  /** The last record that was delivered: what to pass over should the walk have to start again. */
  reached?: { time: SortableTimestamp; ids: IdSet };
};

/** One page's changes, newest first, and where the run goes on. */
interface SyncPage {
  changes: { stamp: Stamp; record: GorgiasRecord }[];
  next?: SyncCursor;
  /** With the last page: the mark for the next run. */
  mark?: Watermark;
}

/**
 * Reads one page of what changed since the mark, newest first. Nothing grows with the account: the
 * run carries its place and the mark-to-be from page to page.
 *
 * A cursor that expires starts the walk again from its first page, passing over what was delivered.
 */
export async function readSyncPage(
  client: GorgiasClient,
  resource: ResourceType,
  mark: Watermark,
  from?: SyncCursor,
): Promise<SyncPage> {
  const source = sourceOf(resource);
  const filters = { ...source.filters(mark.time), limit: MAX_PAGE_SIZE };
  const position = { cursor: from?.cursor };
  try {
    const { envelope, date } = await readPage<GorgiasRecord>(
      client,
      source.path,
      filters,
      position,
    );
    const before = from?.progress ?? startProgress(endOfDate(date) ?? AFTER_ALL);
    const fresh = envelope.data
      .map((record) => ({ record, stamp: stampOf(source, record) }))
      .filter(({ stamp }) => !wasDelivered(stamp, from?.reached));
    const stamps = fresh.map(({ stamp }) => stamp);
    const progress = note(before, stamps);
    const changes = fresh.filter(({ stamp }) => isChange(mark, stamp));
    const cursor = envelope.meta.next_cursor || undefined;
    if (cursor === undefined || stamps.some((stamp) => isBehind(mark, stamp))) {
      return { changes, mark: settle(mark, progress) };
    }
    if (cursor === from?.cursor) {
      throw new PaginationError("The list does not end: a page points to itself.");
    }
    const restarts = from?.restarts ?? 0;
    return { changes, next: { cursor, progress, restarts, reached: reach(from?.reached, stamps) } };
  } catch (error) {
    if (!(error instanceof ExpiredCursorError) || !from || from.restarts === MAX_RESTARTS) {
      throw error;
    }
    client.logger.warn(`GET ${source.path}: the cursor expired, so the walk starts again.`);
    return { changes: [], next: { ...from, cursor: undefined, restarts: from.restarts + 1 } };
  }
}

function wasDelivered({ time, id }: Stamp, reached: SyncCursor["reached"]): boolean {
  return (
    reached !== undefined &&
    (time > reached.time || (time === reached.time && hasId(reached.ids, id)))
  );
}

function reach(reached: SyncCursor["reached"], stamps: readonly Stamp[]): SyncCursor["reached"] {
  const last = stamps.at(-1);
  if (!last) {
    return reached;
  }
  const ids = idSet(stamps.filter(({ time }) => time === last.time).map(({ id }) => id));
  return {
    time: last.time,
    ids: reached?.time === last.time ? union(reached.ids, ids) : ids,
  };
}
