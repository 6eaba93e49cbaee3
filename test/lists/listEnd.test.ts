import { clock } from "../../src/clock";
import { ListEnd } from "../../src/lists/listEnd";
import type { Direction } from "../../src/lists/orders";
import type { ListPage } from "../../src/lists/readPage";

interface Row {
  id: number;
  created_datetime?: string | null;
}

function row(id: number, second?: number): Row {
  return second === undefined
    ? { id, created_datetime: null }
    : { id, created_datetime: `2026-01-01T00:00:0${second}Z` };
}

function time(second: number): string {
  return `2026-01-01T00:00:0${second}.000000Z`;
}

function pageOf(records: Row[], next?: { cursor: string }): ListPage<Row> {
  return { records, next, envelope: { data: records, meta: {} }, isRateLimited: false };
}

async function* sourceOf(...pages: ListPage<Row>[]): AsyncGenerator<ListPage<Row>, void, void> {
  yield* pages;
}

function endOf(direction: Direction, ...pages: ListPage<Row>[]): ListEnd<Row> {
  return new ListEnd(sourceOf(...pages), true, direction);
}

afterEach(() => jest.restoreAllMocks());

describe("the end of a list", () => {
  it("begins with nothing", () => {
    const end = endOf("asc");
    expect(end).toMatchObject({ pages: 0, requests: 0, isComplete: false });
    expect([end.reached, end.underWay]).toEqual([undefined, undefined]);
  });

  it("asks for one page at a time", async () => {
    const [first, second] = [pageOf([row(1, 1)], { cursor: "2" }), pageOf([row(2, 2)])];
    const end = endOf("asc", first, second);
    const asked = end.next();
    expect(end.next()).toBe(asked);
    expect(end.underWay).toBe(asked);
    expect(end.requests).toBe(1);
    expect(await asked).toMatchObject({ end, page: first });
    end.forget();
    expect(end.underWay).toBeUndefined();
    expect(await end.next()).toMatchObject({ end, page: second });
    expect(end.requests).toBe(2);
  });

  it("tells how long a page took", async () => {
    let now = 100;
    jest.spyOn(clock, "now").mockImplementation(() => {
      now += 50;
      return now;
    });
    expect((await endOf("asc", pageOf([])).next())?.ms).toBe(50);
  });

  it("tells why there is no page, and never rejects", async () => {
    const failure = new Error("Oops");
    // biome-ignore lint/correctness/useYield: it fails before it has a page.
    async function* failing(): AsyncGenerator<ListPage<Row>, void, void> {
      throw failure;
    }
    const end = new ListEnd(failing(), true, "asc");
    expect(await end.next()).toMatchObject({ end, error: failure });
    end.forget();
    const arrival = await end.next();
    expect([arrival?.page, arrival?.error]).toEqual([undefined, undefined]);
  });

  it("asks for nothing once it is stopped, and keeps what is under way", async () => {
    const end = endOf("asc", pageOf([row(1, 1)]));
    const asked = end.next();
    end.stop();
    expect(end.next()).toBe(asked);
    end.forget();
    expect(end.next()).toBeUndefined();
    expect(end.requests).toBe(1);
  });

  it("takes note of pages, until it has the last one", () => {
    const end = endOf("asc");
    end.take(pageOf([row(1, 1), row(2, 2)], { cursor: "2" }));
    expect(end).toMatchObject({ pages: 1, isComplete: false });
    end.take(pageOf([row(3, 3)]));
    expect(end).toMatchObject({ pages: 2, isComplete: true });
    expect(end.records.values()).toEqual([row(1, 1), row(2, 2), row(3, 3)]);
  });

  it.each<[Direction, Row[], string | undefined]>([
    ["asc", [row(1, 9), row(2, 3), row(3, 4)], time(3)],
    ["asc", [row(1, 1), row(2, 5), row(3, 4)], time(4)],
    ["desc", [row(1, 9), row(2, 3), row(3, 4)], time(4)],
    ["desc", [row(1, 1), row(2, 5), row(3, 4)], time(5)],
    ["asc", [row(1, 1), row(2), row(3, 4)], time(4)],
    ["desc", [row(1, 3)], time(3)],
    ["asc", [row(1), row(2)], undefined],
    ["asc", [], undefined],
  ])(
    "has come, %s, as far as the one that is less far of its last two",
    (direction, records, expected) => {
      const end = endOf(direction);
      end.take(pageOf(records));
      expect(end.reached).toBe(expected);
    },
  );

  it("has come as far as before where a page does not say", () => {
    const end = endOf("asc");
    end.take(pageOf([row(1, 1)]));
    end.take(pageOf([row(2), row(3)]));
    expect(end.reached).toBe(time(1));
  });
});
