/** A list of Gorgias's that changes while it is read, and takes its time, which passes at once. */
import type { GorgiasClient } from "../../src/client";
import { clock } from "../../src/clock";
import { GorgiasError } from "../../src/http/errors";
import { VirtualTime } from "./bucketSimulation";

export interface ListedRecord {
  id: number;
  created_datetime: string;
  updated_datetime: string;
  version: number;
}

interface StoredRecord {
  id: number;
  created: number;
  updated: number;
  version: number;
  /** What it says of its creation, where that is not what it is sorted by. */
  shownCreated?: number;
}

type Direction = "asc" | "desc";

/** A request as the list sees it. */
export interface ListRequest {
  /** From 1. */
  number: number;
  order_by: string | null;
  cursor: string | null;
  query: URLSearchParams;
  method: string;
}

export interface ListBehaviour {
  /** How records of one time are sorted: as their ids whatever the direction, or with it. */
  ties: "same" | "mirrored";
  /** The order that is kept whatever is asked for. */
  fixedOrder?: string;
  latencyMs: (request: ListRequest) => number;
  /** What happens to the list once a request was answered. */
  afterwards: (request: ListRequest) => void;
  /** The status with which a request fails, and its words. */
  failure: (request: ListRequest) => { status: number; message: string } | undefined;
}

const EPOCH_MS = Date.parse("2026-01-01T00:00:00Z");

export function secondsToTime(seconds: number): string {
  return new Date(EPOCH_MS + seconds * 1_000).toISOString().replace("Z", "000+00:00");
}

export class ChangingList {
  readonly records = new Map<number, StoredRecord>();
  readonly requests: ListRequest[] = [];
  readonly lines: string[] = [];
  readonly time = new VirtualTime();
  readonly behaviour: ListBehaviour = {
    ties: "mirrored",
    latencyMs: () => 1,
    afterwards: () => undefined,
    failure: () => undefined,
  };

  constructor(behaviour: Partial<ListBehaviour> = {}) {
    Object.assign(this.behaviour, behaviour);
    jest.spyOn(clock, "now").mockImplementation(() => this.time.now);
    jest.spyOn(clock, "sleep").mockImplementation(this.time.sleep);
  }

  /** Adds records of the ids from 1 to `count`, a second apart. */
  seed(count: number): this {
    for (let id = 1; id <= count; id += 1) {
      this.put(id, id);
    }
    return this;
  }

  put(id: number, created: number, updated = created, shownCreated?: number): void {
    this.records.set(id, { id, created, updated, version: 1, shownCreated });
  }

  /** Changes a record, which is its latest update. */
  touch(id: number, updated: number): void {
    const record = this.records.get(id);
    if (record) {
      this.records.set(id, { ...record, updated, version: record.version + 1 });
    }
  }

  /** The ids in the order of the list. */
  ids(order_by = "created_datetime:desc"): number[] {
    return this.#sorted(order_by).map(({ id }) => id);
  }

  /** Lets time pass until the work is done. */
  async run<T>(work: (client: GorgiasClient) => Promise<T>): Promise<T> {
    return this.time.until(work(this.client));
  }

  get client(): GorgiasClient {
    const log = (level: string) => (line: string) => {
      this.lines.push(`${level}: ${line}`);
    };
    return {
      logger: { debug: log("debug"), info: log("info"), warn: log("warn") },
      send: (request: { method: string; query: string }) => this.#respond(request),
    } as unknown as GorgiasClient;
  }

  async #respond({ method, query: text }: { method: string; query: string }) {
    const query = new URLSearchParams(text);
    const [order_by, cursor] = [query.get("order_by"), query.get("cursor")];
    const request = { number: this.requests.length + 1, order_by, cursor, query, method };
    this.requests.push(request);
    const latencyMs = this.behaviour.latencyMs(request);
    await this.time.sleep(latencyMs / 2);
    const failure = this.behaviour.failure(request);
    const page = this.#pageOf(request);
    this.behaviour.afterwards(request);
    await this.time.sleep(latencyMs / 2);
    if (failure) {
      throw new GorgiasError(failure.message, { method, path: "/tickets", status: failure.status });
    }
    return { data: page, status: 200, headers: {} };
  }

  #pageOf({ order_by, cursor, query }: ListRequest) {
    const order = this.behaviour.fixedOrder ?? order_by ?? "created_datetime:desc";
    const sorted = this.#sorted(order);
    const rest = cursor ? this.#after(JSON.parse(cursor), sorted, order) : sorted;
    const page = rest.slice(0, Number(query.get("limit")));
    const isLast = page.length === rest.length;
    return {
      object: "list",
      uri: "/api/tickets",
      data: page.map(({ id, created, updated, version, shownCreated = created }) => ({
        id,
        created_datetime: secondsToTime(shownCreated),
        updated_datetime: secondsToTime(updated),
        version,
      })),
      meta: { prev_cursor: null, next_cursor: isLast ? null : JSON.stringify(page.at(-1)) },
    };
  }

  #after(last: StoredRecord, sorted: StoredRecord[], order: string): StoredRecord[] {
    const compare = this.#comparing(order);
    return sorted.filter((record) => compare(record, last) > 0);
  }

  #sorted(order: string): StoredRecord[] {
    return [...this.records.values()].sort(this.#comparing(order));
  }

  #comparing(order: string): (a: StoredRecord, b: StoredRecord) => number {
    const [key, direction] = order.split(":") as [string, Direction];
    const sign = direction === "asc" ? 1 : -1;
    const idSign = this.behaviour.ties === "mirrored" ? sign : 1;
    const time = key === "updated_datetime" ? "updated" : "created";
    return (a, b) => (a[time] - b[time]) * sign || (a.id - b.id) * idSign;
  }
}
