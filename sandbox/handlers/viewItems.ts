import { type SortedIndex, sortedBy } from "../collection";
import type { Schemas } from "../contract/types";
import { invalid } from "../errors";
import { type ItemsQuery, type Pager, readOrder } from "../lists";
import { renderListedCustomer } from "../state/customers";
import type { TicketRecord } from "../state/records/tickets";
import type { State } from "../state/state";
import { renderListedTicket } from "../state/ticketRendering";
import { ticketsWithText } from "../state/ticketSearch";
import { customersOfView, ticketsOfView } from "../state/viewFilters";
import { requireView } from "../state/views";
import type { Handlers } from "./handler";

export const viewItemHandlers: Handlers = {
  "list-view-items": ({ state, path, query, pager }) => {
    const view = requireView(state, path.view_id);
    return { status: 200, body: items(state, pager, query, view) };
  },

  "update-view-items": ({ state, path, query, body, pager }) => {
    const saved = path.view_id === 0 ? {} : requireView(state, path.view_id);
    return { status: 202, body: items(state, pager, query, { ...saved, ...body.view }) };
  },
};

/** A saved view, one of the request alone, or one over the other. */
type View = Partial<
  Pick<Schemas["View"], "type" | "filters" | "search" | "order_by" | "order_dir">
>;

function items(state: State, pager: Pager, query: ItemsQuery, view: View): Schemas["ViewItems"] {
  const order_by = query.order_by ?? orderOf(view);
  const { type, filters, search } = view;
  const bindings = [type, filters, search];
  return type === "customer-list"
    ? pager.items({ ...query, order_by }, bindings, {
        records: state.customers.ordered(customerOrder(order_by)),
        matches: customersOfView({ filters: filters ?? null }),
        render: renderListedCustomer,
      })
    : pager.items({ ...query, order_by }, bindings, {
        records: ticketsBy(state, readOrder(order_by).field),
        matches: ticketMatcher(state, view),
        render: (ticket) => renderItem(state, ticket),
      });
}

/** An item lacks what a list of tickets tells beside it (recorded). */
function renderItem(state: State, ticket: TicketRecord) {
  const { summary, custom_fields, ...item } = renderListedTicket(state, ticket);
  return item;
}

const DEFAULT_ORDER = "updated_datetime:desc";

/** The order that a view is saved with; one that items cannot have is left aside. */
function orderOf({ order_by, order_dir }: View): string {
  return order_by && Object.hasOwn(SORT_KEYS, order_by)
    ? `${order_by}:${order_dir ?? "desc"}`
    : DEFAULT_ORDER;
}

function ticketMatcher(state: State, { filters, search }: View): (ticket: TicketRecord) => boolean {
  const inView = ticketsOfView(state, { filters: filters ?? null });
  const hasText = search ? ticketsWithText(state, search) : () => true;
  return (ticket) => inView(ticket) && hasText(ticket);
}

const PRIORITIES = ["low", "normal", "high", "critical"];

const SORT_KEYS: Record<string, (ticket: TicketRecord) => string | number | null> = {
  created_datetime: (ticket) => ticket.created_datetime,
  updated_datetime: (ticket) => ticket.updated_datetime,
  last_message_datetime: (ticket) => ticket.last_message_datetime,
  last_received_message_datetime: (ticket) => ticket.last_received_message_datetime,
  closed_datetime: (ticket) => ticket.closed_datetime,
  snooze_datetime: (ticket) => ticket.snooze_datetime,
  priority: (ticket) => PRIORITIES.indexOf(ticket.priority),
};

function ticketsBy(state: State, field: string): SortedIndex<TicketRecord> {
  return field === "created_datetime" || field === "updated_datetime"
    ? state.tickets.ordered(field)
    : sortedBy(state.tickets.values(), SORT_KEYS[field] ?? (() => ""));
}

/** @throws ApiError 400 for an order that only tickets have */
function customerOrder(orderBy: string): "created_datetime" | "updated_datetime" {
  const { field } = readOrder(orderBy);
  if (field !== "created_datetime" && field !== "updated_datetime") {
    throw invalid("order_by", "Not an order of customers.");
  }
  return field;
}
