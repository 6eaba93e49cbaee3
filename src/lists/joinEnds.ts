import type { SortableTimestamp } from "../timestamp";
import type { Direction } from "./orders";
import { creationOf, type RecordSet } from "./records";

/**
 * Joins what was read from both ends of a list to one, each record once, in the order of the list.
 *
 * What comes after the last record that both read stands behind all that comes before it. Around
 * them, one end can hold what the other does not: a record that was deleted, or came, between the
 * two readings. Those are put in by their time of creation; nothing else is sorted.
 *
 * @param direction in which `front` runs; `back` runs the other way.
 */
export function joinEnds<T>(front: RecordSet<T>, back: RecordSet<T>, direction: Direction): T[] {
  const joined = front.values();
  const rest = back.values().reverse();
  const firstShared = joined.findIndex((record) => back.has(record));
  const beyond = joined.splice(lastSharedOf(joined, back) + 1);
  const overlap = joined.splice(Math.max(firstShared, 0));
  const after = rest.splice(lastSharedOf(rest, front) + 1);
  const between = rest.filter((record) => !front.has(record));
  mergeInto(joined, overlap, between, direction);
  mergeInto(joined, beyond, after, direction);
  return joined;
}

/** @returns its index, or -1. */
function lastSharedOf<T>(records: readonly T[], other: RecordSet<T>): number {
  let index = records.length - 1;
  while (index >= 0 && !other.has(records[index] as T)) {
    index -= 1;
  }
  return index;
}

/** Appends two runs of records as one. Each keeps its own order, and at equal times `first` leads. */
function mergeInto<T>(joined: T[], first: T[], second: T[], direction: Direction): void {
  const firstTimes = nearest(first, direction);
  const secondTimes = furthest(second, direction);
  let taken = 0;
  first.forEach((record, index) => {
    while (taken < second.length && isBefore(secondTimes[taken], firstTimes[index], direction)) {
      joined.push(second[taken] as T);
      taken += 1;
    }
    joined.push(record);
  });
  for (; taken < second.length; taken += 1) {
    joined.push(second[taken] as T);
  }
}

type Time = SortableTimestamp | undefined;

/** Is `one` strictly before `other` in a list of this direction? */
function isBefore(one: Time, other: Time, direction: Direction): boolean {
  if (one === undefined || other === undefined) {
    return false;
  }
  return direction === "asc" ? one < other : one > other;
}

/** For each record how far the list has come with it: one that is out of place does not go back. */
function furthest(records: readonly unknown[], direction: Direction): Time[] {
  let time: Time;
  return records.map((record) => {
    const own = creationOf(record);
    time = time === undefined || isBefore(time, own, direction) ? own : time;
    return time;
  });
}

/** For each record the nearest that is still to come: one that is out of place does not go ahead. */
function nearest(records: readonly unknown[], direction: Direction): Time[] {
  const times: Time[] = [];
  let time: Time;
  for (const record of [...records].reverse()) {
    const own = creationOf(record);
    time = time === undefined || isBefore(own, time, direction) ? own : time;
    times.push(time);
  }
  return times.reverse();
}
