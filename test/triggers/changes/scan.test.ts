import { clock } from "../../../src/clock";
import type { PagePosition } from "../../../src/lists";
import { AFTER_ALL } from "../../../src/timestamp";
import { type ScanOptions, scanChanges } from "../../../src/triggers/changes/scan";
import { sourceOf } from "../../../src/triggers/changes/sources";
import { EMPTY_WATERMARK, type Watermark } from "../../../src/triggers/changes/watermark";
import { at, PagedList, type PagedRecord, positionOf, recordAt } from "../../support/pagedList";

const TICKETS = sourceOf("tickets");
const EVENTS = sourceOf("events");
/** At second 5; Gorgias answers at second 50, so that its last minute begins before all times here. */
const WATERMARK: Watermark = { ...EMPTY_WATERMARK, time: at(5), id: 0 };
const NOW = { latest: "2026-01-01T00:00:50.999000Z", overlapStart: "2025-12-31T23:59:50.000000Z" };
const LATER = {
  latest: "2026-01-01T00:02:00.999000Z",
  overlapStart: "2026-01-01T00:01:00.000000Z",
};

afterEach(() => jest.restoreAllMocks());

function scan(list: PagedList, options: Partial<ScanOptions> = {}, source = TICKETS) {
  const usual = { watermark: WATERMARK, deadline: Infinity, checkpoints: [], hasBacklog: false };
  return scanChanges(list.client, source, { ...usual, ...options });
}

function ids({ changes }: { changes: readonly { version: { id: number } }[] }): number[] {
  return changes.map(({ version }) => version.id);
}

/** So many pages of 100 changes, newest first: ids and times count down. */
function backlogOf(pages: number): PagedRecord[][] {
  return Array.from({ length: pages }, (_, page) =>
    Array.from({ length: 100 }, (__, row) => {
      const id = (pages - page) * 100 - row;
      return recordAt(id, 10 + id / 1_000);
    }),
  );
}

const OLD = [recordAt(9_001, 3), recordAt(9_002, 2)];

describe("a scan from the newest change down", () => {
  it("takes one request where all stands on one page", async () => {
    const list = new PagedList([[recordAt(3, 20), recordAt(2, 10), recordAt(1, 4)]]);
    expect(await scan(list)).toMatchObject({
      changes: [{ version: { id: 2 } }, { version: { id: 3 } }],
      deferredFrom: undefined,
      newest: at(20),
      answeredAt: NOW,
      checkpoints: [],
    });
    expect(list.asked).toEqual([0]);
  });

  it("ends behind the watermark, and looks at the first page once more", async () => {
    const list = new PagedList([[recordAt(3, 20)], [recordAt(2, 10)], OLD, [recordAt(1, 1)]]);
    expect(ids(await scan(list))).toEqual([2, 3]);
    expect(list.asked).toEqual([0, 1, 2, 0]);
  });

  it("does not look again where the first page reached behind the watermark", async () => {
    const list = new PagedList([[recordAt(3, 20), recordAt(2, 4)], OLD, [recordAt(1, 1)]]);
    expect(ids(await scan(list))).toEqual([3]);
    expect(list.asked).toEqual([0, 1]);
  });

  it("expects records of an account that had some", async () => {
    const list = new PagedList([[]]);
    await scan(list);
    expect(list.asked).toEqual([0, 0]);
    list.asked.length = 0;
    await scan(list, { watermark: EMPTY_WATERMARK });
    expect(list.asked).toEqual([0]);
  });
});

describe("a quiet list", () => {
  const recentRecords = { 3: at(20), 2: at(15) };
  const watermark = { ...WATERMARK, recentRecords };
  const quiet = [[recordAt(3, 20), recordAt(2, 15)], [recordAt(1, 10)], OLD];

  it("is left alone while it holds records of the last minute", async () => {
    const list = new PagedList(quiet);
    expect(await scan(list, { watermark })).toEqual({
      changes: [],
      answeredAt: NOW,
      checkpoints: [],
    });
    expect(list.asked).toEqual([0]);
  });

  it.each<[what: string, pages: PagedRecord[][], found: number[]]>([
    ["something is new on its first page", [[recordAt(4, 20), recordAt(3, 20)], OLD], [4]],
    ["there is no other page", [[recordAt(3, 20), recordAt(2, 15)]], []],
    ["its first page ends behind the watermark", [[recordAt(3, 20), ...OLD], OLD], []],
  ])("is read where %s", async (_, pages, found) => {
    const result = await scan(new PagedList(pages), { watermark });
    expect(ids(result)).toEqual(found);
    expect(result.newest).toBe(at(20));
  });

  it("is read where a backlog is left", async () => {
    const list = new PagedList(quiet);
    expect(ids(await scan(list, { watermark, hasBacklog: true }))).toEqual([1]);
  });

  it("is read once none of it is of the last minute", async () => {
    const list = new PagedList([[recordAt(3, 59.999999), recordAt(2, 15)], [recordAt(1, 10)], OLD]);
    const kept = { ...WATERMARK, recentRecords: { ...recentRecords, 3: at(59.999999) } };
    list.date = "Thu, 01 Jan 2026 00:02:00 GMT";
    expect(await scan(list, { watermark: kept })).toMatchObject({
      changes: [{ version: { id: 1 } }],
      answeredAt: LATER,
    });
  });

  it("counts neither a record of the future nor one without a place as of the last minute", async () => {
    const future = { ...recordAt(3, 55) };
    const standIn = { id: 2, created_datetime: at(15), updated_datetime: null };
    const kept = {
      ...WATERMARK,
      futureRecords: { 3: [at(55), at(55)] as const },
      recentRecords: { 2: at(15) },
    };
    const list = new PagedList([[future, standIn], [recordAt(1, 10)], OLD]);
    expect(ids(await scan(list, { watermark: kept }))).toEqual([1]);
  });
});

describe("what moves while several pages are read", () => {
  const pages = [[recordAt(3, 20), recordAt(2, 19)], [recordAt(1, 10)], OLD];

  it("is found on the first page", async () => {
    const list = new PagedList(pages);
    list.instead.set(3, [recordAt(1, 30), recordAt(3, 20)]);
    const { changes } = await scan(list);
    expect(changes.map(({ version: { id, time } }) => [id, time])).toEqual([
      [2, at(19)],
      [3, at(20)],
      [1, at(30)],
    ]);
    expect(list.asked).toEqual([0, 1, 2, 0]);
  });

  it("is followed to the page where the old begins, and looked for once more then", async () => {
    const list = new PagedList(pages);
    list.instead.set(3, [recordAt(7, 40), recordAt(6, 39)]);
    list.instead.set(4, [recordAt(5, 38), recordAt(3, 20)]);
    list.instead.set(5, [recordAt(7, 40), recordAt(6, 39)]);
    expect(ids(await scan(list))).toEqual([1, 2, 3, 5, 6, 7]);
    expect(list.asked).toEqual([0, 1, 2, 0, 1, 0]);
  });

  it("is looked for three times at most", async () => {
    const list = new PagedList(pages);
    for (const look of [0, 1, 2, 3]) {
      list.instead.set(3 + look * 2, [recordAt(100 + look, 40 + look)]);
      list.instead.set(4 + look * 2, [recordAt(3, 20)]);
    }
    expect(ids(await scan(list))).toEqual([1, 2, 3, 100, 101, 102]);
    expect(list.asked).toEqual([0, 1, 2, 0, 1, 0, 1, 0, 1]);
  });

  it("is looked for twice where the first page is empty for a moment", async () => {
    const list = new PagedList(pages);
    list.instead.set(3, []);
    list.instead.set(4, [recordAt(8, 40), recordAt(3, 20)]);
    expect(ids(await scan(list))).toEqual([1, 2, 3, 8]);
  });
});

describe("a backlog", () => {
  it("of more than a run delivers keeps places from which to go on", async () => {
    const list = new PagedList([...backlogOf(22), OLD]);
    const result = await scan(list);
    expect(ids(result)).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
    expect(result.deferredFrom).toMatchObject({ id: 1_001, time: at(11.001) });
    // Of the twelve pages that hold what is deferred, the one ten before their end.
    expect(result.checkpoints).toEqual([positionOf(2)]);
  });

  it("counts pages without a change", async () => {
    const pages = backlogOf(22);
    const known = (pages[4] as PagedRecord[]).map(({ id, updated_datetime }) => [
      id,
      updated_datetime,
    ]);
    const watermark = { ...WATERMARK, recentRecords: Object.fromEntries(known) };
    const result = await scan(new PagedList([...pages, OLD]), { watermark });
    expect(ids(result)).toHaveLength(1_000);
    expect(result.checkpoints).toEqual([positionOf(2)]);
  });

  it("keeps no place that something older stands before", async () => {
    const pages = backlogOf(22);
    (pages[1] as PagedRecord[])[50] = recordAt(5_000, 6);
    expect((await scan(new PagedList([...pages, OLD]))).checkpoints).toEqual([]);
  });

  it("keeps no place that something newer stands behind", async () => {
    const pages = backlogOf(22);
    (pages[2] as PagedRecord[])[50] = recordAt(5_000, 49);
    expect((await scan(new PagedList([...pages, OLD]))).checkpoints).toEqual([]);
  });

  it("goes on from the last place, and leaves what stands before it", async () => {
    const list = new PagedList([...backlogOf(22), OLD]);
    const checkpoints = [positionOf(1), positionOf(14)];
    const result = await scan(list, { checkpoints, hasBacklog: true });
    expect(list.asked[0]).toBe(14);
    expect(list.asked).toHaveLength(9);
    expect(ids(result)).toHaveLength(800);
    expect(result).toMatchObject({
      deferredFrom: { time: AFTER_ALL, id: 0 },
      checkpoints: [positionOf(1)],
    });
  });

  it("keeps the place that it went on from where it holds more than a run delivers", async () => {
    const list = new PagedList([...backlogOf(22), OLD]);
    const checkpoints = [positionOf(1), positionOf(10)];
    const result = await scan(list, { checkpoints, hasBacklog: true });
    expect(result.deferredFrom).toMatchObject({ id: 1_001 });
    expect(result.checkpoints).toEqual(checkpoints);
  });

  it("keeps a thousand places, the last ones", async () => {
    const places: PagePosition[] = Array.from({ length: 1_000 }, (_, index) => ({
      cursor: `other ${index}`,
    }));
    const list = new PagedList([...backlogOf(22), OLD]);
    const result = await scan(list, { checkpoints: [...places, positionOf(10)], hasBacklog: true });
    expect(result.checkpoints).toEqual([...places.slice(1), positionOf(10)]);
  });
});

describe("a scan whose time is up", () => {
  function passAt(list: PagedList, requests: number) {
    jest.spyOn(clock, "now").mockImplementation(() => (list.asked.length >= requests ? 11 : 10));
  }

  it("delivers nothing and goes on from the next page", async () => {
    const list = new PagedList([...backlogOf(22), OLD]);
    passAt(list, 12);
    expect(await scan(list, { deadline: 10, checkpoints: [] })).toEqual({
      changes: [],
      deferredFrom: { time: "", id: 0 },
      answeredAt: NOW,
      checkpoints: [positionOf(2), positionOf(12)],
    });
  });

  it("keeps the places of the run before, a thousand in all", async () => {
    const places: PagePosition[] = Array.from({ length: 1_000 }, (_, index) => ({
      cursor: `other ${index}`,
    }));
    const list = new PagedList([...backlogOf(22), OLD]);
    passAt(list, 1);
    const checkpoints = [...places, positionOf(10)];
    const result = await scan(list, { deadline: 10, checkpoints, hasBacklog: true });
    expect(result.checkpoints).toEqual([...places.slice(1), positionOf(11)]);
  });

  it("delivers what it has where there is no next page", async () => {
    const list = new PagedList([[recordAt(3, 20)], [recordAt(2, 10)]]);
    passAt(list, 2);
    const result = await scan(list, { deadline: 10 });
    expect(ids(result)).toEqual([2, 3]);
    expect(result.deferredFrom).toBeUndefined();
  });
});

describe("a scan of a list that can be filtered by time", () => {
  const oldest = (pages: number): PagedRecord[][] =>
    backlogOf(pages)
      .map((page) => [...page].reverse())
      .reverse();
  const readUp = (list: PagedList, options: Partial<ScanOptions> = {}) =>
    scan(list, options, EVENTS);

  it("reads to the end of the list", async () => {
    const list = new PagedList(oldest(2));
    const result = await readUp(list);
    expect(result).toMatchObject({
      deferredFrom: undefined,
      newest: at(10.2),
      answeredAt: NOW,
      checkpoints: [],
    });
    expect(result.checkpoints).toEqual([]);
    expect(ids(result)).toHaveLength(200);
    expect(list.asked).toEqual([0, 1]);
  });

  it("reads no further than a run delivers", async () => {
    const list = new PagedList(oldest(20));
    const result = await readUp(list);
    expect(ids(result)).toHaveLength(1_000);
    expect(list.asked).toHaveLength(11);
    expect(result.deferredFrom).toMatchObject({ id: 1_001 });
  });

  it("leaves records of the last time that it read, when its time is up", async () => {
    const list = new PagedList([
      [recordAt(1, 10), recordAt(3, 20), recordAt(2, 20)],
      [recordAt(4, 20)],
    ]);
    jest.spyOn(clock, "now").mockReturnValue(11);
    const result = await readUp(list, { deadline: 10 });
    expect(ids(result)).toEqual([1]);
    expect(result.deferredFrom).toEqual({ time: at(20), id: 0 });
    expect(list.asked).toEqual([0]);
  });

  it("has until its time is up", async () => {
    jest.spyOn(clock, "now").mockReturnValue(10);
    const list = new PagedList(oldest(2));
    expect(ids(await readUp(list, { deadline: 10 }))).toHaveLength(200);
  });

  it("delivers all of the last page, whatever the time", async () => {
    jest.spyOn(clock, "now").mockReturnValue(11);
    const list = new PagedList(oldest(1));
    const result = await readUp(list, { deadline: 10 });
    expect(ids(result)).toHaveLength(100);
    expect(result.deferredFrom).toBeUndefined();
  });

  it("goes on where no record of a page has a time", async () => {
    jest.spyOn(clock, "now").mockReturnValue(11);
    const list = new PagedList([[{ id: 7 }], [recordAt(1, 10)]]);
    expect(ids(await readUp(list, { deadline: 10 }))).toEqual([7, 1]);
  });

  it("expects records where some are remembered", async () => {
    const list = new PagedList([[]]);
    await readUp(list);
    expect(list.asked).toEqual([0]);
    list.asked.length = 0;
    await readUp(list, { watermark: { ...WATERMARK, recentRecords: { 1: at(6) } } });
    expect(list.asked).toEqual([0, 0]);
  });
});
