import type { GorgiasClient } from "../../client";
import { clock } from "../../clock";
import type { QueryParams } from "../../http/query";
import { MAX_PAGE_SIZE, type PagePosition, readPage } from "../../lists";
import { paginate } from "../../pagination";
import type { SortableTimestamp } from "../../timestamp";
import type { GorgiasRecord } from "./records";
import { type ChangedRecord, toChangedRecord } from "./selection";
import { type Source, versionOf } from "./sources";
import {
  type AnsweredAt,
  answeredAt,
  hasRoomFor,
  isBehind,
  isChange,
  isInFuture,
  isUndated,
  type RecordVersion,
  type Watermark,
} from "./watermark";

/** A page of a list as the triggers read it. */
export interface ChangesPage {
  /** Of all records that have an id. */
  versions: RecordVersion[];
  /** The records that have not been delivered. */
  changes: ChangedRecord[];
  answeredAt: AnsweredAt;
  /** Where the page begins; undefined for the first page of the list. */
  position?: PagePosition;
  /** Where the next page begins; undefined for the last page. */
  next?: PagePosition;
}

/** A record that can be told from others. */
interface Listed {
  record: GorgiasRecord;
  version: RecordVersion;
}

/** How to read a list. */
export interface Reading {
  filters: QueryParams;
  /** Where to begin; the first page if not given. */
  start?: PagePosition;
  /** Whether the first page must hold a record. Later ones must. */
  expectsRecords: boolean;
}

/**
 * Reads a list page by page. A page that must hold records and is empty is read a second time: it may
 * be a moment's failure. An empty page that points to a next one is no end.
 *
 * @throws ExpiredCursorError, and PaginationError for a list that does not end.
 */
export async function* readPages(
  client: GorgiasClient,
  source: Source,
  watermark: Watermark,
  { filters, start, expectsRecords }: Reading,
): AsyncGenerator<ChangesPage, void, void> {
  const params = { ...filters, limit: MAX_PAGE_SIZE };
  const readAt = async (position = start) => {
    const read = () => readPage<GorgiasRecord>(client, source.path, params, position);
    const page = await read();
    const isOdd = page.records.length === 0 && (position !== undefined || expectsRecords);
    return { ...(isOdd ? await read() : page), position };
  };
  for await (const { records, date, position, next } of paginate(readAt, `GET ${source.path}`)) {
    const ms = Date.parse(date ?? "");
    const at = answeredAt(Number.isNaN(ms) ? clock.date() : ms);
    const listed = records.map((record) => ({ record, version: versionOf(source, record) }));
    const withId = listed.filter((entry): entry is Listed => entry.version !== undefined);
    const unseen = withId.filter(({ version }) => isChange(watermark, version, at));
    const changes = unseen.filter(({ version }) => hasRoomFor(watermark, version, at));
    warnOf(client, source, listed.length - withId.length, unseen.length - changes.length);
    yield {
      versions: withId.map(({ version }) => version),
      changes: changes.map(({ version, record }) => toChangedRecord(version, record)),
      answeredAt: at,
      position,
      next,
    };
  }
}

/**
 * Does all that has not been delivered stand before this page of a list, newest first? It holds
 * nothing new and ends behind the watermark, with two records: one alone may be out of order.
 */
export function endsScan(watermark: Watermark, page: ChangesPage): boolean {
  const last = dated(page).slice(-2);
  const isBehindAll = last.every((version) => isBehind(watermark, version));
  return page.changes.length === 0 && last.length > 0 && isBehindAll;
}

/** Is the page's last record behind the watermark? */
export function isBehindAtEnd(watermark: Watermark, page: ChangesPage): boolean {
  const last = lastDated(page);
  return last !== undefined && isBehind(watermark, last);
}

export function lastDated(page: ChangesPage): RecordVersion | undefined {
  return dated(page).at(-1);
}

/** The greatest time of the page and those before it, without times in the future. */
export function greatestTime(
  before: SortableTimestamp | undefined,
  { versions, answeredAt }: ChangesPage,
): SortableTimestamp | undefined {
  return versions
    .filter((version) => !isUndated(version) && !isInFuture(version, answeredAt))
    .reduce((most, { time }) => (most !== undefined && most >= time ? most : time), before);
}

/** The records whose place in the list tells their time. */
function dated({ versions }: ChangesPage): RecordVersion[] {
  return versions.filter(({ isStandIn }) => !isStandIn);
}

function warnOf(
  { logger }: GorgiasClient,
  { path }: Source,
  withoutId: number,
  withoutRoom: number,
): void {
  if (withoutId > 0) {
    logger.warn(`GET ${path}: ${withoutId} records without an id are passed over.`);
  }
  if (withoutRoom > 0) {
    logger.warn(
      `GET ${path}: ${withoutRoom} records dated in the future, or without a time, are passed over. As many as can be remembered have been delivered; one dated in the future comes when its time has come.`,
    );
  }
}
