import { nextPosition, queryOf } from "../../src/lists/position";

const ITEMS = "/api/views/5/items?cursor=abc&limit=30&ignored_item=7&ignored_item=8&direction=next";

it.each([
  ["a cursor", { next_cursor: "abc" }, { cursor: "abc" }],
  ["an address", { next_items: ITEMS }, { cursor: "abc", ignored_item: ["7", "8"] }],
  ["the number of a page", { page: 1, nb_pages: 3 }, { page: 2 }],
  ["the number of a page, as text", { page: "2", nb_pages: "3" }, { page: 3 }],
  ["a cursor before all else", { next_cursor: "abc", page: 1, nb_pages: 3 }, { cursor: "abc" }],
])("the next page is named by %s", (_, meta, expected) => {
  expect(nextPosition(meta as never)).toEqual(expected);
});

it.each([
  {},
  { next_cursor: null },
  { next_cursor: "", next_items: "" },
  { next_items: null },
  { page: 3, nb_pages: 3 },
  { page: 1 },
])("%j names none", (meta) => {
  expect(nextPosition(meta as never)).toBeUndefined();
});

it("an address is read by its query, which can be all there is of it", () => {
  const expected = { cursor: ["abc"], ignored_item: ["7", "8"], direction: ["next"] };
  expect(queryOf(ITEMS)).toEqual(expected);
  expect(queryOf(ITEMS.slice(ITEMS.indexOf("?") + 1))).toEqual(expected);
  expect(queryOf("/api/views/5/items")).toEqual({ cursor: [], ignored_item: [], direction: [] });
});
