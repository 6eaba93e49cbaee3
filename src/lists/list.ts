import type { ApiPath } from "../http/path";

/** Gorgias's largest page (contract, parameter `Limit`). */
export const MAX_PAGE_SIZE = 100;
/** The page that Gorgias gives when it is asked for none in particular (contract, `Limit`). */
export const DEFAULT_PAGE_SIZE = 30;

const STATISTICS = "/reporting/stats";

/** What is listed: the path of a list, or a search. */
export type List = ApiPath | Search;

/** A request with a body that changes nothing and answers a list. */
export interface Search {
  path: ApiPath;
  method: "PUT" | "POST";
  body: unknown;
  /** The largest page that it answers; 100 if not given. */
  pageSize?: number;
}

/** As logs and errors name it, such as `GET /tickets`. */
export function nameOf(list: List): string {
  return typeof list === "string" ? `GET ${list}` : `${list.method} ${list.path}`;
}

export function pathOf(list: List): ApiPath {
  return typeof list === "string" ? list : list.path;
}

/** Rows of figures are no records: none of them is ever taken for another, whatever it holds. */
export function hasIds(list: List): boolean {
  return pathOf(list) !== STATISTICS;
}

export function pageSizeOf(list: List): number {
  return typeof list === "string" ? MAX_PAGE_SIZE : (list.pageSize ?? MAX_PAGE_SIZE);
}
