import { creationOf, directionOf, RecordSet } from "../../src/lists/records";

interface Row {
  id?: unknown;
  name?: string;
}

function setOf(records: Row[], hasIds?: boolean): RecordSet<Row> {
  const set = new RecordSet<Row>(hasIds);
  for (const record of records) {
    set.add(record);
  }
  return set;
}

const [one, two, other] = [
  { id: 1, name: "one" },
  { id: 2, name: "two" },
  { id: 1, name: "other" },
];

describe("a set of records", () => {
  it("holds each once, the later reading at its later place", () => {
    const set = setOf([one, two, other]);
    expect(set.values()).toEqual([two, other]);
    expect(set.size).toBe(2);
  });

  it("knows them by their ids", () => {
    const set = setOf([one]);
    expect([set.has(other), set.has(two)]).toEqual([true, false]);
    expect([set.get(other), set.get(two)]).toEqual([one, undefined]);
  });

  it("puts a later reading into its place, and nothing else", () => {
    const set = setOf([one, two]);
    expect([set.refresh(other), set.refresh({ id: 3 })]).toEqual([true, false]);
    expect(set.values()).toEqual([other, two]);
  });

  it("knows its first", () => {
    expect(setOf([one, two]).isFirst(other)).toBe(true);
    expect(setOf([one, two]).isFirst(two)).toBe(false);
    expect(setOf([]).isFirst(one)).toBe(false);
  });

  it("takes none for another that has no id", () => {
    const [a, b] = [{ name: "a" }, { name: "a" }];
    const set = setOf([a, b, a]);
    expect(set.values()).toEqual([b, a]);
    expect([set.has(a), set.has({ name: "a" })]).toEqual([true, false]);
    expect(new Set(["1", 1.5, null]).size).toBe(
      setOf([{ id: "1" }, { id: 1.5 }, { id: null }]).size,
    );
  });

  it("takes rows that are no records for what they are, whatever they hold", () => {
    expect(setOf([one, other], false).values()).toEqual([one, other]);
  });

  it("holds what is no object at all, each time", () => {
    const set = setOf(["a", "a", null, null, undefined] as never);
    expect(set.values()).toEqual(["a", "a", null, null, undefined]);
  });

  it.each([
    [{ id: 1 }, true],
    [{ id: "1" }, false],
    [{ id: 1.5 }, false],
    [{}, false],
    [null, false],
    [undefined, false],
  ])("tells whether %j has an id", (record, expected) => {
    expect(RecordSet.isIdentified(record)).toBe(expected);
  });
});

function created(...seconds: (number | null)[]) {
  return seconds.map((second) => ({
    created_datetime: second === null ? null : `2026-01-01T00:00:0${second}Z`,
  }));
}

it("a record says when it was created, or does not", () => {
  expect(creationOf(created(1)[0])).toBe("2026-01-01T00:00:01.000000Z");
  expect([null, undefined, {}, "text", created(null)[0]].map(creationOf)).toEqual(
    Array(5).fill(undefined),
  );
});

it.each<[seconds: (number | null)[], expected: string | undefined]>([
  [[1, 2, 3], "asc"],
  [[3, 2, 1], "desc"],
  [[1, 2], undefined],
  [[2, 1], undefined],
  [[1, 2, 1], undefined],
  [[1, 2, 1, 2, 3], "asc"],
  [[3, 2, 3, 2, 1], "desc"],
  [[1, 1, 1, 1], undefined],
  [[1, 1, 2, 2, 3], "asc"],
  [[1, null, 2, null, 3], "asc"],
  [[null, null, null], undefined],
  [[], undefined],
])("records of the seconds %j run %s", (seconds, expected) => {
  expect(directionOf(created(...seconds))).toBe(expected);
});
