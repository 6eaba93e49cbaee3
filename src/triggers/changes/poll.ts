import type { GorgiasClient } from "../../client";
import { clock } from "../../clock";
import { GorgiasError } from "../../http/errors";
import { ExpiredCursorError } from "../../lists";
import type { SortableTimestamp } from "../../timestamp";
import { readInitialWatermark } from "./initialWatermark";
import { type Change, changeOf, nextState, type PollState } from "./pollState";
import type { GorgiasRecord } from "./records";
import { type Scan, scanChanges } from "./scan";
import { type ChangedRecord, deferFrom } from "./selection";
import { type Source, sourceOf } from "./sources";
import { Unreadable, warnOfUnreadable } from "./surveys";
import { EMPTY_WATERMARK, isInFuture } from "./watermark";

/** Milliseconds after which a run reads nothing more: the platform ends it after 15 minutes. */
const MAX_RUN_MS = 10 * 60_000;
/** What Gorgias answers for a place in a list that it no longer knows. */
const UNKNOWN_PLACE = [400, 404, 410];

/** A record, and what became of it. */
export interface ChangeItem {
  change: Change;
  record: GorgiasRecord;
}

/** What one run is asked for. */
export interface PollRun extends Pick<PollState, "account" | "resource"> {
  /** What the run before kept; undefined for a first run. */
  state?: PollState;
  /** Where a first run begins; from now on if not given. */
  recordsSince?: SortableTimestamp;
  /** What is not shown counts as delivered. */
  isShown(change: Change): boolean;
}

/** What one run found. */
export interface PollResult {
  /** Oldest first. */
  items: ChangeItem[];
  /** To be kept once the items are handed over. With a backlog, the next run has more to deliver. */
  state: PollState;
}

/**
 * Finds what was created or updated since the run before: at most 1,000 records and 20 MB, the oldest
 * first. What is left comes with the next runs, in order.
 */
export async function pollChanges(client: GorgiasClient, run: PollRun): Promise<PollResult> {
  const { account, resource, recordsSince, state } = run;
  if (state) {
    return deliverChanges(client, run, state);
  }
  if (recordsSince !== undefined) {
    client.logger.info(`First run: it begins with the ${resource} of ${recordsSince}.`);
    const watermark = { ...EMPTY_WATERMARK, time: recordsSince };
    return deliverChanges(client, run, { account, resource, watermark, backlog: null });
  }
  const watermark = await readInitialWatermark(client, sourceOf(resource));
  client.logger.info(
    `First run: nothing is delivered. The next ones deliver the ${resource} that are created or updated from now on.`,
  );
  return { items: [], state: { account, resource, watermark, backlog: null } };
}

async function deliverChanges(
  client: GorgiasClient,
  { resource, isShown }: PollRun,
  before: PollState,
): Promise<PollResult> {
  const source = sourceOf(resource);
  const deadline = clock.now() + MAX_RUN_MS;
  const scan = await scanFrom(client, before, deadline);
  const items: ChangeItem[] = [];
  const unreadable: Unreadable[] = [];
  let delivered: Scan = scan;
  for (const changed of scan.changes) {
    if (source.readRecord && clock.now() > deadline) {
      delivered = { ...scan, ...deferFrom(scan, changed.version) };
      break;
    }
    const change = changeOf(before, changed.version);
    if (!isShown(change)) {
      continue;
    }
    const record = await readRecord(client, source, changed);
    if (record instanceof Unreadable) {
      unreadable.push(record);
    } else if (!items.some((item) => item.record.id === record.id)) {
      items.push({ change, record });
    }
  }
  warnOfUnreadable(client.logger, unreadable, items.length);
  logTimesAndBacklog(client, resource, delivered);
  return { items, state: nextState(before, delivered) };
}

async function readRecord(
  client: GorgiasClient,
  { readRecord: read }: Source,
  { record }: ChangedRecord,
): Promise<GorgiasRecord | Unreadable> {
  return read ? read(client, record) : record;
}

/** Scans from where the run before left off; what was kept of that can be out of date. */
async function scanFrom(
  client: GorgiasClient,
  { resource, watermark, backlog }: PollState,
  deadline: number,
): Promise<Scan> {
  const source = sourceOf(resource);
  let checkpoints = backlog?.checkpoints ?? [];
  for (let restarts = 0; ; ) {
    try {
      const options = { watermark, deadline, checkpoints, hasBacklog: backlog !== null };
      const scan = await scanChanges(client, source, options);
      const isOver = scan.changes.length > 0 || checkpoints.length === 0;
      if (isOver || clock.now() > deadline) {
        return scan;
      }
      // All that stood there has changed since, and stands before it now.
      checkpoints = scan.checkpoints;
    } catch (error) {
      const isExpired = error instanceof ExpiredCursorError;
      const isUnknown =
        checkpoints.length > 0 &&
        error instanceof GorgiasError &&
        UNKNOWN_PLACE.includes(error.status ?? 0);
      if (restarts > 0 || !(isExpired || isUnknown)) {
        throw error;
      }
      restarts += 1;
      checkpoints = [];
      client.logger.warn(
        `GET ${source.path}: a cursor expired, so the list is read again from its start. Nothing is delivered twice.`,
      );
    }
  }
}

function logTimesAndBacklog(
  { logger }: GorgiasClient,
  resource: string,
  { changes, deferredFrom, answeredAt }: Scan,
): void {
  const future = changes.filter(({ version }) => isInFuture(version, answeredAt));
  if (future[0]) {
    logger.warn(
      `${future.length} ${resource} are dated in the future, such as ${future[0].version.id} at ${future[0].version.time}. They come once, and again when they change.`,
    );
  }
  if (deferredFrom) {
    logger.info(
      `A backlog of ${resource}: the oldest ${changes.length} are delivered now, more follow.`,
    );
  }
}
