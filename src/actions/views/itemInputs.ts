import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";

/** The order and the page of the items of a view. */
export function itemInputs(operation: "list-view-items" | "update-view-items") {
  const field = fieldsOf(operation);
  const { cursor, fetchAll, limit } = paging(operation, "items");
  return {
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute used to order items. If left blank, the view's own order is kept.",
      example: "updated_datetime:desc",
    }),
    fetchAll,
    limit,
    cursor: {
      ...cursor,
      comments:
        "Where the page begins: the cursor in the address that the page before gives as next_items. If omitted, the first items of the view will be returned.",
    },
    ignored_item: field("ignored_item", {
      label: "Ignored Item",
      comments:
        "ID of a ticket to leave out of the page: the ignored_item in the address that the page before gives as next_items.",
      example: "1234567890",
      dataSource: "selectTicket",
    }),
    direction: field("direction", {
      label: "Direction",
      comments: "Which side of the cursor the page is on: after it (next) or before it (prev).",
      example: "next",
    }),
  };
}

interface Place {
  fetchAll: boolean;
  ignored_item?: number;
  direction?: string;
}

/** Fetch All ignores the place of a page, and these two belong to its cursor. */
export function pageOf<T extends Place>({ ignored_item, direction, ...page }: T) {
  return page.fetchAll ? page : { ...page, ignored_item, direction };
}
