import { type Page, paginate } from "../src/pagination";

/** Reads pages from a list of them by the number that their cursor is. */
function reader(pages: Page<number>[]) {
  const cursors: (string | undefined)[] = [];
  const read = async (cursor?: string): Promise<Page<number>> => {
    cursors.push(cursor);
    const page = pages[Number(cursor ?? 0)];
    if (!page) {
      throw new Error(`There is no page ${cursor}.`);
    }
    return page;
  };
  return { cursors, read };
}

/** All that paginate gives, and the error that ends it. */
async function readAll(read: (cursor?: string) => Promise<Page<number>>) {
  const given: number[][] = [];
  try {
    for await (const { records } of paginate(read)) {
      given.push(records);
    }
  } catch (error) {
    return { given, error: error as Error };
  }
  return { given, error: undefined };
}

describe("paginate", () => {
  it.each<[string, Page<number>[], number[][]]>([
    ["an empty list is one empty page", [{ records: [] }], [[]]],
    ["one page", [{ records: [1, 2] }], [[1, 2]]],
    [
      "several pages, in their order",
      [{ records: [1, 2], next: "1" }, { records: [3], next: "2" }, { records: [4] }],
      [[1, 2], [3], [4]],
    ],
    [
      "an empty page in the middle does not end the list",
      [{ records: [1], next: "1" }, { records: [], next: "2" }, { records: [2] }],
      [[1], [], [2]],
    ],
    ["an empty last page", [{ records: [1], next: "1" }, { records: [] }], [[1], []]],
  ])("%s", async (_, pages, expected) => {
    const { cursors, read } = reader(pages);
    expect(await readAll(read)).toEqual({ given: expected, error: undefined });
    expect(cursors).toEqual([undefined, ...pages.map(({ next }) => next).slice(0, -1)]);
  });

  it("an empty text is a cursor like any other", async () => {
    const cursors: (string | undefined)[] = [];
    await readAll(async (cursor) => {
      cursors.push(cursor);
      return { records: [1], next: cursor === undefined ? "" : undefined };
    });
    expect(cursors).toEqual([undefined, ""]);
  });

  it("reads no page before it is asked for", async () => {
    const { cursors, read } = reader([{ records: [1], next: "1" }, { records: [2] }]);
    const pages = paginate(read);
    expect(cursors).toEqual([]);
    await pages.next();
    expect(cursors).toEqual([undefined]);
    await pages.return();
    expect(cursors).toEqual([undefined]);
  });

  it.each<[string, Page<number>[], number, string]>([
    [
      "a page that points to itself",
      [
        { records: [1], next: "1" },
        { records: [2], next: "1" },
      ],
      2,
      "The list does not end: page 2 points back to an earlier page.",
    ],
    [
      "a page that points to an earlier one",
      [
        { records: [1], next: "1" },
        { records: [2], next: "2" },
        { records: [3], next: "3" },
        { records: [4], next: "1" },
      ],
      4,
      "The list does not end: page 4 points back to an earlier page.",
    ],
  ])("%s is an error, after what it held was given", async (_, pages, reads, message) => {
    const { cursors, read } = reader(pages);
    const { given, error } = await readAll(read);
    expect(error).toMatchObject({ name: "PaginationError", message });
    expect(cursors).toHaveLength(reads);
    expect(given).toHaveLength(reads);
  });

  const emptyPages = (count: number, last: Page<number>) =>
    reader([
      ...Array.from({ length: count }, (_, page) => ({ records: [], next: String(page + 1) })),
      last,
    ]);

  it("ten empty pages in a row are borne", async () => {
    const { read } = emptyPages(10, { records: [5] });
    const { given, error } = await readAll(read);
    expect(error).toBeUndefined();
    expect(given.at(-1)).toEqual([5]);
  });

  it("more of them are no list but a loop", async () => {
    const { cursors, read } = emptyPages(1_000, { records: [5] });
    const { error } = await readAll(read);
    expect(error).toMatchObject({
      name: "PaginationError",
      message: "The list does not end: page 11 points on, again without records.",
    });
    expect(cursors).toHaveLength(11);
  });

  it("the last of many empty pages ends the list as any other", async () => {
    const { read } = emptyPages(10, { records: [] });
    expect((await readAll(read)).error).toBeUndefined();
  });

  it("records between empty pages start the count anew", async () => {
    const pages = Array.from({ length: 60 }, (_, page) => ({
      records: page % 10 === 9 ? [page] : [],
      next: String(page + 1),
    }));
    const { error } = await readAll(reader([...pages, { records: [] }]).read);
    expect(error).toBeUndefined();
  });

  it("an error of a page ends the reading as it is", async () => {
    const problem = new Error("no page today");
    const { given, error } = await readAll(async (cursor) => {
      if (cursor) {
        throw problem;
      }
      return { records: [1], next: "1" };
    });
    expect(given).toEqual([[1]]);
    expect(error).toBe(problem);
  });
});
