import { SortedIndex } from "../collection";
import type { QueryOf } from "../contract/types";
import { readOrder } from "../lists";
import type { TicketRecord } from "../state/records/tickets";
import type { State } from "../state/state";
import {
  renderListedTicket,
  renderNewTicket,
  renderTicket,
  renderWrittenTicket,
} from "../state/ticketRendering";
import { createTicket, deleteTicket, requireTicket, updateTicket } from "../state/tickets";
import { ticketsOfView } from "../state/viewFilters";
import { requireView } from "../state/views";
import type { Handlers } from "./handler";

export const ticketHandlers: Handlers = {
  "list-tickets": ({ state, query, pager }) => ({
    status: 200,
    body: pager.page(query, {
      records: candidates(state, query),
      matches: matcher(state, query),
      hasTotal: true,
      render: (ticket) => renderListedTicket(state, ticket),
    }),
  }),

  "create-ticket": ({ state, actor, body }) => {
    const ticket = createTicket(state, actor, body);
    return { status: 201, body: renderNewTicket(state, ticket) };
  },

  "get-ticket": ({ state, path }) => {
    const ticket = requireTicket(state, path.id);
    return { status: 200, body: renderTicket(state, ticket) };
  },

  "update-ticket": ({ state, actor, path, body }) => {
    const ticket = updateTicket(state, actor, requireTicket(state, path.id), body);
    return { status: 202, body: renderWrittenTicket(state, ticket) };
  },

  "delete-ticket": ({ state, actor, path }) => {
    deleteTicket(state, actor, requireTicket(state, path.id));
    return { status: 204, body: undefined };
  },
};

type TicketQuery = QueryOf<"list-tickets">;

/** The narrowest set of tickets that holds every match. */
function candidates(state: State, query: TicketQuery): SortedIndex<TicketRecord> {
  const { field } = readOrder<"created_datetime" | "updated_datetime">(query.order_by);
  const narrowed = narrow(state, query);
  return narrowed
    ? new SortedIndex((ticket) => ticket[field], narrowed)
    : state.tickets.ordered(field);
}

function narrow(state: State, query: TicketQuery): TicketRecord[] | undefined {
  const { ticket_ids, customer_id, external_id, rule_id } = query;
  if (ticket_ids !== undefined) {
    return existing(state, ticket_ids);
  }
  if (customer_id !== undefined) {
    return state.tickets.grouped("customer_id", customer_id);
  }
  if (external_id !== undefined) {
    return state.tickets.grouped("external_id", external_id);
  }
  return rule_id === undefined ? undefined : existing(state, ticketIdsOfRule(state, rule_id));
}

function existing(state: State, ids: Iterable<number>): TicketRecord[] {
  return [...new Set(ids)].flatMap((id) => state.tickets.get(id) ?? []);
}

function ticketIdsOfRule(state: State, ruleId: number): Set<number> {
  return new Set(state.messages.grouped("rule_id", ruleId).map((message) => message.ticket_id));
}

/** @throws ApiError 404 when the view does not exist */
function matcher(state: State, query: TicketQuery): (ticket: TicketRecord) => boolean {
  const { customer_id, external_id, rule_id, trashed, view_id } = query;
  const inView =
    view_id === undefined ? () => true : ticketsOfView(state, requireView(state, view_id));
  const ofRule = rule_id === undefined ? undefined : ticketIdsOfRule(state, rule_id);
  return (ticket) =>
    (customer_id === undefined || ticket.customer_id === customer_id) &&
    (external_id === undefined || ticket.external_id === external_id) &&
    (trashed !== false || ticket.trashed_datetime === null) &&
    (ofRule === undefined || ofRule.has(ticket.id)) &&
    inView(ticket);
}
