import type { CustomerRecord } from "./records/customers";
import type { TicketRecord } from "./records/tickets";
import type { State } from "./state";

/** Which tickets hold a text, in any case: in subject, messages, or their customer's name or email. */
export function ticketsWithText(state: State, search: string): (ticket: TicketRecord) => boolean {
  const text = search.trim().toLowerCase();
  const has = (value: string | null | undefined) => Boolean(value?.toLowerCase().includes(text));
  const byMessage = new Set<number>();
  for (const { ticket_id, subject, body_text } of state.messages.values()) {
    if (has(subject) || has(body_text)) {
      byMessage.add(ticket_id);
    }
  }
  const isNamed = ({ name, email }: CustomerRecord) => has(name) || has(email);
  const byCustomer = new Set([...state.customers.values()].filter(isNamed).map(({ id }) => id));
  return ({ id, subject, customer_id }) =>
    has(subject) || byMessage.has(id) || (customer_id !== null && byCustomer.has(customer_id));
}
