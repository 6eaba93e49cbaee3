/**
 * A list of Gorgias's in memory, as a trigger meets it: it changes while it is read, changes become
 * visible late, times are missing, cursors expire. It stands behind a client that waits for nothing.
 */
import type { GorgiasClient } from "../../src/client";
import { GorgiasError } from "../../src/http/errors";

export const SECOND = 1_000_000;
const US_PER_MS = 1_000;

/** A record as it is listed. */
export interface Listed {
  id: number;
  created_datetime: string | null;
  updated_datetime: string | null;
  /** Counts the record's changes: tells one version from another. */
  revision: number;
  [other: string]: unknown;
}

/** What a change writes; times in microseconds since 1970, now if not given. */
interface Write {
  created?: number | null;
  updated?: number | null;
  /** Microseconds until it can be seen. */
  delay?: number;
  /** Further fields. */
  fields?: Record<string, unknown>;
}

/** A request that has an odd response. */
interface Oddity {
  /** How many requests pass before it. */
  skip: number;
  kind: "failure" | "expired" | "empty";
}

/** Microseconds since 1970 as Gorgias writes them. */
export function toTime(us: number): string {
  const ms = Math.floor(us / US_PER_MS);
  const rest = String(us % US_PER_MS).padStart(3, "0");
  return `${new Date(ms).toISOString().slice(0, 23)}${rest}+00:00`;
}

export class WatchedList {
  readonly records = new Map<number, Listed>();
  /** By Gorgias's clock, microseconds. */
  now = Date.parse("2026-01-01T00:00:00Z") * US_PER_MS;
  /** The query of each request for a page. */
  readonly queries: URLSearchParams[] = [];
  /** Ids of records that were read one by one. */
  readonly reads: number[] = [];
  readonly lines: string[] = [];
  /** Called after each page is made. */
  afterPage: () => void = () => undefined;
  oddity?: Oddity;
  hasDate = true;
  pageSize = 100;
  /** Whether each page comes behind one without records that points to it. */
  hasEmptyPages = false;
  /** Shows a record at a wrong place: its id, and the index. */
  misplaced?: { id: number; index: number };
  /** The status of a record that is read by itself. */
  statusOf: (id: number) => number = () => 200;
  private pending: { visibleAt: number; record: Listed }[] = [];
  private revisions = 0;

  /** Seeds records that changed last long ago, the last of them `ageSeconds` ago. */
  seed(count: number, ageSeconds = 3_600): this {
    for (let id = 1; id <= count; id += 1) {
      const at = this.now - (count - id + ageSeconds) * SECOND;
      this.put(id, { created: at, updated: at });
    }
    return this;
  }

  put(id: number, { created, updated, delay = 0, fields = {} }: Write = {}): void {
    this.revisions += 1;
    const kept = this.records.get(id);
    const text = (us: number | null | undefined) => (us === null ? null : toTime(us ?? this.now));
    const record: Listed = {
      ...kept,
      ...fields,
      id,
      created_datetime: kept && created === undefined ? kept.created_datetime : text(created),
      updated_datetime: text(updated),
      revision: this.revisions,
    };
    this.pending.push({ visibleAt: this.now + delay, record });
    this.commit();
  }

  isPending(id: number): boolean {
    return this.pending.some(({ record }) => record.id === id);
  }

  pass(us: number): void {
    this.now += us;
    this.commit();
  }

  /** How many requests some work makes. */
  async requestsOf(work: () => Promise<unknown>): Promise<number> {
    const before = this.queries.length + this.reads.length;
    await work();
    return this.queries.length + this.reads.length - before;
  }

  get logger() {
    const write = (level: string) => (text: string) => this.lines.push(`${level}: ${text}`);
    const levels = ["metric", "trace", "debug", "info", "log", "warn", "error"];
    return Object.fromEntries(levels.map((level) => [level, write(level)]));
  }

  /** The client through which a trigger sees this list. */
  get client(): GorgiasClient {
    return {
      logger: this.logger,
      send: async (request: { query?: string }) => this.page(request.query ?? ""),
      request: async (_route: string, { id }: { id: number }) => this.read(id),
    } as unknown as GorgiasClient;
  }

  private commit(): void {
    const visible = this.pending.filter(({ visibleAt }) => visibleAt <= this.now);
    this.pending = this.pending.filter(({ visibleAt }) => visibleAt > this.now);
    for (const { record } of visible) {
      this.records.set(record.id, record);
    }
  }

  private read(id: number): Listed {
    this.reads.push(id);
    const status = this.statusOf(id);
    if (status !== 200) {
      throw failure(status, "It cannot be read");
    }
    return { id, created_datetime: null, updated_datetime: null, revision: 0 };
  }

  private page(text: string) {
    const query = new URLSearchParams(text);
    this.queries.push(query);
    const odd = this.takeOddity();
    const given = query.get("cursor");
    if (this.hasEmptyPages && !given?.startsWith(BEHIND_EMPTY)) {
      return this.response([], `${BEHIND_EMPTY}${given ?? ""}`);
    }
    const cursor = given?.replace(BEHIND_EMPTY, "");
    if (odd === "failure" || (odd === "expired" && cursor)) {
      throw odd === "failure" ? failure(500, "Oops") : failure(400, "Invalid cursor");
    }
    const listed = odd === "empty" ? [] : this.sorted(query);
    const after = cursor ? listed.findIndex((record) => positionOf(query, record) === cursor) : -1;
    const start = cursor ? (after < 0 ? this.indexAfter(query, listed, cursor) : after + 1) : 0;
    const size = Math.min(this.pageSize, Number(query.get("limit")));
    const data = listed.slice(start, start + size);
    const last = data.at(-1);
    const next_cursor = listed.length > start + size && last ? positionOf(query, last) : null;
    this.afterPage();
    return this.response(data, next_cursor);
  }

  private response(data: Listed[], next_cursor: string | null) {
    const date = new Date(Math.floor(this.now / US_PER_MS)).toUTCString();
    return {
      data: { data: structuredClone(data), meta: { prev_cursor: null, next_cursor } },
      status: 200,
      headers: this.hasDate ? { date } : {},
    };
  }

  private takeOddity(): Oddity["kind"] | undefined {
    if (!this.oddity) {
      return undefined;
    }
    if (this.oddity.skip > 0) {
      this.oddity.skip -= 1;
      return undefined;
    }
    const { kind } = this.oddity;
    this.oddity = undefined;
    return kind;
  }

  private sorted(query: URLSearchParams): Listed[] {
    const from = query.get("created_datetime[gte]")?.replace("Z", "+00:00");
    const key = keyOf(query);
    const sorted = [...this.records.values()]
      .filter((record) => !from || key(record) >= from)
      .sort(inOrder(query));
    if (this.misplaced) {
      const { id, index } = this.misplaced;
      const at = sorted.findIndex((record) => record.id === id);
      if (at >= 0) {
        sorted.splice(index, 0, ...sorted.splice(at, 1));
      }
    }
    return sorted;
  }

  /** Where a page begins whose cursor's record is no longer there: cursors hold a position. */
  private indexAfter(query: URLSearchParams, listed: Listed[], cursor: string): number {
    const [key, id] = cursor.split("#") as [string, string];
    const [field] = (query.get("order_by") ?? "").split(":") as ["updated_datetime"];
    const place = { id: Number(id), [field]: key === LAST ? null : key } as unknown as Listed;
    const order = inOrder(query);
    const index = listed.findIndex((record) => order(place, record) < 0);
    return index < 0 ? listed.length : index;
  }
}

/** Begins the cursor of a page that comes behind an empty one. */
const BEHIND_EMPTY = "behind empty ";
/** Postgres sorts null after every value. */
const LAST = "~";

/** By what a request sorts a record, as text. */
function keyOf(query: URLSearchParams): (record: Listed) => string {
  const [field] = (query.get("order_by") ?? "").split(":") as ["updated_datetime"];
  return (record) => record[field] ?? LAST;
}

function positionOf(query: URLSearchParams, record: Listed): string {
  return `${keyOf(query)(record)}#${record.id}`;
}

function inOrder(query: URLSearchParams): (a: Listed, b: Listed) => number {
  const sign = query.get("order_by")?.endsWith(":asc") ? 1 : -1;
  const key = keyOf(query);
  return (a, b) => {
    const [one, other] = [key(a), key(b)];
    return sign * (one === other ? a.id - b.id : one < other ? -1 : 1);
  };
}

function failure(status: number, message: string): GorgiasError {
  return new GorgiasError(`Gorgias answered ${status}: ${message}`, {
    method: "GET",
    path: "/tickets",
    status,
  });
}
