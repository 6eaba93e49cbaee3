import { ticketFilters } from "../actions/tickets/listTickets";
import { integer } from "../inputs/clean";
import { isViewOf } from "./isViewOf";
import { gorgiasPicklist } from "./picklist";

export const selectTicket = gorgiasPicklist("GET /tickets", {
  display: { label: "Select Ticket", description: "Select a ticket from a list of tickets." },
  inputs: {
    customer_id: ticketFilters.customer_id,
    rule_id: ticketFilters.rule_id,
    // 0 is what Search View Items begins with.
    view_id: { ...ticketFilters.view_id, as: { clean: integer("View ID", { minimum: 0 }) } },
  },
  toFilters: ({ view_id, ...filters }) => ({ ...filters, view_id: view_id || undefined }),
  fallBack: async ({ customer_id, rule_id, view_id }, client) =>
    view_id && !customer_id && !rule_id && !(await isViewOf(client, view_id, "ticket-list"))
      ? {}
      : undefined,
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
