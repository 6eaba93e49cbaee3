import { clock } from "../../../src/clock";
import { InputError } from "../../../src/errors";
import { ids, TriggerFlow, type TriggerKey } from "../../support/triggerFlow";
import { SECOND, toTime, WatchedList } from "../../support/watchedList";

const MINUTE = 60 * SECOND;
const MINUTE_MS = 60_000;
const KEYS: TriggerKey[] = ["pollChangesTrigger", "syncRecords"];

afterEach(() => jest.restoreAllMocks());

/** A flow that has had its first run, and the list that it watches. */
async function watching(
  list: WatchedList,
  key: TriggerKey = "pollChangesTrigger",
  inputs: Record<string, unknown> = {},
) {
  const flow = new TriggerFlow(list, key, inputs);
  await flow.run();
  list.pass(SECOND);
  return flow;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe.each(KEYS)("the first run of %s", (key) => {
  it("delivers nothing, takes one request and ends quietly", async () => {
    const list = new WatchedList().seed(1_000);
    const flow = new TriggerFlow(list, key);
    expect(await list.requestsOf(() => flow.run())).toBe(1);
    expect([flow.delivered, flow.resultType]).toEqual([[], "polled_no_changes"]);
    expect(list.lines.join()).toContain("First run");
  });

  it("remembers the last minute, however many records it holds", async () => {
    const list = new WatchedList().seed(300, 10_000);
    for (const id of numbers(1_001, 1_250)) {
      list.put(id);
    }
    const flow = await watching(list, key);
    expect(await flow.run()).toEqual([]);
  });

  it("of an empty account remembers that: whatever comes is created", async () => {
    const list = new WatchedList();
    const flow = await watching(list, key);
    list.put(1, { created: list.now - 90 * MINUTE });
    expect(await flow.run()).toMatchObject([{ change: "created", record: { id: 1 } }]);
    expect(await flow.run()).toEqual([]);
  });

  it("looks twice at an account that seems to be empty", async () => {
    const list = new WatchedList().seed(50);
    list.oddity = { skip: 0, kind: "empty" };
    const flow = await watching(list, key);
    expect(await flow.run()).toEqual([]);
  });

  it("begins at Records Since, oldest first, and tells created from updated", async () => {
    const list = new WatchedList().seed(20);
    const recordsSince = list.records.get(11)?.updated_datetime as string;
    list.put(3);
    const flow = new TriggerFlow(list, key, { recordsSince });
    const items = await flow.run();
    expect(ids(items)).toEqual([...numbers(11, 20), 3]);
    expect(items.map(({ change }) => change)).toEqual([...Array(10).fill("created"), "updated"]);
    expect(await flow.run()).toEqual([]);
  });

  it.each(["2026-01-01", " 2026-01-01 "])(
    "takes the date '%s' as its first moment",
    async (date) => {
      const list = new WatchedList();
      list.put(1, { updated: list.now - 1 });
      list.put(2);
      list.pass(SECOND);
      expect(ids(await new TriggerFlow(list, key, { recordsSince: date }).run())).toEqual([2]);
    },
  );

  it.each(["2026-02-30", "2026-1-1", "yesterday", 1_767_222_000_000])(
    "refuses %j as Records Since, and asks nothing",
    async (recordsSince) => {
      const list = new WatchedList().seed(3);
      await expect(new TriggerFlow(list, key, { recordsSince }).run()).rejects.toThrow(
        "Records Since must be a date and time",
      );
      expect(list.queries).toEqual([]);
    },
  );

  it("refuses a Records Since in the future, and asks nothing", async () => {
    const list = new WatchedList().seed(3);
    const recordsSince = toTime(list.now + MINUTE);
    await expect(new TriggerFlow(list, key, { recordsSince }).run()).rejects.toThrow(InputError);
    await expect(new TriggerFlow(list, key, { recordsSince }).run()).rejects.toThrow(
      "Records Since must be a date and time in the past; given",
    );
    expect(list.queries).toEqual([]);
  });

  it("that breaks off is run again from its beginning", async () => {
    const list = new WatchedList().seed(350);
    const flow = new TriggerFlow(list, key, { recordsSince: "2025-01-01T00:00:00" });
    list.oddity = { skip: 1, kind: "failure" };
    await expect(flow.run()).rejects.toThrow("500");
    expect(new Set(ids(await flow.run())).size).toBe(350);
    expect(await flow.run()).toEqual([]);
  });
});

describe.each(KEYS)("a quiet run of %s takes one request", (key) => {
  it("after a first run", async () => {
    const list = new WatchedList().seed(1_000);
    const flow = await watching(list, key);
    expect(await list.requestsOf(() => flow.run())).toBe(1);
    expect(flow.resultType).toBe("polled_no_changes");
  });

  it.each([1, 99, 100, 250])("after a burst of %d changes", async (count) => {
    const list = new WatchedList().seed(1_000);
    const flow = await watching(list, key);
    for (const id of numbers(1, count)) {
      list.pass(1);
      list.put(id);
    }
    expect(ids(await flow.run())).toEqual(numbers(1, count));
    expect(await list.requestsOf(() => flow.run())).toBe(1);
    // Once, when no change of the burst can become visible any more, all of it is looked at again.
    list.pass(2 * MINUTE);
    await flow.run();
    list.pass(2 * MINUTE);
    expect(await list.requestsOf(() => flow.run())).toBe(1);
    expect(flow.delivered).toHaveLength(count);
  });

  it("when a thousand records share one moment", async () => {
    const list = new WatchedList().seed(100);
    const flow = await watching(list, key);
    for (const id of numbers(1_001, 2_000)) {
      list.put(id);
    }
    expect(await flow.run()).toHaveLength(1_000);
    expect(await list.requestsOf(() => flow.run())).toBe(1);
    list.pass(2 * MINUTE);
    await flow.run();
    expect(await list.requestsOf(() => flow.run())).toBe(1);
    expect(flow.delivered).toHaveLength(1_000);
  });

  it("of events, too", async () => {
    const list = new WatchedList().seed(1_000);
    const flow = await watching(list, key, { pollResourceType: "events" });
    expect(await list.requestsOf(() => flow.run())).toBe(1);
    list.put(2_000);
    expect(ids(await flow.run())).toEqual([2_000]);
    expect(await list.requestsOf(() => flow.run())).toBe(1);
    list.pass(2 * MINUTE);
    expect(await list.requestsOf(() => flow.run())).toBe(1);
    expect(await list.requestsOf(() => flow.run())).toBe(1);
  });

  it("of an account that has no such record", async () => {
    const list = new WatchedList();
    const flow = await watching(list, key, { pollResourceType: "satisfaction_responses" });
    expect(await list.requestsOf(() => flow.run())).toBe(1);
  });
});

describe("a run", () => {
  it.each([
    [1, 2],
    [99, 2],
    [100, 3],
    [250, 5],
  ])("that finds %d changes takes %d requests", async (count, requests) => {
    const list = new WatchedList().seed(5_000);
    const flow = await watching(list);
    for (const id of numbers(1, count)) {
      list.pass(1);
      list.put(id);
    }
    expect(await list.requestsOf(() => flow.run())).toBe(requests);
    expect(ids(flow.delivered)).toEqual(numbers(1, count));
  });

  it("finds a change that became visible after a newer one was seen", async () => {
    const list = new WatchedList().seed(10);
    const flow = await watching(list);
    list.put(3, { delay: 400_000 });
    list.put(4);
    expect(ids(await flow.run())).toEqual([4]);
    list.pass(SECOND);
    expect(ids(await flow.run())).toEqual([3]);
    expect(await flow.run()).toEqual([]);
  });

  it("finds it below more records of the last minute than a page holds, once they are older", async () => {
    const list = new WatchedList().seed(10);
    const flow = await watching(list);
    list.put(3, { delay: 400_000 });
    for (const id of numbers(101, 350)) {
      list.put(id);
    }
    await flow.run();
    list.pass(2 * MINUTE);
    expect(ids(await flow.run())).toEqual([3]);
  });

  it("tells created from updated, and delivers the oldest first", async () => {
    const list = new WatchedList().seed(10);
    const flow = await watching(list);
    for (const id of [4, 11, 2]) {
      list.pass(1);
      list.put(id);
    }
    expect((await flow.run()).map(({ change, record }) => [change, record.id])).toEqual([
      ["updated", 4],
      ["created", 11],
      ["updated", 2],
    ]);
    list.put(11);
    expect((await flow.run()).map(({ change, record }) => [change, record.id])).toEqual([
      ["updated", 11],
    ]);
  });

  it("delivers a record that changed twice between two runs once", async () => {
    const list = new WatchedList().seed(10);
    const flow = await watching(list);
    list.put(11);
    list.pass(SECOND);
    list.put(11);
    expect((await flow.run()).map(({ change, record }) => [change, record.id])).toEqual([
      ["created", 11],
    ]);
    expect(await flow.run()).toEqual([]);
  });

  it("calls a new record created that moves while it reads several pages", async () => {
    const list = new WatchedList().seed(50);
    const flow = await watching(list);
    for (const id of numbers(1_001, 1_250)) {
      list.pass(1);
      list.put(id);
    }
    list.afterPage = () => {
      list.afterPage = () => undefined;
      list.pass(SECOND);
      list.put(1_010);
    };
    const items = await flow.run();
    expect(items.every(({ change }) => change === "created")).toBe(true);
    expect(ids(items).sort()).toEqual(numbers(1_001, 1_250));
    list.pass(2 * MINUTE);
    expect(await flow.run()).toEqual([]);
  });

  it("delivers a record dated in the future once as created, then as updated", async () => {
    const list = new WatchedList().seed(5);
    const flow = await watching(list);
    const future = { created: list.now + 600 * SECOND, updated: list.now + 600 * SECOND };
    list.put(9, future);
    expect(await flow.run()).toMatchObject([{ change: "created", record: { id: 9 } }]);
    expect(list.lines.join()).toContain("dated in the future, such as 9");
    expect(await flow.run()).toEqual([]);
    list.put(2);
    expect(ids(await flow.run())).toEqual([2]);
    list.pass(2 * MINUTE);
    list.put(9);
    expect(await flow.run()).toMatchObject([{ change: "updated", record: { id: 9 } }]);
    list.pass(20 * MINUTE);
    list.put(9);
    expect(await flow.run()).toMatchObject([{ change: "updated", record: { id: 9 } }]);
  });

  it("passes over further records of the future when it remembers a thousand, until their time", async () => {
    const list = new WatchedList().seed(5);
    const flow = await watching(list);
    for (const id of numbers(1_001, 2_010)) {
      list.put(id, { updated: list.now + 3_600 * SECOND + id });
    }
    expect(ids(await flow.run())).toEqual(numbers(1_001, 2_000));
    expect(await flow.run()).toEqual([]);
    expect(list.lines.join()).toContain("10 records dated in the future");
    list.put(3);
    expect(ids(await flow.run())).toEqual([3]);
    list.pass(3_700 * SECOND);
    expect(ids(await flow.run())).toEqual(numbers(2_001, 2_010));
  });

  it.each([
    ["an update", { updated: null }],
    ["any time", { updated: null, created: null }],
  ])("delivers a record without the time of %s once by its id", async (_, times) => {
    const list = new WatchedList().seed(250);
    const flow = await watching(list);
    list.put(900, times);
    list.put(4);
    expect(ids(await flow.run()).sort()).toEqual([4, 900]);
    list.pass(2 * MINUTE);
    list.put(5);
    expect(ids(await flow.run())).toEqual([5]);
    list.put(900);
    expect(await flow.run()).toMatchObject([{ change: "updated", record: { id: 900 } }]);
  });

  it("passes over a record without an id, and says so", async () => {
    const list = new WatchedList().seed(3);
    const flow = await watching(list);
    list.put(7);
    list.put(8);
    Object.assign(list.records.get(7) ?? {}, { id: null });
    expect(ids(await flow.run())).toEqual([8]);
    expect(list.lines.join()).toContain("1 records without an id are passed over");
  });

  it("takes an id that is written as text, and knows it again", async () => {
    const list = new WatchedList().seed(3);
    const flow = await watching(list);
    list.put(7);
    Object.assign(list.records.get(7) ?? {}, { id: "7" });
    expect(ids(await flow.run())).toEqual(["7"]);
    expect(await flow.run()).toEqual([]);
  });

  it("looks beyond a record that is out of order", async () => {
    const list = new WatchedList().seed(300);
    const flow = await watching(list);
    for (const id of numbers(1_001, 1_150)) {
      list.put(id);
    }
    list.misplaced = { id: 2, index: 0 };
    expect(await flow.run()).toHaveLength(150);
  });

  it("goes on behind an empty page, and reads one twice that ends the list", async () => {
    const list = new WatchedList().seed(50);
    const flow = await watching(list);
    for (const id of numbers(1_001, 1_150)) {
      list.put(id);
    }
    list.oddity = { skip: 1, kind: "empty" };
    expect(await flow.run()).toHaveLength(150);
  });

  it("goes on behind empty pages that point to a next one", async () => {
    const list = new WatchedList().seed(50);
    list.hasEmptyPages = true;
    const flow = await watching(list);
    expect(await flow.run()).toEqual([]);
    for (const id of numbers(1_001, 1_150)) {
      list.put(id);
    }
    expect(await flow.run()).toHaveLength(150);
    expect(await flow.run()).toEqual([]);
  });

  it("uses the runner's clock when Gorgias does not tell the time", async () => {
    const list = new WatchedList().seed(10);
    list.hasDate = false;
    const flow = await watching(list);
    list.put(9, { updated: list.now + 3_600 * SECOND });
    list.put(3, { delay: SECOND / 2 });
    list.put(4);
    expect(ids(await flow.run()).sort()).toEqual([4, 9]);
    list.pass(SECOND);
    expect(ids(await flow.run())).toEqual([3]);
  });

  it("loses nothing to a clock that is ahead", async () => {
    const list = new WatchedList().seed(10);
    list.hasDate = false;
    list.now += 3_600 * SECOND;
    const flow = await watching(list);
    list.now -= 3_600 * SECOND;
    list.put(3);
    expect(ids(await flow.run())).toEqual([3]);
  });

  it("begins anew when the connection moves to another account, and when the resource changes", async () => {
    const list = new WatchedList().seed(10);
    const flow = await watching(list);
    list.put(3);
    const others = { fields: { domain: "blue-garden", username: "u", apiKey: "k" } };
    const connection = { key: "gorgias-api-key", configVarKey: "Gorgias", ...others };
    Object.assign(flow.inputs, { connection });
    expect(await flow.run()).toEqual([]);
    list.put(4);
    expect(ids(await flow.run())).toEqual([4]);
    connection.fields.domain = "https://Blue-Garden.gorgias.com/app";
    list.put(5);
    expect(ids(await flow.run())).toEqual([5]);
    Object.assign(flow.inputs, { pollResourceType: "customers" });
    list.put(6);
    expect(await flow.run()).toEqual([]);
  });
});

describe("a backlog", () => {
  it("comes a thousand records a run, oldest first, created ones once", async () => {
    const list = new WatchedList().seed(5);
    const flow = await watching(list);
    for (const id of numbers(1_001, 3_500)) {
      list.pass(10);
      list.put(id);
    }
    list.pass(2 * MINUTE);
    const requests = await list.requestsOf(async () =>
      expect(await flow.run()).toHaveLength(1_000),
    );
    expect(requests).toBe(27);
    list.pass(SECOND);
    list.put(1_001);
    list.put(3_400);
    // Goes on where the first run left off, not at the newest record.
    expect(await list.requestsOf(() => flow.run())).toBe(11);
    for (let runs = 0; runs < 5; runs += 1) {
      await flow.run();
    }
    const created = flow.delivered.filter(({ change }) => change === "created");
    expect(new Set(ids(created)).size).toBe(2_500);
    expect(created).toHaveLength(2_500);
    expect(ids(flow.delivered.filter(({ change }) => change === "updated"))).toEqual([1_001]);
    expect(list.lines.join()).toContain("A backlog of tickets: the oldest 1000");
    const times = flow.delivered.map(({ record }) => record.updated_datetime);
    expect(times).toEqual([...times].sort());
    expect(flow.state.backlog).toBeNull();
  });

  it("of Sync Records comes in one run, a thousand a page", async () => {
    const list = new WatchedList().seed(2_500);
    const flow = new TriggerFlow(list, "syncRecords", { recordsSince: "2025-01-01T00:00:00Z" });
    expect(ids(await flow.run())).toEqual(numbers(1, 2_500));
    expect(flow.pages).toBe(3);
    expect(await list.requestsOf(() => flow.run())).toBe(1);
  });

  it("goes on from the newest record when its place in the list is no longer known", async () => {
    const list = new WatchedList().seed(5);
    const flow = await watching(list);
    for (const id of numbers(1_001, 3_500)) {
      list.pass(10);
      list.put(id);
    }
    await flow.run();
    list.oddity = { skip: 0, kind: "expired" };
    await flow.run();
    await flow.run();
    expect(ids(flow.delivered)).toEqual(numbers(1_001, 3_500));
  });

  it("of more than 20 MB comes in several runs, a larger record alone", async () => {
    const list = new WatchedList().seed(5);
    const flow = await watching(list);
    const sizes = [9, 9, 9, 25, 1];
    for (const [index, size] of sizes.entries()) {
      list.pass(1);
      list.put(100 + index, { fields: { excerpt: "x".repeat(size * 1_000_000) } });
    }
    const runs = [];
    for (let run = 0; run < 5; run += 1) {
      runs.push(ids(await flow.run()));
    }
    expect(runs).toEqual([[100, 101], [102], [103], [104], []]);
  });

  it("of events is read upwards, and no further than a run delivers", async () => {
    const list = new WatchedList().seed(5);
    const flow = await watching(list, "pollChangesTrigger", { pollResourceType: "events" });
    for (const id of numbers(1_001, 3_500)) {
      list.pass(10);
      list.put(id);
    }
    list.queries.length = 0;
    expect(ids(await flow.run())).toEqual(numbers(1_001, 2_000));
    expect(list.queries.length).toBeLessThanOrEqual(12);
    expect(list.queries[0]?.get("order_by")).toBe("created_datetime:asc");
    expect(list.queries[0]?.get("created_datetime[gte]")).toMatch(/^20/);
    await flow.run();
    await flow.run();
    expect(ids(flow.delivered)).toEqual(numbers(1_001, 3_500));
    expect(await flow.run()).toEqual([]);
  });

  it("of events that share one moment comes whole, though not at once", async () => {
    const list = new WatchedList().seed(5);
    const flow = await watching(list, "pollChangesTrigger", { pollResourceType: "events" });
    for (const id of numbers(1_001, 3_500)) {
      list.put(id);
    }
    list.pass(3 * MINUTE);
    for (let run = 0; run < 4; run += 1) {
      await flow.run();
    }
    expect(ids(flow.delivered)).toEqual(numbers(1_001, 3_500));
  });
});

describe("a run that takes longer than ten minutes", () => {
  /** Lets each request take a minute of the runner's time. */
  function slowDown(list: WatchedList) {
    let now = 0;
    jest.spyOn(clock, "now").mockImplementation(() => now);
    list.afterPage = () => {
      now += MINUTE_MS;
    };
    list.statusOf = () => {
      now += MINUTE_MS;
      return 200;
    };
  }

  it.each<[TriggerKey, string]>([
    ["pollChangesTrigger", "tickets"],
    ["syncRecords", "tickets"],
    ["pollChangesTrigger", "events"],
    ["syncRecords", "events"],
  ])("ends there, and the next ones of %s deliver the rest of %s, in order", async (key, of) => {
    const list = new WatchedList().seed(5);
    const flow = await watching(list, key, { pollResourceType: of });
    for (const id of numbers(1_001, 3_500)) {
      list.pass(10);
      list.put(id);
    }
    list.pass(2 * MINUTE);
    slowDown(list);
    for (let run = 0; run < 12; run += 1) {
      const requests = await list.requestsOf(() => flow.run());
      // A page of Sync Records is run by itself. Two looks at the first page may come on top.
      expect(requests / flow.pages).toBeLessThanOrEqual(13);
    }
    expect(ids(flow.delivered)).toEqual(numbers(1_001, 3_500));
    expect(flow.delivered.every(({ change }) => change === "created")).toBe(true);
  });

  it("counts the survey answers that are read one by one", async () => {
    const list = new WatchedList().seed(5);
    const flow = await watching(list, "pollChangesTrigger", {
      pollResourceType: "satisfaction_responses",
    });
    for (const id of numbers(201, 230)) {
      list.pass(1);
      list.put(id, { fields: { object_id: id } });
    }
    slowDown(list);
    const first = ids(await flow.run());
    expect(first.length).toBeLessThanOrEqual(11);
    expect(list.lines.join()).toContain("A backlog of satisfaction_responses");
    for (let run = 0; run < 4; run += 1) {
      await flow.run();
    }
    expect(ids(flow.delivered)).toEqual(numbers(201, 230));
    expect(list.reads).toHaveLength(30);
  });
});

describe("answers of satisfaction surveys", () => {
  const inputs = { pollResourceType: "satisfaction_responses" };

  it("come once where a survey was answered twice since the last run", async () => {
    const list = new WatchedList().seed(3);
    const flow = await watching(list, "pollChangesTrigger", inputs);
    list.put(200, { fields: { object_id: 70 } });
    list.put(201, { fields: { object_id: 70 } });
    expect(ids(await flow.run())).toEqual([70]);
  });

  it("that cannot be read are passed over, with a warning", async () => {
    const list = new WatchedList().seed(3);
    const flow = await watching(list, "pollChangesTrigger", inputs);
    list.statusOf = (id) => ({ 71: 403, 72: 404 })[id] ?? 200;
    for (const [index, object_id] of [70, 71, 72, 73, null].entries()) {
      list.put(200 + index, { fields: { object_id } });
    }
    expect(ids(await flow.run())).toEqual([70, 73]);
    expect(list.lines.filter((line) => line.startsWith("warn"))).toHaveLength(3);
    expect(await flow.run()).toEqual([]);
  });

  it("that the connection may not read at all are passed over with one warning", async () => {
    const list = new WatchedList().seed(3);
    const flow = await watching(list, "pollChangesTrigger", inputs);
    list.statusOf = () => 403;
    for (const id of numbers(200, 249)) {
      list.put(id, { fields: { object_id: id } });
    }
    expect(await flow.run()).toEqual([]);
    const warnings = list.lines.filter((line) => line.startsWith("warn"));
    expect(warnings).toEqual([
      expect.stringContaining(
        "Gorgias answered 403 for all 50 satisfaction surveys that were answered: the connection may not read survey answers",
      ),
    ]);
    expect(warnings[0]).toContain("Event 200: satisfaction survey 200");
    list.statusOf = () => 200;
    list.put(300, { fields: { object_id: 70 } });
    expect(ids(await flow.run())).toEqual([70]);
  });

  it("that fail otherwise fail the run, and come with the next", async () => {
    const list = new WatchedList().seed(3);
    const flow = await watching(list, "pollChangesTrigger", inputs);
    list.put(200, { fields: { object_id: 70 } });
    list.statusOf = () => 500;
    await expect(flow.run()).rejects.toThrow("500");
    list.statusOf = () => 200;
    expect(ids(await flow.run())).toEqual([70]);
  });
});
