import { choice, integer } from "../../inputs/clean";
import { PAGE_EXAMPLES } from "../../inputs/pagination";
import { refuse } from "../../inputs/refusal";
import { queryOf } from "../../lists/position";

const DIRECTIONS = ["next", "prev"] as const;

/** The order and the page of the items of a view. */
export const itemInputs = {
  order_by: {
    label: "Order By",
    comments: "Attribute used to order items. If left blank, the view's own order is kept.",
    example: "updated_datetime:desc",
  },
  cursor: {
    label: "Cursor",
    example: PAGE_EXAMPLES.cursor,
    comments:
      "Where the page begins: the address that the page before gives as next_items, whole, or only the cursor in it. If omitted, the first items of the view will be returned.",
  },
  ignored_item: {
    label: "Ignored Item",
    comments:
      "ID of a ticket to leave out of the page: the ignored_item in the address that the page before gives as next_items. It need not be set when Cursor is the whole address.",
    example: "1234567890",
    dataSource: "selectTicket",
  },
  direction: {
    label: "Direction",
    comments: "Which side of the cursor the page is on: after it (next) or before it (prev).",
    example: "next",
  },
} as const;

type Position = { cursor?: string; ignored_item?: number; direction?: "next" | "prev" };

/**
 * Where the page begins. Of a whole address as Cursor its query is taken, and nothing else; Ignored
 * Item and Direction go before what it says. Fetch All ignores all of them.
 *
 * @throws InputError for an address without a cursor.
 */
export function positionOf({
  fetchAll,
  cursor,
  ignored_item,
  direction,
}: Position & { fetchAll: boolean }): Position {
  if (fetchAll) {
    return { ignored_item: undefined, direction: undefined };
  }
  if (!cursor?.includes("?")) {
    return {};
  }
  const query = queryOf(cursor.trim());
  const [found] = query.cursor;
  if (!found) {
    throw refuse("Cursor", "is an address that holds no cursor", cursor);
  }
  const [ignored] = query.ignored_item;
  return {
    cursor: found,
    ignored_item:
      ignored_item ?? (ignored ? integer("Cursor", { minimum: 1 })(ignored) : undefined),
    direction:
      direction ??
      (query.direction[0] ? choice("Cursor", DIRECTIONS)(query.direction[0]) : undefined),
  };
}
