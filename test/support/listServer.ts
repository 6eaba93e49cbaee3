/** A list in memory that answers like Gorgias: newest first, in pages, by cursors that hold a place. */
import type { GorgiasClient } from "../../src/client";
import { GorgiasError } from "../../src/http/errors";
import type { ApiRequest } from "../../src/http/send";

export interface Listed {
  id: number;
  created_datetime: string;
  updated_datetime: string;
}

const MICROSECONDS_PER_MS = 1_000;

/** Microseconds since the epoch as Gorgias writes them. */
export function toTime(us: number): string {
  const ms = Math.floor(us / MICROSECONDS_PER_MS);
  const rest = String(us % MICROSECONDS_PER_MS).padStart(3, "0");
  return `${new Date(ms).toISOString().slice(0, 23)}${rest}+00:00`;
}

export class ListServer {
  readonly records = new Map<number, Listed>();
  requests = 0;
  /** The time by Gorgias's clock, microseconds. */
  now = Date.parse("2026-01-01T00:00:00Z") * MICROSECONDS_PER_MS;
  /** Is called after each page is made, with its number from 1 within the walk. */
  afterPage: (page: number) => void = () => undefined;
  /** The page of the walk that fails, and with what status. */
  failure?: { page: number; status: number };
  private page = 0;

  put(id: number, updated: number, created = updated): void {
    const kept = this.records.get(id);
    this.records.set(id, {
      id,
      created_datetime: kept?.created_datetime ?? toTime(created),
      updated_datetime: toTime(updated),
    });
  }

  /** The client through which a trigger sees this list. */
  get client(): GorgiasClient {
    const silent = () => undefined;
    return {
      logger: {
        metric: silent,
        trace: silent,
        debug: silent,
        info: silent,
        log: silent,
        warn: silent,
        error: silent,
      },
      request: async (request: ApiRequest) => this.answer(new URLSearchParams(request.query)),
    } as unknown as GorgiasClient;
  }

  private answer(query: URLSearchParams) {
    this.requests += 1;
    const cursor = query.get("cursor");
    this.page = cursor ? this.page + 1 : 1;
    if (this.failure?.page === this.page) {
      const { status } = this.failure;
      this.failure = undefined;
      throw new GorgiasError(`Gorgias answered ${status}: Invalid cursor.`, {
        method: "GET",
        path: "/tickets",
        status,
      });
    }
    const sorted = [...this.records.values()].sort(
      (a, b) => b.updated_datetime.localeCompare(a.updated_datetime) || b.id - a.id,
    );
    const [time = "", id = 0] = cursor ? JSON.parse(cursor) : [];
    const rest = cursor
      ? sorted.filter(
          (r) => r.updated_datetime < time || (r.updated_datetime === time && r.id < id),
        )
      : sorted;
    const data = rest.slice(0, Number(query.get("limit")));
    const last = data.at(-1);
    const next =
      rest.length > data.length && last ? JSON.stringify([last.updated_datetime, last.id]) : null;
    const headers = { date: new Date(Math.floor(this.now / MICROSECONDS_PER_MS)).toUTCString() };
    this.afterPage(this.page);
    return { data: { data, meta: { prev_cursor: null, next_cursor: next } }, status: 200, headers };
  }
}
