import { clock } from "../../../src/clock";
import { GorgiasError } from "../../../src/http/errors";
import { type PollRun, pollChanges } from "../../../src/triggers/changes/poll";
import type { PollState } from "../../../src/triggers/changes/pollState";
import { EMPTY_WATERMARK } from "../../../src/triggers/changes/watermark";
import { at, PagedList, type PagedRecord, positionOf, recordAt } from "../../support/pagedList";

const ACCOUNT = { account: "green-garden", resource: "tickets" } as const;
const RESTARTED =
  "warn: GET /tickets: a cursor expired, so the list is read again from its start. Nothing is delivered twice.";
const RUN_MS = 10 * 60_000;

afterEach(() => jest.restoreAllMocks());

function poll(list: PagedList, run: Partial<PollRun> = {}) {
  return pollChanges(list.client, { ...ACCOUNT, isShown: () => true, ...run });
}

/** At second 5; Gorgias answers at second 50, so that its last minute begins before all times here. */
function stateOf(more: Partial<PollState> = {}): PollState {
  const watermark = { ...EMPTY_WATERMARK, time: at(5), id: 0 };
  return { ...ACCOUNT, watermark, backlog: null, ...more };
}

function backlogAt(...pages: number[]): Partial<PollState> {
  const checkpoints = pages.map(positionOf);
  return { backlog: { createdAfter: { time: at(5), id: 0 }, createdIds: [], checkpoints } };
}

function ids({ items }: { items: { record: PagedRecord }[] }) {
  return items.map(({ record }) => record.id);
}

/** Lets a request fail, by how many went before it. */
function failAt(list: PagedList, failures: Record<number, GorgiasError>) {
  list.onRequest = (count) => {
    const failure = failures[count];
    if (failure) {
      // It counts as asked for, so that the next one is another.
      list.asked.push(-1);
      throw failure;
    }
  };
}

function answered(status: number | undefined, message = "No such place"): GorgiasError {
  return new GorgiasError(message, { method: "GET", path: "/tickets", status });
}

const OLD = [recordAt(91, 3), recordAt(92, 2)];
const PAGES = [[recordAt(3, 30), recordAt(2, 20)], [recordAt(1, 10)], OLD];

describe("a first run", () => {
  it("from now on delivers nothing and says so", async () => {
    const list = new PagedList(PAGES);
    const { items, state } = await poll(list);
    expect(items).toEqual([]);
    expect(state).toMatchObject({ ...ACCOUNT, backlog: null });
    expect(list.lines).toEqual([
      "info: First run: nothing is delivered. The next ones deliver the tickets that are created or updated from now on.",
    ]);
  });

  it("from a time on delivers what came since, and says so", async () => {
    const list = new PagedList(PAGES);
    const result = await poll(list, { recordsSince: at(20) });
    expect(ids(result)).toEqual([2, 3]);
    expect(list.lines).toEqual([`info: First run: it begins with the tickets of ${at(20)}.`]);
  });
});

describe("a later run", () => {
  it("leaves out what is not shown, and delivers it no more", async () => {
    const list = new PagedList([
      [recordAt(3, 30), { ...recordAt(2, 20), created_datetime: at(1) }],
    ]);
    const first = await poll(list, { state: stateOf(), isShown: (change) => change === "created" });
    expect(first.items).toEqual([{ change: "created", record: recordAt(3, 30) }]);
    expect(ids(await poll(list, { state: first.state }))).toEqual([]);
    expect(list.lines).toEqual([]);
  });

  it("tells of records of the future, and of none else", async () => {
    const list = new PagedList([[recordAt(3, 58), recordAt(2, 20)]]);
    await poll(list, { state: stateOf() });
    expect(list.lines).toEqual([
      `warn: 1 tickets are dated in the future, such as 3 at ${at(58)}. They come once, and again when they change.`,
    ]);
  });

  it("of a backlog reads a list though its first page is quiet", async () => {
    const watermark = {
      ...EMPTY_WATERMARK,
      time: at(5),
      id: 0,
      recentRecords: { 3: at(30), 2: at(20) },
    };
    expect(ids(await poll(new PagedList(PAGES), { state: stateOf({ watermark }) }))).toEqual([]);
    const behind = stateOf({ watermark, ...backlogAt() });
    expect(ids(await poll(new PagedList(PAGES), { state: behind }))).toEqual([1]);
  });
});

describe("a place of the run before", () => {
  it("behind which nothing is left gives way to the one before it", async () => {
    const list = new PagedList([...PAGES, OLD, OLD]);
    const result = await poll(list, { state: stateOf(backlogAt(1, 3)) });
    expect(list.asked).toEqual([3, 1, 2]);
    expect(ids(result)).toEqual([1]);
    expect(result.state.backlog?.checkpoints).toEqual([]);
  });

  it("is all that is looked at when the time is up", async () => {
    const list = new PagedList([...PAGES, OLD, OLD]);
    jest.spyOn(clock, "now").mockImplementation(() => (list.asked.length > 0 ? RUN_MS + 1 : 0));
    const result = await poll(list, { state: stateOf(backlogAt(1, 3)) });
    expect(list.asked).toEqual([3]);
    expect(result.state.backlog?.checkpoints).toEqual([positionOf(1)]);
  });

  it("may be looked at to the end of the time", async () => {
    const list = new PagedList([...PAGES, OLD, OLD]);
    jest.spyOn(clock, "now").mockImplementation(() => (list.asked.length > 0 ? RUN_MS : 0));
    expect(ids(await poll(list, { state: stateOf(backlogAt(1, 3)) }))).toEqual([1]);
  });

  it.each([400, 404, 410])(
    "that Gorgias no longer knows (%d) gives way to the start",
    async (status) => {
      const list = new PagedList(PAGES);
      failAt(list, { 0: answered(status) });
      expect(ids(await poll(list, { state: stateOf(backlogAt(1)) }))).toEqual([1, 2, 3]);
      expect(list.lines).toEqual([RESTARTED]);
    },
  );

  it.each([401, 500, undefined])("that fails otherwise (%s) fails the run", async (status) => {
    const list = new PagedList(PAGES);
    const failure = answered(status);
    failAt(list, { 0: failure });
    await expect(poll(list, { state: stateOf(backlogAt(1)) })).rejects.toBe(failure);
  });

  it("fails the run where it fails twice", async () => {
    const list = new PagedList(PAGES);
    const [first, second] = [answered(410), answered(410)];
    failAt(list, { 0: first, 2: second });
    await expect(poll(list, { state: stateOf(backlogAt(1)) })).rejects.toThrow(/cursor expired/);
    expect(list.lines).toEqual([RESTARTED]);
  });
});

describe("a cursor that expires while a list is read", () => {
  it("lets it be read again", async () => {
    const list = new PagedList(PAGES);
    failAt(list, { 1: answered(400, "Invalid cursor") });
    expect(ids(await poll(list, { state: stateOf() }))).toEqual([1, 2, 3]);
    expect(list.asked).toEqual([0, -1, 0, 1, 2, 0]);
    expect(list.lines).toEqual([RESTARTED]);
  });

  it("is none where a first page fails", async () => {
    const list = new PagedList(PAGES);
    const failure = answered(404);
    failAt(list, { 0: failure });
    await expect(poll(list, { state: stateOf() })).rejects.toBe(failure);
    expect(list.lines).toEqual([]);
  });
});

describe("survey answers", () => {
  const events = [1, 2, 3].map((n) => ({ ...recordAt(n, 10 + n), object_id: 70 + n }));
  const resource = "satisfaction_responses";

  function surveys(list: PagedList, msEach: number) {
    let now = 0;
    jest.spyOn(clock, "now").mockImplementation(() => now);
    const request = async (_: string, { id }: { id: number }) => {
      now += msEach;
      return { id };
    };
    const client = Object.assign(list.client, { request });
    const state = stateOf({ resource });
    return pollChanges(client, { account: ACCOUNT.account, resource, state, isShown: () => true });
  }

  it("are read one by one until the time is up", async () => {
    expect(ids(await surveys(new PagedList([events]), RUN_MS))).toEqual([71, 72]);
  });

  it("that were not read in time are a backlog", async () => {
    const list = new PagedList([events]);
    const { state } = await surveys(list, RUN_MS + 1);
    expect(state.backlog).not.toBeNull();
    expect(list.lines).toEqual([
      "info: A backlog of satisfaction_responses: the oldest 1 are delivered now, more follow.",
    ]);
  });
});
