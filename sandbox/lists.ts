/** Pages of a list by cursor: a page starts after a position, not after a number of records. */
import type { Identified, Position, SortedIndex } from "./collection";
import { type Cursors, expiredCursor, type Side } from "./cursors";
import type { Clock } from "./timeline";

/** What a list request asks for, apart from its filters. */
export interface ListQuery {
  limit?: number;
  cursor?: string;
  order_by?: string;
}

/** The records of a list, in the order of the key that `order_by` names. */
export interface ListSource<R extends Identified, T> {
  records: SortedIndex<R>;
  /** The part of the records that can match: first index and the one after the last. */
  range?: readonly [from: number, to: number];
  matches?: (record: R) => boolean;
  /** Whether the list has a total, which is always null (recorded). */
  hasTotal?: boolean;
  render: (record: R) => T;
}

/** The envelope of every list. */
export type ListResponse<T> = {
  object: "list";
  uri: string;
  data: T[];
  meta: { prev_cursor: string | null; next_cursor: string | null; total_resources?: null };
};

/** What a request for the items of a view asks for. */
export interface ItemsQuery extends ListQuery {
  direction?: Side;
  ignored_item?: number;
}

/** The envelope of the items of a view: the neighbouring pages are links. */
export type ItemsResponse<T> = {
  data: T[];
  meta: { current_cursor: string | null; next_items: string | null; prev_items: string | null };
};

/** The envelope of a list that pages by number. */
export type NumberedResponse<T> = {
  object: "list";
  uri: string;
  data: T[];
  meta: {
    page: number;
    per_page: number;
    current_page: string;
    item_count: number;
    nb_pages: number;
  };
};

/** Milliseconds from a record's stamp to the moment at which lists show it. */
export type CommitDelay = number | ((record: Identified) => number);

const DEFAULT_LIMIT = 30;
const DEFAULT_ORDER = "created_datetime:desc";

/**
 * Splits `created_datetime:desc`; a bare field means its default direction, descending. Of
 * `usage:asc,name:asc` only the first field is given: further ones are up to its sort key.
 */
export function readOrder<Field extends string>(
  orderBy: string | undefined,
): { field: Field; direction: "asc" | "desc" } {
  const [field, direction = "desc"] = (orderBy ?? DEFAULT_ORDER).split(/[:,]/);
  return { field: field as Field, direction: direction as "asc" | "desc" };
}

/** Answers one list request. */
export class Pager {
  readonly #cursors: Cursors;
  readonly #clock: Clock;
  readonly #path: string;
  readonly #uri: string;
  readonly #expireCursor: boolean;
  readonly #commitDelayMs: CommitDelay;

  /** @param expireCursor whether a fault wants this request's cursor to count as expired */
  constructor(options: {
    cursors: Cursors;
    clock: Clock;
    path: string;
    /** As sent, without the question mark. */
    query: string;
    expireCursor: boolean;
    commitDelayMs: CommitDelay;
  }) {
    this.#cursors = options.cursors;
    this.#clock = options.clock;
    this.#path = options.path;
    this.#uri = `${options.path}?${options.query}`;
    this.#expireCursor = options.expireCursor;
    this.#commitDelayMs = options.commitDelayMs;
  }

  /** @throws ApiError 400 when the cursor is unknown, of another query or expired */
  page<R extends Identified, T>(query: ListQuery, source: ListSource<R, T>): ListResponse<T> {
    const { limit = DEFAULT_LIMIT, cursor, order_by, ...filters } = query;
    const bound = JSON.stringify([this.#path, order_by ?? DEFAULT_ORDER, sorted(filters)]);
    const nowMs = this.#clock.now();
    const from = cursor === undefined ? undefined : this.#read(cursor, bound, nowMs);
    const { direction } = readOrder(order_by);
    const { matches = () => true } = source;
    const { found, before, after } = findPage(
      { ...source, matches: (record) => this.#isCommitted(record, nowMs) && matches(record) },
      { direction, limit, ...from },
    );
    const write = (side: Side, record: R) =>
      this.#cursors.write({ position: source.records.positionOf(record), side }, bound, nowMs);
    const [first] = found;
    const last = found.at(-1);
    return {
      object: "list",
      uri: this.#uri,
      data: found.map(source.render),
      meta: {
        prev_cursor: before && first ? write("prev", first) : null,
        next_cursor: after && last ? write("next", last) : null,
        ...(source.hasTotal && { total_resources: null }),
      },
    };
  }

  /**
   * A page of a view's items. Its cursors stand at the last (or first) record of the page that they
   * lead away from; the links name that record to be left out.
   * @param bindings what the cursors are good for, next to the path and the order
   * @throws ApiError 400 when the cursor is unknown, of another query or expired
   */
  items<R extends Identified, T>(
    query: ItemsQuery,
    bindings: unknown,
    source: ListSource<R, T>,
  ): ItemsResponse<T> {
    const { limit = DEFAULT_LIMIT, cursor, order_by, ignored_item } = query;
    const bound = JSON.stringify([this.#path, order_by, bindings]);
    const nowMs = this.#clock.now();
    const from = cursor === undefined ? undefined : this.#read(cursor, bound, nowMs);
    const side = query.direction ?? from?.side ?? "next";
    const { matches = () => true } = source;
    const { found, before, after } = findPage(
      { ...source, matches: (record) => record.id !== ignored_item && matches(record) },
      { ...from, direction: readOrder(order_by).direction, limit, side, inclusive: true },
    );
    const link = (to: Side, record: R | undefined) => {
      if (!record) {
        return null;
      }
      const position = source.records.positionOf(record);
      const parameters = new URLSearchParams({
        cursor: this.#cursors.write({ position, side: to }, bound, nowMs),
        direction: to,
        ignored_item: String(record.id),
        ...(query.limit !== undefined && { limit: String(limit) }),
        ...(order_by !== undefined && { order_by }),
      });
      return `${this.#path}?${parameters}`;
    };
    // A page that was come to from a side has another page on that side.
    const isFirst = !before && !(from && side === "next");
    const isLast = !after && !(from && side === "prev");
    return {
      data: found.map(source.render),
      meta: {
        current_cursor: cursor ?? null,
        next_items: isLast ? null : link("next", found.at(-1)),
        prev_items: isFirst ? null : link("prev", found[0]),
      },
    };
  }

  /** A page by its number, from 1; one past the end is empty. */
  numbered<R, T>(
    { page = 1 }: { page?: number },
    records: readonly R[],
    render: (record: R) => T,
  ): NumberedResponse<T> {
    const first = (page - 1) * DEFAULT_LIMIT;
    return {
      object: "list",
      uri: this.#uri,
      data: records.slice(first, first + DEFAULT_LIMIT).map(render),
      meta: {
        page,
        per_page: DEFAULT_LIMIT,
        current_page: `${this.#path}/?page=${page}`,
        item_count: records.length,
        nb_pages: Math.ceil(records.length / DEFAULT_LIMIT),
      },
    };
  }

  /** A record dated in the future is not one that waits: it is shown. */
  #isCommitted(record: Identified, nowMs: number): boolean {
    if (this.#commitDelayMs === 0) {
      return true;
    }
    const { updated_datetime, created_datetime } = record as Stamped;
    const ageMs = nowMs - Date.parse(updated_datetime ?? created_datetime ?? "");
    const delayMs =
      typeof this.#commitDelayMs === "number" ? this.#commitDelayMs : this.#commitDelayMs(record);
    return !(ageMs >= 0 && ageMs < delayMs);
  }

  #read(cursor: string, bound: string, nowMs: number) {
    const content = this.#cursors.read(cursor, bound, nowMs);
    if (this.#expireCursor) {
      throw expiredCursor();
    }
    return content;
  }
}

/** The times that a record may have. */
interface Stamped {
  updated_datetime?: string | null;
  created_datetime?: string | null;
}

function sorted(filters: object): [string, unknown][] {
  return Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1));
}

interface PageRequest {
  direction: "asc" | "desc";
  limit: number;
  position?: Position;
  side?: Side;
  /** Whether the record at the position is part of the page. */
  inclusive?: boolean;
}

/**
 * The records of a page in the order of the list, and whether matching records lie before and
 * after them.
 */
function findPage<R extends Identified>(
  source: ListSource<R, unknown>,
  { direction, limit, position, side = "next", inclusive = false }: PageRequest,
) {
  const step = (side === "next") === (direction === "asc") ? 1 : -1;
  const start = startOf(source, position, step, inclusive);
  const walked = take(matchesFrom(source, start, step), limit + 1);
  const further = walked.length > limit;
  const found = walked.slice(0, limit);
  const back = step === 1 ? -1 : 1;
  const behind =
    position !== undefined && take(matchesFrom(source, start + back, back), 1).length > 0;
  return side === "next"
    ? { found, before: behind, after: further }
    : { found: found.reverse(), before: further, after: behind };
}

/** First index to look at: at the position or just past it, in the walking direction. */
function startOf<R extends Identified>(
  source: ListSource<R, unknown>,
  position: Position | undefined,
  step: 1 | -1,
  inclusive: boolean,
): number {
  const [from, to] = rangeOf(source);
  if (!position) {
    return step > 0 ? from : to - 1;
  }
  const { records } = source;
  const at = records.seek(position);
  const there = records.records[at];
  const isThere = there?.id === position.id && records.key(there) === position.key;
  if (step > 0) {
    return Math.max(from, isThere && !inclusive ? at + 1 : at);
  }
  return Math.min(to, isThere && inclusive ? at + 1 : at) - 1;
}

function rangeOf<R extends Identified>({ records, range }: ListSource<R, unknown>) {
  return range ?? ([0, records.records.length] as const);
}

/** The matching records from an index on, forwards or backwards. */
function* matchesFrom<R extends Identified>(
  source: ListSource<R, unknown>,
  start: number,
  step: 1 | -1,
): Generator<R> {
  const [from, to] = rangeOf(source);
  const { records, matches = () => true } = source;
  for (let index = start; index >= from && index < to; index += step) {
    const record = records.records[index] as R;
    if (matches(record)) {
      yield record;
    }
  }
}

function take<R>(records: Generator<R>, count: number): R[] {
  const taken: R[] = [];
  for (const record of records) {
    taken.push(record);
    if (taken.length === count) {
      break;
    }
  }
  return taken;
}
