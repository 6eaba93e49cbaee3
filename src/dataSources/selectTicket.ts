import { ticketFilters } from "../actions/tickets/listTickets";
import type { TicketCompact } from "../contract/types";
import { path } from "../http/path";
import { gorgiasPicklist } from "./picklist";

export const selectTicket = gorgiasPicklist({
  display: { label: "Select Ticket", description: "Select a ticket from a list of tickets." },
  inputs: {
    customer_id: withoutPicker(ticketFilters.customer_id),
    rule_id: withoutPicker(ticketFilters.rule_id),
    view_id: withoutPicker(ticketFilters.view_id),
  },
  path: path`/tickets`,
  kind: "Ticket",
  names: ({ subject, customer }: TicketCompact) => [subject, customer?.email ?? customer?.name],
  examplePayload: {
    result: [
      { key: "1", label: "Ticket 1" },
      { key: "2", label: "Ticket 2" },
      { key: "3", label: "Ticket 3" },
    ],
  },
});

/** A picker cannot offer another picker. */
function withoutPicker<T extends object>(input: T): T {
  return { ...input, dataSource: undefined };
}
