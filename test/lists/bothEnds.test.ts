import { ConnectionError } from "@prismatic-io/spectral";
import type { GorgiasClient } from "../../src/client";
import { path } from "../../src/http/path";
import { type ListInputs, listRecords } from "../../src/lists";
import {
  ChangingList,
  type ListBehaviour,
  type ListedRecord,
  type ListRequest,
} from "../support/changingList";
import fc from "../support/properties";

afterEach(() => jest.restoreAllMocks());

const SLOW_MS = 500;
const ORDERS = ["created_datetime:asc", "created_datetime:desc"] as const;

function slowly(behaviour: Partial<ListBehaviour> = {}) {
  return new ChangingList({ latencyMs: () => SLOW_MS, ...behaviour });
}

function fetchAll(list: ChangingList, inputs: ListInputs = {}): Promise<ListedRecord[]> {
  const read = (client: GorgiasClient) =>
    listRecords<ListedRecord>(client, path`/tickets`, { ...inputs, fetchAll: true });
  return list.run(read).then(({ data }) => data);
}

function idsOf(records: readonly ListedRecord[]): number[] {
  return records.map(({ id }) => id);
}

function isBack(order_by: string | undefined, asked: string | null): boolean {
  return asked !== (order_by ?? null);
}

describe.each([undefined, ...ORDERS])("a slow list by %s", (order_by) => {
  const inputs = order_by ? { order_by } : {};

  it.each([0, 1, 99, 100, 101, 150, 199, 200, 201, 250, 999, 1_000, 1_001])(
    "of %d records comes whole, in its order, in at most two requests more than its pages",
    async (count) => {
      const list = slowly().seed(count);
      expect(idsOf(await fetchAll(list, inputs))).toEqual(list.ids(order_by));
      const pages = Math.max(1, Math.ceil(count / 100));
      expect(list.requests.length).toBeGreaterThanOrEqual(pages);
      expect(list.requests.length).toBeLessThanOrEqual(pages === 1 ? 1 : pages + 2);
    },
  );

  it("is read from both ends in little more than half the time", async () => {
    const list = slowly().seed(6_000);
    const startedAt = list.time.now;
    expect(await fetchAll(list, inputs)).toHaveLength(6_000);
    expect(list.time.now - startedAt).toBeLessThanOrEqual(0.6 * 60 * SLOW_MS);
  });

  it("keeps its filters on both ends", async () => {
    const list = slowly().seed(1_000);
    await fetchAll(list, { ...inputs, customer_id: 5, ticket_ids: [1, 2], trashed: "false" });
    expect(new Set(list.requests.map((request) => request.order_by)).size).toBe(2);
    for (const { query } of list.requests) {
      expect(query.get("customer_id")).toBe("5");
      expect(query.getAll("ticket_ids")).toEqual(["1", "2"]);
      expect(query.get("trashed")).toBe("false");
      expect(query.get("limit")).toBe("100");
    }
  });

  it("is read one way when its responses are fast", async () => {
    const list = new ChangingList({ latencyMs: () => 200 }).seed(1_000);
    expect(idsOf(await fetchAll(list, inputs))).toEqual(list.ids(order_by));
    expect(list.requests.map((request) => request.order_by)).toEqual(
      Array(10).fill(order_by ?? null),
    );
  });

  it("is read from the other end too once a response is slow", async () => {
    const latencyMs = ({ number }: { number: number }) => (number < 3 ? 10 : SLOW_MS);
    const list = new ChangingList({ latencyMs }).seed(2_000);
    expect(idsOf(await fetchAll(list, inputs))).toEqual(list.ids(order_by));
    const backs = list.requests.map((request) => isBack(order_by, request.order_by));
    expect(backs.slice(0, 6)).toEqual([false, false, false, false, false, true]);
    expect(list.requests.length).toBeLessThanOrEqual(22);
  });

  it("is read one way when the other order is refused", async () => {
    const list = slowly({
      failure: (request) =>
        isBack(order_by, request.order_by)
          ? { status: 400, message: "order_by: unknown" }
          : undefined,
    }).seed(1_000);
    expect(idsOf(await fetchAll(list, inputs))).toEqual(list.ids(order_by));
    expect(list.requests).toHaveLength(11);
  });

  it.each(ORDERS)("is read one way when its order is always %s", async (fixedOrder) => {
    const list = slowly({ fixedOrder }).seed(1_000);
    expect(idsOf(await fetchAll(list, inputs))).toEqual(list.ids(fixedOrder));
    // A page that runs the other way shows it; else the other end must be tried.
    const isAsAsked = fixedOrder === (order_by ?? "created_datetime:desc");
    expect(list.requests).toHaveLength(isAsAsked ? 11 : 10);
    expect(list.lines.filter((line) => line.startsWith("debug"))).toEqual(
      isAsAsked ? ["debug: GET /tickets: read on from one end only."] : [],
    );
  });

  it("that takes just so long for each page is not slow", async () => {
    const list = new ChangingList({ latencyMs: () => 250 }).seed(1_000);
    await fetchAll(list, inputs);
    expect(list.requests).toHaveLength(10);
  });

  it("tells how many records it has, of both ends", async () => {
    const list = slowly().seed(2_450);
    await fetchAll(list, inputs);
    expect(list.lines.filter((line) => line.startsWith("info"))).toEqual([
      "info: GET /tickets: 1000 records so far, in 10 pages.",
      "info: GET /tickets: 2000 records so far, in 20 pages.",
    ]);
  });

  it("does not end where records out of place make the ends seem to have passed", async () => {
    const list = slowly().seed(1_000);
    const isAscending = order_by === "created_datetime:asc";
    // The last two of the third page say that they stand at the other end of the list.
    for (const place of [299, 300]) {
      const id = isAscending ? place : 1_001 - place;
      list.put(id, id, id, isAscending ? 5_000 : -5_000);
    }
    expect(idsOf(await fetchAll(list, inputs)).sort((a, b) => a - b)).toEqual(
      list.ids("created_datetime:asc"),
    );
  });

  it("goes on one way when the other end fails later, and reads nothing twice", async () => {
    let fromBack = 0;
    const list = slowly({
      failure: (request) => {
        fromBack += isBack(order_by, request.order_by) ? 1 : 0;
        return isBack(order_by, request.order_by) && fromBack > 3
          ? { status: 400, message: "Invalid cursor." }
          : undefined;
      },
    }).seed(1_000);
    expect(idsOf(await fetchAll(list, inputs))).toEqual(list.ids(order_by));
    expect(list.requests.length).toBeLessThanOrEqual(12);
    expect(list.lines.filter((line) => line.startsWith("warn"))).toEqual([]);
  });

  it.each([false, true])(
    "ends at once when the connection is refused (other end: %s)",
    async (atBack) => {
      const list = slowly().seed(2_000);
      const { client } = list;
      const request = client.send.bind(client);
      let refused = 0;
      client.send = (async (asked: { query: string }) => {
        const response = await request(asked as never);
        const order = new URLSearchParams(asked.query).get("order_by");
        if (list.requests.length > 6 && isBack(order_by, order) === atBack) {
          refused += 1;
          throw new ConnectionError({ key: "k", fields: {}, configVarKey: "k" } as never, "401");
        }
        return response;
      }) as never;
      jest.spyOn(list, "client", "get").mockReturnValue(client);
      await expect(fetchAll(list, inputs)).rejects.toThrow("401");
      expect(refused).toBe(1);
      expect(list.requests.length).toBeLessThanOrEqual(9);
    },
  );

  it("does not wait for the request under way when the ends have met, nor minds its failure", async () => {
    const list = slowly({
      latencyMs: ({ number }) => (number >= 12 ? 1_000_000 : SLOW_MS + number),
    }).seed(1_000);
    const startedAt = list.time.now;
    expect(idsOf(await fetchAll(list, inputs))).toEqual(list.ids(order_by));
    expect(list.time.now - startedAt).toBeLessThan(10_000);
  });

  it("tells an error of its first end as it is", async () => {
    const list = slowly({
      failure: ({ number }) =>
        number === 4 ? { status: 400, message: "customer_id: unknown" } : undefined,
      latencyMs: () => 10,
    }).seed(1_000);
    await expect(fetchAll(list, inputs)).rejects.toThrow("customer_id: unknown");
    expect(list.requests).toHaveLength(4);
  });

  it("starts once again when the cursor of its first end expires", async () => {
    let failed = false;
    const list = slowly({
      failure: (request) => {
        const fails = !failed && request.number > 6 && !isBack(order_by, request.order_by);
        failed ||= fails;
        return fails ? { status: 400, message: "Invalid cursor." } : undefined;
      },
    }).seed(1_000);
    expect(idsOf(await fetchAll(list, inputs))).toEqual(list.ids(order_by));
    expect(list.lines).toContain(
      "warn: GET /tickets: a cursor expired, so the list is read again from its start.",
    );
  });
});

describe("records that are created while a slow list is read in ascending order", () => {
  const inputs = { order_by: "created_datetime:asc" };
  const LATER = 1_000_000;

  /** Creates so many records after each request of these numbers. */
  function createAfter(list: ChangingList, requests: readonly number[], each: number): void {
    list.behaviour.afterwards = ({ number }) => {
      for (let count = 0; requests.includes(number) && count < each; count += 1) {
        list.put(list.records.size + 1, LATER * number + count);
      }
    };
  }

  it.each([
    ["a few", [4], 3],
    ["some each time", [2, 3, 4, 5, 6, 7], 10],
    ["more than a page", [5], 250],
  ])("are there too, at its end: %s", async (_, requests, each) => {
    const list = slowly().seed(950);
    createAfter(list, requests, each);
    const records = await fetchAll(list, inputs);
    expect(idsOf(records)).toEqual(list.ids(inputs.order_by));
    expect(list.requests.length).toBeLessThanOrEqual(Math.ceil(records.length / 100) + 2);
  });

  it("cost no request where that would be the third beside the pages", async () => {
    const list = slowly().seed(1_000);
    expect(await fetchAll(list, inputs)).toHaveLength(1_000);
    expect(list.requests).toHaveLength(12);
  });

  it("are not looked for where the list was read from one end, or its newest end last", async () => {
    const isNewestEnd = ({ order_by, cursor }: ListRequest) =>
      order_by === "created_datetime:desc" && !cursor;
    const fast = new ChangingList().seed(950);
    await fetchAll(fast, inputs);
    expect(fast.requests.filter(isNewestEnd)).toEqual([]);
    const descending = slowly().seed(950);
    await fetchAll(descending, { order_by: "created_datetime:desc" });
    expect(descending.requests.filter(isNewestEnd)).toHaveLength(1);
  });

  it("are not done without when the connection is refused", async () => {
    const list = slowly().seed(950);
    const { client } = list;
    const send = client.send.bind(client);
    let newest = 0;
    client.send = (async (asked: { query: string }) => {
      const query = new URLSearchParams(asked.query);
      newest += query.get("order_by") === "created_datetime:desc" && !query.has("cursor") ? 1 : 0;
      if (newest === 2) {
        throw new ConnectionError({ key: "k", fields: {}, configVarKey: "k" } as never, "401");
      }
      return send(asked as never);
    }) as never;
    jest.spyOn(list, "client", "get").mockReturnValue(client);
    await expect(fetchAll(list, inputs)).rejects.toThrow("401");
  });

  it("are done without when they cannot be looked for", async () => {
    const list = slowly().seed(950);
    let newest = 0;
    list.behaviour.failure = ({ order_by, cursor }) => {
      newest += order_by === "created_datetime:desc" && !cursor ? 1 : 0;
      return newest === 2 && !cursor ? { status: 500, message: "Oops" } : undefined;
    };
    expect(idsOf(await fetchAll(list, inputs))).toEqual(list.ids(inputs.order_by));
    expect(newest).toBe(2);
  });
});

it("when both ends are refused at once, the second refusal is left to nobody", async () => {
  const list = slowly({
    latencyMs: ({ number }) => SLOW_MS + number,
    failure: ({ number }) => (number >= 5 ? { status: 500, message: "Oops" } : undefined),
  }).seed(1_000);
  const { client } = list;
  const send = client.send.bind(client);
  let refused = 0;
  client.send = (asked) =>
    send(asked).catch((error: Error) => {
      refused += 1;
      throw new ConnectionError({ key: "k", fields: {}, configVarKey: "k" }, error.message);
    }) as never;
  jest.spyOn(list, "client", "get").mockReturnValue(client);
  await expect(fetchAll(list)).rejects.toThrow(ConnectionError);
  expect(refused).toBe(1);
  // A rejection that nobody minds would fail the test.
  await list.time.until(list.time.sleep(10 * SLOW_MS));
  await new Promise(setImmediate);
  expect(refused).toBe(2);
  expect(list.requests).toHaveLength(6);
});

describe("records of one time", () => {
  it.each<[string, number, number, number]>([
    ["in the middle", 1_000, 300, 700],
    ["at the beginning", 1_000, 1, 500],
    ["at the end", 1_000, 500, 1_000],
    ["everywhere", 1_000, 1, 1_000],
    ["about one page", 500, 101, 199],
  ])("%s are all there, whatever their order", async (_, count, from, to) => {
    for (const ties of ["same", "mirrored"] as const) {
      for (const order_by of ORDERS) {
        const list = slowly({ ties });
        for (let id = 1; id <= count; id += 1) {
          list.put(id, id >= from && id <= to ? from : id);
        }
        const records = await fetchAll(list, { order_by });
        expect(idsOf(records).sort((a, b) => a - b)).toEqual(
          list.ids("created_datetime:asc").sort((a, b) => a - b),
        );
        expect(list.requests.length).toBeLessThanOrEqual(count / 100 + 4);
      }
    }
  });
});

/** What happens to the list after a request. */
interface Change {
  after: number;
  kind: "insert" | "touch" | "delete";
  /** Which record, as a share of all. */
  at: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  after: fc.integer({ min: 1, max: 12 }),
  kind: fc.constantFrom("insert" as const, "touch" as const, "delete" as const),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

const scene = fc.record({
  count: fc.oneof(
    fc.constantFrom(0, 1, 99, 100, 101, 150, 199, 200, 201, 300),
    fc.integer({ min: 0, max: 900 }),
  ),
  order_by: fc.constantFrom(...ORDERS),
  ties: fc.constantFrom("same" as const, "mirrored" as const),
  /** Records of one time come in groups of this size. */
  group: fc.constantFrom(1, 1, 1, 3, 90, 250),
  outOfPlace: fc.option(
    fc.record({
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      shown: fc.integer({ min: -5_000, max: 5_000 }),
    }),
  ),
  fixedOrder: fc.option(fc.constantFrom(...ORDERS), { freq: 6, nil: undefined }),
  refusesOther: fc.boolean(),
  latencies: fc.array(fc.constantFrom(1, 100, 300, 500, 2_000), { minLength: 1, maxLength: 12 }),
  changes: fc.oneof(fc.constant<Change[]>([]), fc.array(change, { maxLength: 12 })),
});

it("every record that stays is there once, whatever happens meanwhile", async () => {
  await fc.assert(
    fc.asyncProperty(scene, async (given) => {
      const list = new ChangingList({
        ties: given.ties,
        fixedOrder: given.fixedOrder,
        latencyMs: ({ number }) => given.latencies[number % given.latencies.length] ?? 1,
        failure: (request) =>
          given.refusesOther && request.order_by !== given.order_by
            ? { status: 400, message: "order_by: unknown" }
            : undefined,
      });
      for (let id = 1; id <= given.count; id += 1) {
        list.put(id, Math.ceil(id / given.group) * given.group);
      }
      const odd =
        given.outOfPlace && list.records.get(Math.ceil(given.outOfPlace.at * given.count));
      if (odd) {
        list.put(odd.id, odd.created, odd.created, given.outOfPlace?.shown);
      }
      const everKnown = new Set(list.records.keys());
      const deleted = new Set<number>();
      let nextId = given.count + 1;
      list.behaviour.afterwards = ({ number }) => {
        for (const { kind, at } of given.changes.filter(({ after }) => after === number)) {
          const id = Math.ceil(at * given.count);
          if (kind === "insert") {
            list.put(nextId, Math.ceil(at * 1.2 * given.count) + 0.5);
            everKnown.add(nextId);
            nextId += 1;
          } else if (kind === "touch") {
            list.touch(id, 10_000 + number);
          } else if (list.records.delete(id)) {
            deleted.add(id);
          }
        }
      };
      const records = await fetchAll(list, { order_by: given.order_by });
      const ids = idsOf(records);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !everKnown.has(id))).toEqual([]);
      const read = new Set(ids);
      for (let id = 1; id <= given.count; id += 1) {
        if (!deleted.has(id) && !read.has(id)) {
          throw new Error(`Record ${id} is missing.`);
        }
      }
      const pages = Math.max(1, Math.ceil((given.count + given.changes.length) / 100));
      expect(list.requests.length).toBeLessThanOrEqual(
        given.group === 1 ? pages + 3 : 2 * pages + 3,
      );
      const order = given.fixedOrder ?? given.order_by;
      if (given.changes.length === 0 && (given.ties === "mirrored" || given.group === 1)) {
        expect(ids).toEqual(list.ids(order));
      }
      if (!odd) {
        const direction = order.endsWith("asc") ? 1 : -1;
        const times = records.map(({ created_datetime }) => created_datetime);
        const sorted = [...times].sort((a, b) => direction * a.localeCompare(b));
        expect(times).toEqual(sorted);
      }
    }),
    { numRuns: Number(process.env.LIST_RUNS ?? 300) },
  );
});
