import type { GorgiasClient } from "../../client";
import { clock } from "../../clock";
import type { PagePosition } from "../../lists";
import { AFTER_ALL, BEFORE_ALL, type SortableTimestamp } from "../../timestamp";
import {
  type ChangesPage,
  endsScan,
  greatestTime,
  isBehindAtEnd,
  lastDated,
  readPages,
} from "./readPages";
import { deferFrom, NOTHING_SELECTED, type Selection, select } from "./selection";
import { newestFirst, oldestFirst, type Source } from "./sources";
import {
  type AnsweredAt,
  byPosition,
  isBefore,
  isInFuture,
  type Position,
  type RecordVersion,
  type Watermark,
} from "./watermark";

/** While a backlog is read, the place of one page in this many is kept to go on from. */
const PAGES_PER_CHECKPOINT = 10;
/** Places that are kept at most; what lies before them is found from the first page again. */
const MAX_CHECKPOINTS = 1_000;
/** Looks at the first page for what moved there while a scan of several pages read. */
const MAX_SECOND_LOOKS = 3;

/** What a look at a list found. */
export interface Scan extends Selection {
  /** When Gorgias answered first. */
  answeredAt: AnsweredAt;
  /** The greatest time seen; undefined when there was none, or the scan did not go far enough. */
  newest?: SortableTimestamp;
  /** Where to go on for what is deferred, the place to take first last. None: at the first page. */
  checkpoints: readonly PagePosition[];
}

/** From where and how far to scan. */
export interface ScanOptions {
  watermark: Watermark;
  /** When to stop reading, by `clock.now()`. */
  deadline: number;
  /** Of an earlier scan. */
  checkpoints: readonly PagePosition[];
  /** Whether changes are known to be left from an earlier run. */
  hasBacklog: boolean;
}

/** A page of a scan that is behind it. */
interface ReadPage {
  position?: PagePosition;
  /** Its changes, oldest first. */
  changes: readonly Position[];
}

/**
 * Finds what has not been delivered, the oldest changes that fit into one run.
 *
 * @throws ExpiredCursorError, and what `readPages` throws.
 */
export function scanChanges(
  client: GorgiasClient,
  source: Source,
  options: ScanOptions,
): Promise<Scan> {
  return source.hasTimeFilter
    ? scanUpwards(client, source, options)
    : scanDownwards(client, source, options);
}

/** Reads from the watermark upwards until the run is full. */
async function scanUpwards(
  client: GorgiasClient,
  source: Source,
  { watermark, deadline }: ScanOptions,
): Promise<Scan> {
  let selection = NOTHING_SELECTED;
  let newest: SortableTimestamp | undefined;
  let answeredAt: AnsweredAt | undefined;
  const reading = {
    filters: oldestFirst(source, watermark.time),
    expectsRecords: Object.keys(watermark.recentRecords).length > 0,
  };
  for await (const page of readPages(client, source, watermark, reading)) {
    answeredAt ??= page.answeredAt;
    selection = select(selection, page.changes);
    newest = greatestTime(newest, page);
    const last = lastDated(page);
    const { deferredFrom } = selection;
    const isFull = deferredFrom && last && last.time > deferredFrom.time;
    if (last && page.next && (isFull || clock.now() > deadline)) {
      // Records of one time come in any order: those of the last time read may not be complete.
      selection = deferFrom(selection, { time: last.time, id: 0 });
      break;
    }
  }
  return { ...selection, newest, checkpoints: [], answeredAt: answeredAt as AnsweredAt };
}

/**
 * Reads from the newest change, or from where an earlier scan left off, down to the watermark, and
 * holds on to the oldest changes only: memory does not grow with a backlog.
 */
async function scanDownwards(
  client: GorgiasClient,
  source: Source,
  { watermark, deadline, checkpoints, hasBacklog }: ScanOptions,
): Promise<Scan> {
  const start = checkpoints.at(-1);
  const others = checkpoints.slice(0, -1);
  const seen = new Map<number, SortableTimestamp>();
  const pages: ReadPage[] = [];
  let selection = NOTHING_SELECTED;
  let newest: SortableTimestamp | undefined;
  let answeredAt: AnsweredAt | undefined;
  let canHaveMissed = false;
  const reading = {
    filters: newestFirst(source),
    start,
    expectsRecords: watermark.time !== BEFORE_ALL,
  };
  for await (const page of readPages(client, source, watermark, reading)) {
    if (answeredAt === undefined && start === undefined) {
      if (!hasBacklog && isQuiet(watermark, page)) {
        return { ...NOTHING_SELECTED, answeredAt: page.answeredAt, checkpoints: [] };
      }
      canHaveMissed = page.next !== undefined && !isBehindAtEnd(watermark, page);
    }
    answeredAt ??= page.answeredAt;
    selection = select(selection, page.changes);
    newest = greatestTime(newest, page);
    const positions = page.changes.map(({ version: { time, id } }) => ({ time, id }));
    pages.push({ position: page.position, changes: positions.sort(byPosition) });
    for (const { id, time } of page.versions) {
      seen.set(id, time);
    }
    if (endsScan(watermark, page)) {
      break;
    }
    if (page.next && clock.now() > deadline) {
      return {
        changes: [],
        deferredFrom: { time: BEFORE_ALL, id: 0 },
        answeredAt,
        checkpoints: [...others, ...checkpointsOf(pages), page.next].slice(-MAX_CHECKPOINTS),
      };
    }
  }
  if (canHaveMissed) {
    selection = await lookAgain(client, source, watermark, selection, seen);
  }
  const { deferredFrom } = selection;
  const above = deferredFrom ? pages.slice(0, countReaching(pages, deferredFrom)) : [];
  const places = [...others, ...(start && deferredFrom ? [start] : []), ...checkpointsOf(above)];
  return {
    // What stands before the start is still to be read.
    ...(start ? deferFrom(selection, { time: AFTER_ALL, id: 0 }) : selection),
    newest,
    answeredAt: answeredAt as AnsweredAt,
    checkpoints: places.slice(-MAX_CHECKPOINTS),
  };
}

/**
 * A record that changes while a scan reads moves to the first page, behind its back. The next run
 * would find it, but could not tell that it is new. Nothing in the pages read tells whether one has
 * moved, since their cursors stand at records that have not: only this look does. With it and the
 * page that ends a scan, a run of several pages costs two requests more than its changes fill. Both
 * could be saved by trusting the order of the list, which may lose records.
 */
async function lookAgain(
  client: GorgiasClient,
  source: Source,
  watermark: Watermark,
  selection: Selection,
  seen: Map<number, SortableTimestamp>,
): Promise<Selection> {
  let selected = selection;
  const reading = { filters: newestFirst(source), expectsRecords: true };
  for (let look = 1, pages = 2; look <= MAX_SECOND_LOOKS && pages > 1; look += 1) {
    pages = 0;
    for await (const page of readPages(client, source, watermark, reading)) {
      pages += 1;
      const isOld = ({ id, time }: Position) => seen.get(id) === time;
      const reachesOld = page.versions.some(isOld);
      selected = select(
        selected,
        page.changes.filter(({ version }) => !isOld(version)),
      );
      for (const { id, time } of page.versions) {
        seen.set(id, time);
      }
      if (reachesOld) {
        break;
      }
    }
  }
  return selected;
}

/**
 * Does the first page hold nothing new, though it does not end the scan, and records of the last
 * minute? Then what is below can wait until they are older: a burst does not make each run read it
 * all again.
 */
function isQuiet(watermark: Watermark, page: ChangesPage): boolean {
  const { versions, changes, answeredAt } = page;
  const isOfLastMinute = (version: RecordVersion) =>
    !version.isStandIn &&
    !isInFuture(version, answeredAt) &&
    version.time > answeredAt.overlapStart;
  const mayGoOn = page.next !== undefined && !endsScan(watermark, page);
  return changes.length === 0 && mayGoOn && versions.some(isOfLastMinute);
}

/** How many pages, from the first, it takes to have all that hold a change from a position on. */
function countReaching(pages: readonly ReadPage[], position: Position): number {
  const reaching = pages.map(({ changes }) => {
    const latest = changes.at(-1);
    return latest !== undefined && !isBefore(latest, position);
  });
  return reaching.lastIndexOf(true) + 1;
}

/**
 * Of the last pages' positions one in `PAGES_PER_CHECKPOINT`, without that of the first page. None
 * that a change stands before which is older than what stands behind: it would be passed over.
 */
function checkpointsOf(pages: readonly ReadPage[]): PagePosition[] {
  const isInOrder = (index: number) => {
    const before = pages.slice(0, index).flatMap(({ changes }) => changes[0] ?? []);
    const behind = pages.slice(index).flatMap(({ changes }) => changes.at(-1) ?? []);
    const earliest = before.sort(byPosition)[0];
    const latest = behind.sort(byPosition).at(-1);
    return !earliest || !latest || isBefore(latest, earliest);
  };
  return pages
    .map(({ position }, index) => ({ position, index }))
    .filter(({ index }) => index > 0 && (pages.length - index) % PAGES_PER_CHECKPOINT === 0)
    .filter(({ index }) => isInOrder(index))
    .flatMap(({ position }) => position ?? []);
}
