/**
 * Records of one kind: a Map by id that keeps sorted orders and groups next to it, so that a page
 * of a list is a binary search and a slice even at 100,000 records.
 *
 * Records are read-only. A change is `set(id, { ...record, status: "closed" })`; changing a stored
 * record in place would leave the orders pointing at its old place.
 */
export interface CollectionSpec<R, Order extends string, Group extends string> {
  /** Sort key of each order; ties are broken by id. */
  orders: Record<Order, (record: R) => string>;
  /** Keys under which a record can be looked up; none, one or several for a record. */
  groups: Record<Group, (record: R) => readonly (string | number)[]>;
}

/** Any record. */
export interface Identified {
  readonly id: number;
}

/** Ids of the records under each key of a group. */
type GroupIndex = Map<string | number, number[]>;

export class Collection<
  R extends Identified,
  Order extends string = never,
  Group extends string = never,
> extends Map<number, R> {
  readonly #spec: CollectionSpec<R, Order, Group>;
  readonly #orders = new Map<Order, SortedIndex<R>>();
  readonly #groups = new Map<Group, GroupIndex>();
  readonly #firstId: number;
  #lastId: number;

  constructor(spec: CollectionSpec<R, Order, Group>, firstId = 1) {
    super();
    this.#spec = spec;
    this.#firstId = firstId;
    this.#lastId = firstId - 1;
  }

  /** An id that was never used, not even by a deleted record. */
  nextId(): number {
    return this.#lastId + 1;
  }

  override set(id: number, record: R): this {
    this.#unindex(id);
    super.set(id, record);
    this.#lastId = Math.max(this.#lastId, id);
    for (const index of this.#orders.values()) {
      index.insert(record);
    }
    for (const [group, byKey] of this.#groups) {
      this.#addToGroup(group, byKey, record);
    }
    return this;
  }

  override delete(id: number): boolean {
    this.#unindex(id);
    return super.delete(id);
  }

  override clear(): void {
    super.clear();
    this.#orders.clear();
    this.#groups.clear();
    this.#lastId = this.#firstId - 1;
  }

  /** Adds many new records at once; the orders are then sorted once instead of being inserted to. */
  load(records: Iterable<R>): void {
    for (const record of records) {
      super.set(record.id, record);
      this.#lastId = Math.max(this.#lastId, record.id);
    }
    this.#orders.clear();
    this.#groups.clear();
  }

  /** All records, ascending by the order's key and then by id. */
  ordered(order: Order): SortedIndex<R> {
    let index = this.#orders.get(order);
    if (!index) {
      index = new SortedIndex(this.#spec.orders[order], [...this.values()]);
      this.#orders.set(order, index);
    }
    return index;
  }

  /** The records under a key of a group, in order of their ids. */
  grouped(group: Group, key: string | number): R[] {
    let byKey = this.#groups.get(group);
    if (!byKey) {
      byKey = new Map();
      for (const record of this.values()) {
        this.#addToGroup(group, byKey, record);
      }
      this.#groups.set(group, byKey);
    }
    const ids = byKey.get(key) ?? [];
    return [...ids].sort((a, b) => a - b).map((id) => this.get(id) as R);
  }

  #addToGroup(group: Group, byKey: GroupIndex, record: R): void {
    for (const key of this.#spec.groups[group](record)) {
      const ids = byKey.get(key);
      if (ids) {
        ids.push(record.id);
      } else {
        byKey.set(key, [record.id]);
      }
    }
  }

  #unindex(id: number): void {
    const record = this.get(id);
    if (!record) {
      return;
    }
    for (const index of this.#orders.values()) {
      index.remove(record);
    }
    for (const [group, byKey] of this.#groups) {
      for (const key of this.#spec.groups[group](record)) {
        const ids = byKey.get(key);
        ids?.splice(ids.indexOf(id), 1);
      }
    }
  }
}

/** A place in an order: everything before it sorts lower. */
export interface Position {
  key: string;
  id: number;
}

/** Records in ascending order of a key and their id. */
export class SortedIndex<R extends Identified> {
  readonly records: R[];

  constructor(
    readonly key: (record: R) => string,
    records: R[],
  ) {
    this.records = records.sort((a, b) => compare(key(a), a.id, key(b), b.id));
  }

  /** Index of the first record at or after a position. */
  seek(position: Position): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const record = this.records[middle] as R;
      if (compare(this.key(record), record.id, position.key, position.id) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  insert(record: R): void {
    this.records.splice(this.seek(this.positionOf(record)), 0, record);
  }

  remove(record: R): void {
    const index = this.seek(this.positionOf(record));
    if (this.records[index]?.id === record.id) {
      this.records.splice(index, 1);
    }
  }

  positionOf(record: R): Position {
    return { key: this.key(record), id: record.id };
  }
}

/**
 * Any records in the order of a key, which may be a number; for collections that are small enough
 * to be sorted whenever a list is asked for.
 */
export function sortedBy<R extends Identified>(
  records: Iterable<R>,
  key: (record: R) => string | number | null | undefined,
): SortedIndex<R> {
  return new SortedIndex((record) => sortKey(key(record)), [...records]);
}

/** Of a text only so much counts: cursors hold keys, and may be 512 characters long. */
const LONGEST_KEY = 80;

/** Keys compare as text, so a number (not below zero) is padded. */
export function sortKey(value: string | number | null | undefined): string {
  return typeof value === "number"
    ? String(value).padStart(12, "0")
    : (value ?? "").slice(0, LONGEST_KEY);
}

function compare(keyA: string, idA: number, keyB: string, idB: number): number {
  if (keyA !== keyB) {
    return keyA < keyB ? -1 : 1;
  }
  return idA - idB;
}
