import type { ApiPath } from "../../src/http/path";
import { hasIds, type List, nameOf, pageSizeOf, pathOf, type Search } from "../../src/lists/list";

const TICKETS = "/tickets" as ApiPath;
const SEARCH: Search = { path: "/search" as ApiPath, method: "POST", body: {} };

it.each<[List, name: string, path: string, pageSize: number]>([
  [TICKETS, "GET /tickets", "/tickets", 100],
  [SEARCH, "POST /search", "/search", 100],
  [{ ...SEARCH, pageSize: 50 }, "POST /search", "/search", 50],
  [{ ...SEARCH, method: "PUT" }, "PUT /search", "/search", 100],
])("%j has a name, a path and a page size", (list, name, path, pageSize) => {
  expect([nameOf(list), pathOf(list), pageSizeOf(list)]).toEqual([name, path, pageSize]);
});

it("statistics alone have rows without ids", () => {
  expect(hasIds(TICKETS)).toBe(true);
  expect(hasIds({ ...SEARCH, path: "/reporting/stats" as ApiPath })).toBe(false);
});
