/**
 * Which records a view holds. Of Gorgias's filter language the sandbox reads
 * `eq(ticket.FIELD, 'VALUE')` terms joined by ` && `; a term it cannot read holds for every record.
 */
import { notFound } from "../errors";
import type { State } from ".";
import type { CustomerRecord } from "./customers";
import type { ViewRecord } from "./reference";
import type { TicketRecord } from "./tickets";

/** @throws ApiError 404 */
export function requireView(state: State, id: number): ViewRecord {
  const view = state.views.get(id);
  if (!view) {
    throw notFound("View", id);
  }
  return view;
}

export function ticketsOfView(view: ViewRecord): (ticket: TicketRecord) => boolean {
  const terms = readTerms(view.filters);
  return (ticket) => terms.every(({ field, value }) => TICKET_FIELDS[field]?.(ticket) === value);
}

export function customersOfView(view: ViewRecord): (customer: CustomerRecord) => boolean {
  const terms = readTerms(view.filters);
  return (customer) =>
    terms.every(({ field, value }) => CUSTOMER_FIELDS[field]?.(customer) === value);
}

const TICKET_FIELDS: Record<string, (ticket: TicketRecord) => string> = {
  "ticket.status": (ticket) => ticket.status,
  "ticket.priority": (ticket) => ticket.priority ?? "",
  "ticket.channel": (ticket) => ticket.channel,
  "ticket.assignee_user.id": (ticket) => String(ticket.assignee_user_id),
  "ticket.assignee_team.id": (ticket) => String(ticket.assignee_team_id),
  "ticket.customer.id": (ticket) => String(ticket.customer_id),
};

const CUSTOMER_FIELDS: Record<string, (customer: CustomerRecord) => string> = {
  "customer.language": (customer) => customer.language ?? "",
  "customer.timezone": (customer) => customer.timezone ?? "",
};

const TERM = /^eq\(([\w.]+), *'?([^')]*)'?\)$/;

function readTerms(filters: string | null | undefined): { field: string; value: string }[] {
  return (filters ?? "").split(" && ").flatMap((text) => {
    const [, field = "", value = ""] = TERM.exec(text.trim()) ?? [];
    return field in TICKET_FIELDS || field in CUSTOMER_FIELDS ? [{ field, value }] : [];
  });
}
