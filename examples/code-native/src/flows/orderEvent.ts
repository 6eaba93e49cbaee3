import { flow } from "@prismatic-io/spectral";
import type { Customer, Page, Result, Ticket } from "../records";

/** What the shop posts. */
interface OrderEvent {
  email: string;
  order: string;
  event: string;
}

/** Called by a webhook of a shop: the customer's newest ticket gets a note and a tag. */
export const orderEvent = flow({
  name: "Order Event",
  stableKey: "order-event",
  description: "Notes an order event of a shop on the newest ticket of the customer, and tags it.",
  onExecution: async (context, params) => {
    const { gorgias } = context.components;
    const connection = context.configVars["Gorgias Connection"];
    const { email, order, event } = params.onTrigger.results.body.data as OrderEvent;
    const { data: customer } = await gorgias.findCustomer<Result<Customer | null>>({
      connection,
      email,
      if_not_found: "return nothing",
    });
    if (!customer) {
      return { data: { noted: [] } };
    }
    const { data: tickets } = await gorgias.listCustomerTickets<Page<Ticket>>({
      connection,
      customer_id: String(customer.id),
      max_results: "1",
    });
    for (const { id } of tickets.data) {
      await gorgias.addInternalNote({
        connection,
        ticket_id: String(id),
        body_text: `Order ${order}: ${event}`,
        external_id: `order-${order}-${event}`,
      });
      await gorgias.addTicketTags({
        connection,
        ticket_id: String(id),
        names: [context.configVars["Order Tag"]],
      });
    }
    return { data: { noted: tickets.data.map(({ id }) => id) } };
  },
});
