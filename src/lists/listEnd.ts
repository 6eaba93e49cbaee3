import { clock } from "../clock";
import type { SortableTimestamp } from "../timestamp";
import type { Direction } from "./orders";
import type { ListPage } from "./readPage";
import { creationOf, RecordSet } from "./records";

/** What became of a request for a page. */
export interface Arrival<T> {
  end: ListEnd<T>;
  page?: ListPage<T>;
  /** Why there is no page. */
  error?: unknown;
  /** How long it took, waits for the rate limit and retries included. */
  ms: number;
}

/** One end of a list by time of creation: its pages from there on, asked for one at a time. */
export class ListEnd<T> {
  readonly records: RecordSet<T>;
  pages = 0;
  /** Pages that were asked for, whatever came. */
  requests = 0;
  /** Was it read to the other end? */
  isComplete = false;
  /**
   * How far it has come. Of the last two records the one that is less far counts, so that one record
   * that is out of place cannot put the end where it is not.
   */
  reached?: SortableTimestamp;
  #underWay?: Promise<Arrival<T>>;
  #isStopped = false;

  /** @param source gives its pages; each costs a request when it is asked for. */
  constructor(
    private readonly source: AsyncGenerator<ListPage<T>, void, void>,
    hasIds: boolean,
    private readonly direction: Direction,
  ) {
    this.records = new RecordSet<T>(hasIds);
  }

  /**
   * The next page, asked for unless it already is; undefined after `stop`. Never rejects: nobody may
   * be waiting for it any more.
   */
  next(): Promise<Arrival<T>> | undefined {
    if (!this.#isStopped) {
      this.#underWay ??= this.#read();
    }
    return this.#underWay;
  }

  /** The page that was asked for and was not taken note of yet. */
  get underWay(): Promise<Arrival<T>> | undefined {
    return this.#underWay;
  }

  /** To be called when the page under way has arrived. */
  forget(): void {
    this.#underWay = undefined;
  }

  take({ records, next }: ListPage<T>): void {
    for (const record of records) {
      this.records.add(record);
    }
    this.pages += 1;
    this.isComplete = next === undefined;
    const times = records
      .slice(-2)
      .flatMap((record) => creationOf(record) ?? [])
      .sort();
    this.reached = (this.direction === "asc" ? times[0] : times.at(-1)) ?? this.reached;
  }

  /** Asks for no further page. */
  stop(): void {
    this.#isStopped = true;
  }

  async #read(): Promise<Arrival<T>> {
    const startedAt = clock.now();
    this.requests += 1;
    let outcome: Pick<Arrival<T>, "page" | "error">;
    try {
      const { value } = await this.source.next();
      outcome = { page: value ?? undefined };
    } catch (error) {
      outcome = { error };
    }
    return { ...outcome, end: this, ms: clock.now() - startedAt };
  }
}
