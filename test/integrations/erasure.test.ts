/** People who ask to be forgotten: what is held of them is handed out, then erased. */
import { useInstance } from "../support/builder";

const { mailed, sandbox, step, writes } = useInstance();

interface Handed {
  email: string;
  tickets: number[];
  messages: string[];
}

/** @returns undefined for somebody of whom nothing is held. */
async function forget(email: string): Promise<Handed | undefined> {
  const customer = await step("findCustomer", { email, if_not_found: "return nothing" });
  if (customer === null) {
    return undefined;
  }
  const { data: tickets } = await step("listTickets", {
    customer_id: customer.id,
    fetchAll: "true",
  });
  const messages: string[] = [];
  for (const ticket of tickets) {
    const { data } = await step("listMessages", { ticket_id: ticket.id, fetchAll: "true" });
    messages.push(...data.map(({ body_text }: { body_text: string }) => body_text));
  }
  await step("eraseCustomer", { customer_id: customer.id, confirmation: email });
  return { email, tickets: tickets.map(({ id }: { id: number }) => id), messages };
}

/** Somebody with as many tickets of one message each. */
function person(email: string, count: number): { id: number; ticketIds: number[] } {
  const { customers, messages, tickets } = sandbox().records;
  const { id } = customers.add({ email });
  const ticketIds = Array.from({ length: count }, () => {
    const ticket = tickets.add({ customer_id: id });
    messages.add({ ticket_id: ticket.id, body_text: `Ticket ${ticket.id} of ${email}` });
    return ticket.id;
  });
  return { id, ticketIds };
}

it.each([3, 30])(
  "hands out and erases the %i tickets of a customer, and nobody else's",
  async (count) => {
    const leaver = person("leaver@example.com", count);
    const stayer = person("stayer@example.com", 2);
    const { customers, messages, tickets } = sandbox().state;
    const [customersBefore, ticketsBefore] = [customers.size, tickets.size];

    const handed = await forget("Leaver@Example.com");
    expect(handed?.tickets.sort()).toEqual([...leaver.ticketIds].sort());
    expect(handed?.messages).toHaveLength(count);
    expect(customers.has(leaver.id)).toBe(false);
    expect(customers.size).toBe(customersBefore - 1);
    expect(tickets.size).toBe(ticketsBefore - count);
    expect(stayer.ticketIds.every((id) => tickets.has(id))).toBe(true);
    const texts = [...messages.values()].map(({ body_text }) => body_text ?? "");
    expect(texts.filter((text) => text.includes("leaver@example.com"))).toEqual([]);
    expect(mailed()).toEqual([]);

    const written = writes();
    expect(await forget("Leaver@Example.com")).toBeUndefined();
    expect(writes()).toEqual(written);
  },
);

it("goes on after a run that broke off", async () => {
  const leaver = person("leaver@example.com", 3);
  const [, second] = leaver.ticketIds;
  sandbox().faults.add({
    method: "DELETE",
    path: `/api/tickets/${second}`,
    times: 1,
    fault: { status: 403 },
  });
  await expect(forget("leaver@example.com")).rejects.toThrow("403");
  expect(sandbox().state.customers.has(leaver.id)).toBe(true);
  expect((await forget("leaver@example.com"))?.tickets).toHaveLength(2);
  expect(sandbox().state.customers.has(leaver.id)).toBe(false);
});
