import type { GorgiasClient } from "../../src/client";
import { path } from "../../src/http/path";
import { type ListInputs, listRecords } from "../../src/lists";
import { ChangingList, type ListedRecord } from "../support/changingList";
import fc from "../support/properties";

afterEach(() => jest.restoreAllMocks());

const NEWEST_CHANGE_FIRST = "updated_datetime:desc";
const LATER = 1_000_000;

function fetchAll(list: ChangingList, inputs: ListInputs = { order_by: NEWEST_CHANGE_FIRST }) {
  const read = (client: GorgiasClient) =>
    listRecords<ListedRecord>(client, path`/tickets`, { ...inputs, fetchAll: true });
  return list.run(read).then(({ data }) => data);
}

/** What is in the list now, in its order. */
function now(list: ChangingList) {
  return list.ids(NEWEST_CHANGE_FIRST).map((id) => [id, list.records.get(id)?.version]);
}

function read(records: readonly ListedRecord[]) {
  return records.map(({ id, version }) => [id, version]);
}

/** Changes these records after the request of this number. */
function changeAfter(list: ChangingList, request: number, ids: readonly number[]): void {
  const { afterwards } = list.behaviour;
  list.behaviour.afterwards = (given) => {
    afterwards(given);
    if (given.number === request) {
      for (const id of ids) {
        list.touch(id, LATER * request + id);
      }
    }
  };
}

describe("a list by its latest change", () => {
  it.each([0, 1, 100])("of one page (%d records) is read once", async (count) => {
    const list = new ChangingList().seed(count);
    expect(read(await fetchAll(list))).toEqual(now(list));
    expect(list.requests).toHaveLength(1);
  });

  it("at rest costs one request more", async () => {
    const list = new ChangingList().seed(250);
    expect(read(await fetchAll(list))).toEqual(now(list));
    expect(list.requests.map(({ cursor }) => cursor === null)).toEqual([true, false, false, true]);
  });

  it("has at its head what jumped there while it was read", async () => {
    const list = new ChangingList().seed(300);
    changeAfter(list, 1, [5, 50, 250]);
    expect(read(await fetchAll(list))).toEqual(now(list));
    expect(list.requests).toHaveLength(4);
  });

  it("is looked at until a page holds a record as it is known", async () => {
    const list = new ChangingList().seed(600);
    const moved = Array.from({ length: 250 }, (_, index) => index + 1);
    changeAfter(list, 3, moved);
    expect(read(await fetchAll(list))).toEqual(now(list));
    // 4 pages with what did not move, 3 with what did, and a look at the head after those.
    expect(list.requests).toHaveLength(8);
  });

  it("is looked at again when its head moved during a look of several pages", async () => {
    const list = new ChangingList().seed(500);
    changeAfter(
      list,
      1,
      Array.from({ length: 150 }, (_, index) => index + 1),
    );
    changeAfter(list, 6, [200, 201]);
    expect(read(await fetchAll(list))).toEqual(now(list));
  });

  it("that never rests is given with a warning", async () => {
    const list = new ChangingList().seed(300);
    list.behaviour.afterwards = ({ number }) => {
      for (const id of list.records.keys()) {
        list.touch(id, LATER * number + id);
      }
    };
    const ids = (await fetchAll(list)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(list.lines).toContain(
      "warn: GET /tickets: records change faster than they can be read, so a late change may be missing.",
    );
  });

  it("is read from one end only, however slow", async () => {
    const list = new ChangingList({ latencyMs: () => 1_000 }).seed(300);
    await fetchAll(list);
    expect(list.requests.map(({ order_by }) => order_by)).toEqual(
      Array(4).fill(NEWEST_CHANGE_FIRST),
    );
  });
});

it("a view's own order is looked at twice, and its filter is kept", async () => {
  const list = new ChangingList({ fixedOrder: NEWEST_CHANGE_FIRST }).seed(250);
  changeAfter(list, 1, [3]);
  expect(read(await fetchAll(list, { view_id: 21 }))).toEqual(now(list));
  expect(list.requests.map(({ query }) => query.get("view_id"))).toEqual(Array(4).fill("21"));
});

it("by its latest change last, what changes comes again at the end, and no second look is needed", async () => {
  const list = new ChangingList().seed(250);
  changeAfter(list, 1, [3]);
  const records = await fetchAll(list, { order_by: "updated_datetime:asc" });
  expect(read(records)).toEqual(now(list).reverse());
  expect(list.requests).toHaveLength(3);
});

it("whatever changes meanwhile, every record that stays is there once, as it was read last", async () => {
  const change = fc.record({
    after: fc.integer({ min: 1, max: 8 }),
    id: fc.integer({ min: 1, max: 400 }),
    kind: fc.constantFrom("touch" as const, "touch" as const, "insert" as const, "delete" as const),
  });
  const scene = fc.record({
    count: fc.oneof(
      fc.constantFrom(0, 1, 99, 100, 101, 199, 200, 201),
      fc.integer({ min: 0, max: 400 }),
    ),
    changes: fc.array(change, { maxLength: 150 }),
  });
  await fc.assert(
    fc.asyncProperty(scene, async ({ count, changes }) => {
      const list = new ChangingList().seed(count);
      const deleted = new Set<number>();
      let nextId = count + 1;
      list.behaviour.afterwards = ({ number }) => {
        for (const { id, kind } of changes.filter(({ after }) => after === number)) {
          if (kind === "touch") {
            list.touch(id, LATER * number + id);
          } else if (kind === "insert") {
            list.put(nextId, LATER * number + nextId);
            nextId += 1;
          } else if (list.records.delete(id)) {
            deleted.add(id);
          }
        }
      };
      const records = await fetchAll(list);
      const ids = records.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
        (id) => !deleted.has(id) && !ids.includes(id),
      );
      expect(missing).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
