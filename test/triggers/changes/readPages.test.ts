import { clock } from "../../../src/clock";
import {
  type ChangesPage,
  endsScan,
  greatestTime,
  isBehindAtEnd,
  lastDated,
  readPages,
} from "../../../src/triggers/changes/readPages";
import { newestFirst, sourceOf } from "../../../src/triggers/changes/sources";
import {
  answeredAt,
  EMPTY_WATERMARK,
  type RecordVersion,
  type Watermark,
} from "../../../src/triggers/changes/watermark";
import { at, PagedList, positionOf, recordAt } from "../../support/pagedList";

afterEach(() => jest.restoreAllMocks());

const TICKETS = sourceOf("tickets");
const WATERMARK: Watermark = { ...EMPTY_WATERMARK, time: at(20), id: 5 };
const NOW = { latest: at(50), overlapStart: at(30) };

async function read(
  list: PagedList,
  expectsRecords: boolean,
  start?: ReturnType<typeof positionOf>,
) {
  const pages: ChangesPage[] = [];
  const reading = { filters: newestFirst(TICKETS), start, expectsRecords };
  for await (const page of readPages(list.client, TICKETS, WATERMARK, reading)) {
    pages.push(page);
  }
  return pages;
}

function pageOf(versions: RecordVersion[], changes: ChangesPage["changes"] = []): ChangesPage {
  return { versions, changes, answeredAt: NOW };
}

function version(id: number, second: number, isStandIn = false): RecordVersion {
  return { id, time: at(second), isStandIn };
}

describe("a page", () => {
  it("tells its versions and its changes, where it stands and where the next one begins", async () => {
    const list = new PagedList([[recordAt(2, 40), recordAt(1, 10)], [recordAt(3, 5)]]);
    const moment = answeredAt(Date.parse(list.date ?? ""));
    const created = (second: number) => ({ created: at(second) });
    expect(await read(list, true)).toEqual([
      {
        versions: [
          { ...version(2, 40), ...created(40) },
          { ...version(1, 10), ...created(10) },
        ],
        changes: [
          {
            version: { ...version(2, 40), ...created(40) },
            record: recordAt(2, 40),
            bytes: JSON.stringify(recordAt(2, 40)).length,
          },
        ],
        answeredAt: moment,
        position: undefined,
        next: positionOf(1),
      },
      {
        versions: [{ ...version(3, 5), ...created(5) }],
        changes: [],
        answeredAt: moment,
        position: positionOf(1),
        next: undefined,
      },
    ]);
  });

  it("begins where it is told to", async () => {
    const list = new PagedList([[recordAt(2, 40)], [recordAt(1, 10)]]);
    expect((await read(list, true, positionOf(1))).map(({ position }) => position)).toEqual([
      positionOf(1),
    ]);
    expect(list.asked).toEqual([1]);
  });

  it("is answered at the time of the Date header, not of this machine", async () => {
    jest.spyOn(clock, "date").mockReturnValue(Date.parse("2030-01-01T00:00:00Z"));
    const list = new PagedList([[recordAt(1, 10)]]);
    expect((await read(list, true))[0]?.answeredAt.latest).toBe("2026-01-01T00:00:50.999000Z");
    list.date = "not a date";
    expect((await read(list, true))[0]?.answeredAt.latest).toBe("2030-01-01T00:00:00.999000Z");
    list.date = undefined;
    expect((await read(list, true))[0]?.answeredAt.latest).toBe("2030-01-01T00:00:00.999000Z");
  });

  it("without records is read twice where there must be some", async () => {
    const list = new PagedList([[], [recordAt(1, 10)]]);
    await read(list, false);
    expect(list.asked).toEqual([0, 1]);
    list.asked.length = 0;
    await read(list, true);
    expect(list.asked).toEqual([0, 0, 1]);
  });

  it("after the first must have some", async () => {
    const list = new PagedList([[recordAt(2, 40)], [recordAt(1, 10)]]);
    list.instead.set(1, []);
    expect((await read(list, false)).map(({ versions }) => versions.length)).toEqual([1, 1]);
    expect(list.asked).toEqual([0, 1, 1]);
  });

  it("without an end fails, and names the list", async () => {
    const pages = Array.from({ length: 20 }, () => []);
    await expect(read(new PagedList(pages, true), false)).rejects.toThrow(
      /^GET \/tickets does not end/,
    );
  });
});

describe("what is passed over", () => {
  it("is told", async () => {
    const list = new PagedList([[{ id: "x" }, { id: null }, recordAt(1, 10)]]);
    await read(list, true);
    expect(list.lines).toEqual(["warn: GET /tickets: 2 records without an id are passed over."]);
  });

  it("is not told where there is none", async () => {
    const list = new PagedList([[recordAt(1, 40)]]);
    await read(list, true);
    expect(list.lines).toEqual([]);
  });
});

describe("a scan", () => {
  const change = { version: version(9, 40), record: { id: 9 }, bytes: 1 };

  it.each<[what: string, page: ChangesPage, expected: boolean]>([
    ["ends behind two old records", pageOf([version(1, 10), version(2, 9)]), true],
    ["ends behind one, where there is no other", pageOf([version(1, 10)]), true],
    [
      "ends where the last two are old",
      pageOf([version(8, 30), version(1, 10), version(2, 9)]),
      true,
    ],
    ["goes on where one of them is not", pageOf([version(8, 30), version(1, 10)]), false],
    ["goes on where the last is not", pageOf([version(1, 10), version(8, 30)]), false],
    ["goes on where something is new", pageOf([version(1, 10), version(2, 9)], [change]), false],
    ["goes on where no record has a place", pageOf([version(1, 10, true)]), false],
    ["asks those that have a place", pageOf([version(1, 10), version(8, 30, true)]), true],
    ["goes on behind an empty page", pageOf([]), false],
  ])("%s", (_, page, expected) => {
    expect(endsScan(WATERMARK, page)).toBe(expected);
  });

  it("knows the last record that has a place", () => {
    const page = pageOf([version(1, 40), version(2, 10), version(8, 30, true)]);
    expect(lastDated(page)).toEqual(version(2, 10));
    expect(isBehindAtEnd(WATERMARK, page)).toBe(true);
    expect(isBehindAtEnd(WATERMARK, pageOf([version(2, 10), version(1, 40)]))).toBe(false);
    expect(isBehindAtEnd(WATERMARK, pageOf([version(8, 10, true)]))).toBe(false);
  });

  it("knows the greatest time that it has seen, none of the future", () => {
    const undated: RecordVersion = { id: 7, time: "", isStandIn: true };
    const page = pageOf([version(1, 20), version(2, 50), version(3, 51), undated, version(4, 10)]);
    expect(greatestTime(undefined, page)).toBe(at(50));
    expect(greatestTime(at(49), page)).toBe(at(50));
    expect(greatestTime(at(50.5), page)).toBe(at(50.5));
    expect(greatestTime(undefined, pageOf([undated, version(3, 51)]))).toBeUndefined();
    expect(greatestTime(at(5), pageOf([]))).toBe(at(5));
  });
});
