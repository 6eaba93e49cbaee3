/** A list of fixed pages behind a client, for what is read of it request by request. */
import type { GorgiasClient } from "../../src/client";
import type { PagePosition } from "../../src/lists";

/** A record as it is listed. */
export interface PagedRecord {
  id?: unknown;
  created_datetime?: string | null;
  updated_datetime?: string | null;
}

/** A second of a minute in January, as Gorgias's times are sorted. */
export function at(second: number): string {
  return `2026-01-01T00:00:${second.toFixed(6).padStart(9, "0")}Z`;
}

/** A record that was created and changed in a second of that minute. */
export function recordAt(id: number, second: number): PagedRecord {
  return { id, created_datetime: at(second), updated_datetime: at(second) };
}

export function positionOf(page: number): PagePosition {
  return { cursor: String(page) };
}

export class PagedList {
  /** The page that each request asked for, from 0. */
  readonly asked: number[] = [];
  readonly lines: string[] = [];
  /** What a request gets in place of its page, by how many went before it. */
  readonly instead = new Map<number, PagedRecord[]>();
  /** When Gorgias answers, by its own clock. */
  date: string | undefined = "Thu, 01 Jan 2026 00:00:50 GMT";
  /** Called before each request is answered; what it throws is what the request comes to. */
  onRequest: (count: number) => void = () => undefined;

  /** @param hasMore whether the last page points to one that is never asked for. */
  constructor(
    public pages: PagedRecord[][],
    private readonly hasMore = false,
  ) {}

  get client(): GorgiasClient {
    return {
      logger: {
        info: (line: string) => this.lines.push(`info: ${line}`),
        warn: (line: string) => this.lines.push(`warn: ${line}`),
      },
      send: async ({ query }: { query: string }) => this.#respond(new URLSearchParams(query)),
    } as unknown as GorgiasClient;
  }

  #respond(query: URLSearchParams) {
    const index = Number(query.get("cursor") ?? 0);
    this.onRequest(this.asked.length);
    const data = this.instead.get(this.asked.length) ?? this.pages[index] ?? [];
    this.asked.push(index);
    const isLast = index >= this.pages.length - 1 && !this.hasMore;
    return {
      data: { data, meta: { prev_cursor: null, next_cursor: isLast ? null : String(index + 1) } },
      status: 200,
      headers: this.date === undefined ? {} : { date: this.date },
    };
  }
}
