import {
  type ChangedRecord,
  deferFrom,
  MAX_RUN_BYTES,
  MAX_RUN_RECORDS,
  NOTHING_SELECTED,
  select,
  toChangedRecord,
} from "../../../src/triggers/changes/selection";
import { at } from "../../support/pagedList";

function changed(id: number, second: number, bytes = 10): ChangedRecord {
  const time = at(second);
  return { version: { id, time, isStandIn: false }, record: { id, time }, bytes };
}

function placeOf({ version: { time, id } }: ChangedRecord) {
  return { time, id };
}

const many = Array.from({ length: MAX_RUN_RECORDS }, (_, index) => changed(index + 1, 1));

it("counts the bytes of the JSON", () => {
  const record = { id: 1, subject: "é" };
  const { version } = changed(1, 1);
  expect(toChangedRecord(version, record)).toEqual({ version, record, bytes: 23 });
});

it("is what it was where nothing is added", () => {
  const selection = { changes: [changed(1, 1)] };
  expect(select(selection, [])).toBe(selection);
});

it("is sorted, the oldest first", () => {
  const [one, two, three] = [changed(3, 1), changed(1, 2), changed(2, 2)];
  const selected = select(select(NOTHING_SELECTED, [three, one]), [two]);
  expect(selected).toEqual({ changes: [one, two, three], deferredFrom: undefined });
});

it("holds the last version of a record, in whatever order they come", () => {
  const [older, newer] = [changed(1, 1), changed(1, 2)];
  expect(select(NOTHING_SELECTED, [older, newer]).changes).toEqual([newer]);
  expect(select(NOTHING_SELECTED, [newer, older]).changes).toEqual([newer]);
});

it("holds as many as one run delivers, and tells where the others begin", () => {
  expect(select(NOTHING_SELECTED, many)).toEqual({ changes: many, deferredFrom: undefined });
  const [next, last] = [changed(5_000, 1), changed(5_001, 1)];
  const full = select(NOTHING_SELECTED, [last, ...many, next]);
  expect(full).toEqual({ changes: many, deferredFrom: next.version });
});

it("holds as many bytes as one run delivers", () => {
  const half = MAX_RUN_BYTES / 2;
  const [one, two, three] = [changed(1, 1, half), changed(2, 2, half), changed(3, 3, 1)];
  const selected = select(NOTHING_SELECTED, [one, two, three]);
  expect(selected).toEqual({ changes: [one, two], deferredFrom: three.version });
});

it("holds a record that is larger than that by itself", () => {
  const [one, two] = [changed(1, 1, MAX_RUN_BYTES + 1), changed(2, 2, 1)];
  expect(select(NOTHING_SELECTED, [one, two])).toEqual({
    changes: [one],
    deferredFrom: two.version,
  });
});

it("takes up nothing that comes after what is deferred", () => {
  const [one, two, three] = [changed(1, 1), changed(2, 2), changed(3, 3)];
  const deferred = { changes: [one], deferredFrom: placeOf(two) };
  expect(select(deferred, [three])).toEqual(deferred);
  expect(select(deferred, [two])).toEqual(deferred);
});

it("begins to defer at the earliest of two places", () => {
  const [one, two, three] = [changed(1, 1), changed(2, 2), changed(3, 3)];
  const selection = { changes: [one, two, three] };
  const upToTwo = deferFrom(selection, placeOf(three));
  expect(upToTwo).toEqual({ changes: [one, two], deferredFrom: placeOf(three) });
  expect(deferFrom(upToTwo, placeOf(two))).toEqual({ changes: [one], deferredFrom: placeOf(two) });
  expect(deferFrom({ changes: [], deferredFrom: placeOf(one) }, placeOf(two))).toEqual({
    changes: [],
    deferredFrom: placeOf(one),
  });
});
