import { PAGE_EXAMPLES } from "../../inputs/paging";

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
      "Where the page begins: the cursor in the address that the page before gives as next_items. If omitted, the first items of the view will be returned.",
  },
  ignored_item: {
    label: "Ignored Item",
    comments:
      "ID of a ticket to leave out of the page: the ignored_item in the address that the page before gives as next_items.",
    example: "1234567890",
    dataSource: "selectTicket",
  },
  direction: {
    label: "Direction",
    comments: "Which side of the cursor the page is on: after it (next) or before it (prev).",
    example: "next",
  },
} as const;

/** Fetch All ignores the position of a page, and these two belong to its cursor. */
export function positionOf({ fetchAll }: { fetchAll: boolean }) {
  return fetchAll ? { ignored_item: undefined, direction: undefined } : {};
}
