/** A public message of a customer whom the shop counts as VIP is told to a chat, and goes to the leads. */
import { TEAM_IDS } from "gorgias-sandbox/seed";
import { asText, useInstance } from "../support/builder";

const { deployEvents, log, mailed, sandbox, step, writes } = useInstance();

const EVENTS = {
  events: ["ticket-message-created"],
  author: "customer",
  visibility: "public",
};
const [, ESCALATIONS] = TEAM_IDS;

// biome-ignore lint/suspicious/noExplicitAny: what the trigger gives.
async function onMessage(event: any, chat: string[]): Promise<void> {
  const customer = await step("getCustomer", { id: event.customer.id });
  if (customer.data?.tier !== "vip") {
    return;
  }
  const ticket = await step("getTicket", { id: event.ticket.id });
  chat.push(`${customer.name}: ${ticket.subject} (${asText(event.message.body_text)})`);
  await step("updateTicket", { id: ticket.id, priority: "critical" });
  await step("assignTicket", { id: ticket.id, team: "escalations" });
}

/** A ticket of a customer of the shop. @returns its id */
function ticketOf(tier: string): number {
  const { customers, tickets } = sandbox().records;
  const { id } = customers.add({ name: "Vera Important", email: `${tier}@example.com` });
  sandbox().state.customers.set(id, {
    ...customers.change(id, {}),
    data: { tier },
  });
  return tickets.add({ customer_id: id, subject: "Where is it?" }).id;
}

/** The customer of a ticket writes. */
function write(ticketId: number, body_text: string) {
  const ticket = sandbox().state.tickets.get(ticketId);
  return step("createTicketMessage", {
    ticket_id: ticketId,
    channel: "email",
    via: "email",
    from_agent: "false",
    sender: { id: ticket?.customer_id },
    source: {
      type: "email",
      from: { address: "vip@example.com" },
      to: [{ address: "support@sandbox.example" }],
    },
    body_text,
  });
}

it("tells the chat of a VIP's message, and nobody else's", async () => {
  const chat: string[] = [];
  const flow = await deployEvents(EVENTS);
  const [vip, other] = [ticketOf("vip"), ticketOf("basic")];
  await write(vip, "Hello?");
  await write(other, "Hello!");
  await step("addInternalNote", { ticket_id: vip, body_text: "Looks urgent." });
  const before = writes().length;
  const events = await flow.events();
  for (const event of events) {
    await onMessage(event, chat);
  }

  expect(events.map(({ ticket }) => ticket.id)).toEqual([vip, other]);
  expect(chat).toEqual(["Vera Important: Where is it? (Hello?)"]);
  expect(sandbox().state.tickets.get(vip)).toMatchObject({
    priority: "critical",
    assignee_team_id: ESCALATIONS,
  });
  expect(sandbox().state.tickets.get(other)).toMatchObject({
    priority: "normal",
    assignee_team_id: null,
  });
  expect(writes().slice(before)).toEqual([`PUT /api/tickets/${vip}`, `PUT /api/tickets/${vip}`]);
  expect(mailed()).toEqual([]);
});

it("tells a message once that Gorgias calls twice for", async () => {
  const flow = await deployEvents(EVENTS);
  await write(ticketOf("vip"), "Hello?");
  expect(await flow.events()).toHaveLength(1);
  const written = writes();
  expect(await flow.repeatedEvents()).toEqual([]);
  expect(log.join("\n")).toContain("The event ticket-message-created was delivered before.");
  expect(writes()).toEqual(written);
});
