import type { QueryParams } from "../http/query";
import { type List, pathOf } from "./list";

export type Direction = "asc" | "desc";

/**
 * What can become of a list's order while it is read:
 * - creation: records keep their places, so the list can be read from both ends at once.
 * - moving: a record that changes can jump to the part that was already read.
 * - steady: neither. What changes comes again in the part that is still to be read, or nothing is
 *   known of the order.
 */
export type Order = { kind: "creation"; direction: Direction } | { kind: "moving" | "steady" };

const NEWEST_FIRST = "created_datetime:desc";

/**
 * The order of a list that is asked for none: the default of `order_by` in the contract, or what its
 * notes say. Lists that cannot be ordered are not in the table, and nothing is known of their order.
 */
export const DEFAULT_ORDERS: Readonly<Record<string, string>> = {
  "/custom-fields": "priority:desc",
  "/customers": NEWEST_FIRST,
  "/events": NEWEST_FIRST,
  "/integrations": NEWEST_FIRST,
  "/jobs": NEWEST_FIRST,
  "/macros": "usage",
  "/messages": NEWEST_FIRST,
  "/rules": NEWEST_FIRST,
  "/satisfaction-surveys": NEWEST_FIRST,
  "/tags": NEWEST_FIRST,
  "/teams": NEWEST_FIRST,
  "/tickets": NEWEST_FIRST,
  // By no source, and of its keys only one stays as it is.
  "/users": "name",
  "/views": NEWEST_FIRST,
  "/widgets": NEWEST_FIRST,
};

/** Times that only move on: in ascending order, what changes goes to the end, where it is read again. */
const ADVANCING = new Set([
  "updated_datetime",
  "last_message_datetime",
  "last_received_message_datetime",
]);

/** The order in which a list comes with these filters, its `order_by` included. */
export function orderOf(list: List, filters: QueryParams): Order {
  const [key, direction] = keyOf(list, filters);
  if (key === "created_datetime") {
    return direction ? { kind: "creation", direction } : { kind: "steady" };
  }
  const isSteady = key === "" || (direction === "asc" && ADVANCING.has(key));
  return { kind: isSteady ? "steady" : "moving" };
}

export function opposite(direction: Direction): Direction {
  return direction === "asc" ? "desc" : "asc";
}

/** @returns the first key and its direction, if it names one; no key if there is no order. */
function keyOf(list: List, { order_by, view_id }: QueryParams): [string, Direction?] {
  const path = pathOf(list);
  // Without an order, what a view holds comes in the view's own, which can be by any key.
  const isView = /^\/views\/[^/]+\/items$/.test(path) || (view_id ?? "") !== "";
  const order = order_by || (isView ? "order of the view" : (DEFAULT_ORDERS[path] ?? ""));
  const [key = "", direction] = String(order).split(/[:,]/);
  return direction === "asc" || direction === "desc" ? [key, direction] : [key];
}
