import { ticketFilters } from "../actions/tickets/listTickets";
import { gorgiasPicklist } from "./picklist";

export const selectTicket = gorgiasPicklist("GET /tickets", {
  display: { label: "Select Ticket", description: "Select a ticket from a list of tickets." },
  inputs: {
    customer_id: ticketFilters.customer_id,
    rule_id: ticketFilters.rule_id,
    view_id: ticketFilters.view_id,
  },
  kind: "Ticket",
  names: ({ subject, customer }) => [subject, customer?.email ?? customer?.name],
  examplePayload: {
    result: [
      { key: "1", label: "Ticket 1" },
      { key: "2", label: "Ticket 2" },
      { key: "3", label: "Ticket 3" },
    ],
  },
});
