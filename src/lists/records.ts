import { type SortableTimestamp, toSortableTimestamp } from "../timestamp";
import type { Direction } from "./orders";

/** What tells a record from every other: its id, or for what has none the value itself. */
type RecordKey = unknown;

/**
 * The records of a list in the order in which they were read, each once. A record that comes again
 * was changed or moved meanwhile: its later reading stays, at its later place.
 */
export class RecordSet<T> {
  readonly #records = new Map<RecordKey, T>();

  /** @param hasIds false for rows that are no records: an `id` in them is a figure like any other. */
  constructor(private readonly hasIds = true) {}

  get size(): number {
    return this.#records.size;
  }

  /** All ids are integers (contract, README "Base, auth, limits"). */
  static isIdentified(record: unknown): boolean {
    return Number.isInteger((record as { id?: unknown } | null)?.id);
  }

  add(record: T): void {
    const key = this.#keyOf(record);
    this.#records.delete(key);
    this.#records.set(key, record);
  }

  /**
   * Puts a later reading of a record into its place.
   *
   * @returns false, and does nothing, if there is no such record.
   */
  refresh(record: T): boolean {
    const key = this.#keyOf(record);
    const isThere = this.#records.has(key);
    if (isThere) {
      this.#records.set(key, record);
    }
    return isThere;
  }

  /** Is it the first of those that are still at their place? */
  isFirst(record: T): boolean {
    const { value, done } = this.#records.keys().next();
    return !done && value === this.#keyOf(record);
  }

  has(record: T): boolean {
    return this.#records.has(this.#keyOf(record));
  }

  /** The reading that is held of a record. */
  get(record: T): T | undefined {
    return this.#records.get(this.#keyOf(record));
  }

  values(): T[] {
    return [...this.#records.values()];
  }

  #keyOf(record: T): RecordKey {
    if (this.hasIds && RecordSet.isIdentified(record)) {
      return (record as { id: unknown }).id;
    }
    return typeof record === "object" && record !== null ? record : Symbol("no id");
  }
}

/** @returns undefined for a record that does not say when it was created. */
export function creationOf(record: unknown): SortableTimestamp | undefined {
  return toSortableTimestamp(
    (record as { created_datetime?: unknown } | null | undefined)?.created_datetime,
  );
}

/**
 * The way in which records run by their time of creation.
 *
 * @returns undefined when it cannot be told: among equal times, or where one record that is out of
 * place would make the difference.
 */
export function directionOf(records: readonly unknown[]): Direction | undefined {
  let ups = 0;
  let previous: SortableTimestamp | undefined;
  for (const record of records) {
    const time = creationOf(record);
    if (time !== undefined && previous !== undefined && time !== previous) {
      ups += time > previous ? 1 : -1;
    }
    previous = time ?? previous;
  }
  if (Math.abs(ups) < 2) {
    return undefined;
  }
  return ups > 0 ? "asc" : "desc";
}
