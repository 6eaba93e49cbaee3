/**
 * The conversations of another helpdesk, from its export; the run breaks off and is started again.
 * `npm run bench` imports 5,000 of them.
 */
import { useInstance } from "../support/builder";

const CONVERSATIONS = 300;
const CUSTOMERS = 50;
const BROKEN_OFF_AFTER = 120;

// What is imported stays the same: the sandbox's own check of each response would take half the time.
const { mailed, sandbox, step, writes } = useInstance({ tickets: 0, checkResponses: false });

/** A row of the export: all text, the conversation as JSON. */
interface Row {
  id: string;
  email: string;
  name: string;
  subject: string;
  messages: string;
  labels: string;
}

function rows(): Row[] {
  return Array.from({ length: CONVERSATIONS }, (_, index) => {
    const asked = new Date(Date.UTC(2024, 0, 1, 0, index)).toISOString();
    const answered = new Date(Date.UTC(2024, 0, 1, 1, index)).toISOString();
    return {
      id: `zendesk-${index + 1}`,
      email: `customer-${index % CUSTOMERS}@example.com`,
      name: `Customer ${index % CUSTOMERS}`,
      subject: `Conversation ${index + 1}`,
      messages: JSON.stringify([
        { from_agent: false, body_text: "Where is my order?", sent_datetime: asked },
        { from_agent: true, body_text: "It left this morning.", sent_datetime: answered },
      ]),
      labels: '["zendesk", "imported"]',
    };
  });
}

async function importRow(row: Row, customer_id: number): Promise<{ created: boolean }> {
  return step("importTicket", {
    external_id: row.id,
    messages: row.messages,
    customer_id,
    subject: row.subject,
    tags: row.labels,
    from_address: "help@old-helpdesk.example",
  });
}

/** The customers first, then the conversations. @returns how many were created */
async function importAll(all: readonly Row[]): Promise<number> {
  const customers = new Map<string, number>();
  for (const { email, name } of all) {
    if (!customers.has(email)) {
      const { customer } = await step("findOrCreateCustomer", { email, name });
      customers.set(email, customer.id);
    }
  }
  let created = 0;
  for (const row of all) {
    created += Number((await importRow(row, customers.get(row.email) ?? 0)).created);
  }
  return created;
}

it("imports every conversation once, and mails nobody", async () => {
  const all = rows();
  const { faults, state } = sandbox();
  faults.add({
    method: "POST",
    path: "/api/tickets",
    skip: BROKEN_OFF_AFTER,
    times: 1,
    fault: { status: 403 },
  });
  await expect(importAll(all)).rejects.toThrow("403");
  expect(state.tickets.size).toBe(BROKEN_OFF_AFTER);

  expect(await importAll(all)).toBe(CONVERSATIONS - BROKEN_OFF_AFTER);
  expect([...state.tickets.values()].map(({ external_id }) => external_id)).toEqual(
    all.map(({ id }) => id),
  );
  expect(state.messages.size).toBe(2 * CONVERSATIONS);
  expect(state.customers.size).toBe(CUSTOMERS);
  expect([...state.messages.values()].every(({ sent_datetime }) => sent_datetime)).toBe(true);

  const written = writes().length;
  expect(await importAll(all.slice(-100))).toBe(0);
  expect(writes()).toHaveLength(written);
  expect(mailed()).toEqual([]);
});
