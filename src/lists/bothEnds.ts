import { ConnectionError } from "@prismatic-io/spectral";
import type { GorgiasClient } from "../client";
import type { QueryParams } from "../http/query";
import { iteratePages } from "./iteratePages";
import { joinEnds } from "./joinEnds";
import { hasIds, type List, nameOf, pageSizeOf } from "./list";
import { type Arrival, ListEnd } from "./listEnd";
import { type Direction, opposite } from "./orders";
import type { ListPage } from "./readPage";
import { directionOf, RecordSet } from "./records";

/**
 * A page that took longer is slow. Pages read in turn that take less use up the larger bucket, which
 * gives four a second (contract, README "Base, auth, limits"): a second end would gain nothing.
 */
const SLOW_PAGE_MS = 250;
/** So many slow pages in a row make a slow list: a single one can have any reason. */
const SLOW_PAGES = 2;
/** Requests that two ends may cost beside the list's pages. */
const MAX_EXTRA_REQUESTS = 2;

/**
 * A list by time of creation while it is read, from its first page on and, once it is slow, from its
 * last page too, until the two ends meet.
 */
export class BothEnds<T> {
  readonly #front: ListEnd<T>;
  #back?: ListEnd<T>;
  /** Can the other end still be opened? Tried once. */
  #mayOpen = true;
  #slowPages = 0;
  /** Was a record read from both ends? */
  #isShared = false;
  /** What was created since the newest end was read first, the newest of it first. */
  readonly #late: RecordSet<T>;

  /** @param direction of `filters`, by time of creation. */
  constructor(
    private readonly client: GorgiasClient,
    private readonly list: List,
    private readonly filters: QueryParams,
    private readonly direction: Direction,
  ) {
    this.#front = this.#open(filters, direction);
    this.#late = new RecordSet<T>(hasIds(list));
  }

  /**
   * Reads to where the ends meet, or to the end of the list.
   *
   * @yields each page, in the order in which they arrive.
   */
  async *pages(): AsyncGenerator<ListPage<T>, void, void> {
    while (true) {
      const { end, page, error, ms } = await this.#nextArrival();
      if (error && (end === this.#front || error instanceof ConnectionError)) {
        throw error;
      }
      if (!page || !this.#isUsable(end, page)) {
        this.#stopBack();
        continue;
      }
      this.#take(end, page);
      yield page;
      if (page.next === undefined || this.#haveMet()) {
        yield* this.#latePages();
        return;
      }
      this.#slowPages = ms > SLOW_PAGE_MS && !page.isRateLimited ? this.#slowPages + 1 : 0;
      if (this.#mayOpen && this.#slowPages === SLOW_PAGES) {
        this.#openBack(page);
      }
    }
  }

  /** How many were read so far. */
  get size(): number {
    return this.#front.records.size + (this.#back?.records.size ?? 0) + this.#late.size;
  }

  /** All that was read, each record once, in the order of the list. */
  records(): T[] {
    if (!this.#back || this.#front.isComplete) {
      return this.#front.records.values();
    }
    const joined = joinEnds(this.#front.records, this.#back.records, this.direction);
    return [...joined, ...this.#late.values().reverse()];
  }

  /**
   * In ascending order the newest end was read early, and what was created since would be missing, as
   * it is not where the end is read last. It is looked for as long as that stays within what two ends
   * may cost.
   */
  async *#latePages(): AsyncGenerator<ListPage<T>, void, void> {
    const isThere = this.direction === "desc" || !this.#back || this.#front.isComplete;
    if (isThere || this.#extraRequests >= MAX_EXTRA_REQUESTS) {
      return;
    }
    const filters = { ...this.filters, order_by: "created_datetime:desc" };
    const newest = this.#open(filters, "desc");
    while (!newest.isComplete) {
      const { page, error } = await firstOf([newest.next()]);
      if (error instanceof ConnectionError) {
        throw error;
      }
      if (!page) {
        return;
      }
      newest.take(page);
      const fresh = page.records.filter((record) => !this.#refresh(record));
      for (const record of fresh) {
        this.#late.add(record);
      }
      yield page;
      if (fresh.length < page.records.length) {
        return;
      }
    }
  }

  #refresh(record: T): boolean {
    return [this.#back, this.#front].some((end) => end?.records.refresh(record));
  }

  /** Requests beside those for as many pages as there are. */
  get #extraRequests(): number {
    const pages = Math.ceil(this.records().length / pageSizeOf(this.list));
    return this.#front.requests + (this.#back?.requests ?? 0) - pages;
  }

  #open(filters: QueryParams, direction: Direction): ListEnd<T> {
    const pages = iteratePages<T>(this.client, this.list, filters);
    return new ListEnd(pages, hasIds(this.list), direction);
  }

  /** @param page of the front; one that runs the wrong way shows that the order is ignored. */
  #openBack(page: ListPage<T>): void {
    const other = opposite(this.direction);
    if (directionOf(page.records) !== other) {
      const filters = { ...this.filters, order_by: `created_datetime:${other}` };
      this.#back = this.#open(filters, other);
    }
    this.#mayOpen = false;
  }

  /** What was read from the back stays good; only the first page can show that it is no back. */
  #stopBack(): void {
    this.client.logger.debug(`${nameOf(this.list)}: read on from one end only.`);
    if (this.#back?.pages) {
      this.#back.stop();
    } else {
      this.#back = undefined;
    }
  }

  #nextArrival(): Promise<Arrival<T>> {
    const [front, back] = [this.#front, this.#back];
    // Among records of one time only one end goes on: whether both see them in the same order is not
    // known, so what both read of them would be read twice.
    const waits = back && back.reached !== undefined && back.reached === front.reached;
    return firstOf([front.next(), waits ? back.underWay : back?.next()]);
  }

  /** The first page from the back shows whether it is one, or the order was ignored. */
  #isUsable(end: ListEnd<T>, page: ListPage<T>): boolean {
    if (end !== this.#back || end.pages > 0) {
      return true;
    }
    const isSameEnd = page.records.some((record) => this.#front.records.isFirst(record));
    return !isSameEnd && directionOf(page.records) === opposite(this.direction);
  }

  #take(end: ListEnd<T>, page: ListPage<T>): void {
    end.take(page);
    const other = end === this.#front ? this.#back : this.#front;
    for (const record of page.records) {
      this.#isShared = other?.records.refresh(record) || this.#isShared;
    }
  }

  /**
   * The ends share a record, and their times of creation have passed each other. Neither is enough
   * alone: records of one time can come in the same order from both ends, and one record that is out
   * of place can make an end look further than it is.
   */
  #haveMet(): boolean {
    const [front, back] = [this.#front.reached, this.#back?.reached];
    if (!this.#isShared || front === undefined || back === undefined) {
      return false;
    }
    return this.direction === "asc" ? front > back : front < back;
  }
}

/** The first page to arrive. The other request goes on, for the next call or for nothing. */
async function firstOf<T>(requests: (Promise<Arrival<T>> | undefined)[]): Promise<Arrival<T>> {
  const arrival = await Promise.race(requests.filter((request) => request !== undefined));
  arrival.end.forget();
  return arrival;
}
