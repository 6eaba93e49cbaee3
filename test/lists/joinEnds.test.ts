import { joinEnds } from "../../src/lists/joinEnds";
import { opposite } from "../../src/lists/orders";
import { RecordSet } from "../../src/lists/records";

interface Row {
  id: number;
  created_datetime?: string;
}

/** Records of these ids, created in the second that is their id, unless it is given. */
function rows(...written: (number | [id: number, second: number | undefined])[]): Row[] {
  return written.map((each) => {
    const [id, second] = typeof each === "number" ? [each, each] : each;
    const created_datetime =
      second === undefined ? undefined : `2026-01-01T00:00:${String(second).padStart(2, "0")}Z`;
    return { id, created_datetime };
  });
}

function setOf(records: Row[]): RecordSet<Row> {
  const set = new RecordSet<Row>();
  for (const record of records) {
    set.add(record);
  }
  return set;
}

/** What is written of both ends is in the order of the list: each was read from its own side. */
function joined(front: Row[], back: Row[]): number[] {
  return joinEnds(setOf(front), setOf([...back].reverse()), "asc").map(({ id }) => id);
}

/** The same list, turned around in time. */
function joinedDescending(front: Row[], back: Row[]): number[] {
  const turned = (records: Row[]) =>
    records.map(({ id, created_datetime }) => ({
      id,
      created_datetime: created_datetime?.replace(
        /(\d\d)Z$/,
        (_, second) => `${String(59 - Number(second)).padStart(2, "0")}Z`,
      ),
    }));
  return joinEnds(setOf(turned(front)), setOf(turned(back).reverse()), opposite("asc")).map(
    ({ id }) => id,
  );
}

describe.each([
  ["ascending", joined],
  ["descending", joinedDescending],
])("two ends of a list in %s order", (_, join) => {
  it.each<[what: string, front: Row[], back: Row[], expected: number[]]>([
    ["follow each other where they share nothing", rows(1, 2, 3), rows(4, 5), [1, 2, 3, 4, 5]],
    ["are one where they share some", rows(1, 2, 3, 4), rows(3, 4, 5, 6), [1, 2, 3, 4, 5, 6]],
    ["are one where they share one", rows(1, 2, 3), rows(3, 4, 5), [1, 2, 3, 4, 5]],
    ["are one where they share all", rows(1, 2), rows(1, 2), [1, 2]],
    ["are the front where the back is empty", rows(1, 2), [], [1, 2]],
    ["are the back where the front is empty", [], rows(1, 2), [1, 2]],
    [
      "keep what the back no longer has between",
      rows(1, 2, 3, 4, 5),
      rows(3, 5, 6),
      [1, 2, 3, 4, 5, 6],
    ],
    [
      "take in what the front did not have between",
      rows(1, 2, 3, 5),
      rows(3, 4, 5, 6),
      [1, 2, 3, 4, 5, 6],
    ],
    [
      "put by time what each has alone behind the last that they share",
      rows(1, 2, 3, 5, 7),
      rows(2, 3, 4, 6, 8),
      [1, 2, 3, 4, 5, 6, 7, 8],
    ],
    [
      "put by time what they have where they share nothing",
      rows(1, 3, 5),
      rows(2, 4, 6),
      [1, 2, 3, 4, 5, 6],
    ],
    [
      "let the front lead among equal times",
      rows(1, [5, 4], [6, 4]),
      rows(1, [7, 4], [8, 4]),
      [1, 5, 6, 7, 8],
    ],
    [
      "do not go ahead for one that is out of place in the front",
      rows(1, [9, 30], [6, 6]),
      rows(1, [7, 7], [40, 40]),
      [1, 9, 6, 7, 40],
    ],
    [
      "do not go back for one that is out of place in the back",
      rows(1, [6, 6], [8, 8]),
      rows(1, [7, 7], [2, 2], [9, 9]),
      [1, 6, 7, 2, 8, 9],
    ],
    [
      "leave one without a time behind the one before it in the back",
      rows(1, [6, 6], [8, 8]),
      rows(1, [5, 5], [20, undefined], [7, 7]),
      [1, 5, 20, 6, 7, 8],
    ],
    [
      "leave one without a time before the one behind it in the front",
      rows(1, [20, undefined], [6, 6]),
      rows(1, [5, 5], [7, 7]),
      [1, 5, 20, 6, 7],
    ],
    [
      "put nothing before the last that they share that one has behind it, whatever its time",
      rows(1, 2, 3),
      rows(3, [9, 1]),
      [1, 2, 3, 9],
    ],
    [
      "put nothing before the first that they share that one has behind it, whatever its time",
      rows([1, 5], [2, 6], [3, 7], [4, 8]),
      rows([3, 7], [9, 1], [4, 8]),
      [1, 2, 9, 3, 4],
    ],
    [
      "follow each other where there are no times",
      rows([1, undefined], [2, undefined]),
      rows([3, undefined], [4, undefined]),
      [1, 2, 3, 4],
    ],
  ])("%s", (__, front, back, expected) => {
    expect(join(front, back)).toEqual(expected);
  });
});
