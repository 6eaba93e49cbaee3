/** A shop cancels an order: the customer's newest open ticket gets a note and a tag. */
import { asText, useInstance } from "../support/builder";

const { mailed, requests, sandbox, step, writes } = useInstance();

/** What the shop's webhook posts. */
interface Cancellation {
  id: number;
  name: string;
  contact_email: string;
  cancel_reason: string | null;
}

const CANCELLATION: Cancellation = {
  id: 5_678_901_234,
  name: "#1042",
  contact_email: "Dana.Shopper@Example.com ",
  cancel_reason: "customer",
};

async function onCancellation(order: Cancellation): Promise<void> {
  const customer = await step("findCustomer", {
    email: order.contact_email,
    if_not_found: "return nothing",
  });
  if (customer === null) {
    return;
  }
  const tickets = await step("listCustomerTickets", {
    customer_id: customer.id,
    status: "open",
    max_results: "1",
  });
  for (const ticket of tickets.data) {
    await step("addInternalNote", {
      ticket_id: ticket.id,
      body_text: `Order ${order.name} was cancelled (${asText(order.cancel_reason)}).`,
      external_id: `order-cancelled-${order.id}`,
    });
    await step("addTicketTags", { ticket_id: ticket.id, names: ["order-cancelled"] });
  }
}

/** A customer with a closed and two open tickets. @returns the id of the newest open one. */
function shopper(): number {
  const { customers, tickets } = sandbox().records;
  const { id } = customers.add({
    email: "dana.shopper@example.com",
    channels: [],
  });
  const times = ["2026-01-01T10:00:00Z", "2026-01-02T10:00:00Z", "2026-01-03T10:00:00Z"];
  const [, newestOpen] = times.map((created_datetime, index) =>
    tickets.add({
      customer_id: id,
      status: index === 2 ? "closed" : "open",
      created_datetime,
    }),
  );
  return newestOpen?.id ?? 0;
}

function notesOf(ticketId: number) {
  return [...sandbox().state.messages.values()].filter(
    ({ ticket_id, channel }) => ticket_id === ticketId && channel === "internal-note",
  );
}

function tagsOf(ticketId: number) {
  const { tickets, tags } = sandbox().state;
  return tickets.get(ticketId)?.tag_ids.map((id) => tags.get(id)?.name);
}

it("notes a cancelled order on the customer's newest open ticket, and tags it", async () => {
  const ticketId = shopper();
  await onCancellation(CANCELLATION);
  expect(notesOf(ticketId)).toMatchObject([
    {
      body_text: "Order #1042 was cancelled (customer).",
      external_id: "order-cancelled-5678901234",
      public: false,
    },
  ]);
  expect(tagsOf(ticketId)).toEqual(["order-cancelled"]);
  expect(requests()).toEqual([
    "GET /api/customers",
    expect.stringMatching(/^GET \/api\/customers\/\d+$/),
    expect.stringMatching(/^GET \/api\/customers\/\d+$/),
    "GET /api/tickets",
    `GET /api/tickets/${ticketId}`,
    `POST /api/tickets/${ticketId}/messages`,
    `POST /api/tickets/${ticketId}/tags`,
  ]);
  expect(mailed()).toEqual([]);
});

it("writes no second note when the shop calls again", async () => {
  const ticketId = shopper();
  await onCancellation(CANCELLATION);
  const before = writes().length;
  await onCancellation(CANCELLATION);
  expect(notesOf(ticketId)).toHaveLength(1);
  expect(tagsOf(ticketId)).toEqual(["order-cancelled"]);
  // To add a tag that the ticket has changes nothing.
  expect(writes().slice(before)).toEqual([`POST /api/tickets/${ticketId}/tags`]);
});

it("writes nothing for somebody who has never written", async () => {
  shopper();
  await onCancellation({ ...CANCELLATION, contact_email: "nobody@example.com" });
  expect(writes()).toEqual([]);
});
