import { clock } from "../../../../src/clock";
import { useActions, useVirtualTime } from "../../../support/actions";

const { act, fail, lines, sandbox, sent } = useActions();

const EMAIL = "leaver@example.com";

/** A customer with some tickets of their own. */
function leaver(tickets: number, values: object = { email: EMAIL }) {
  const { id } = sandbox().records.customers.add({ name: "Lee Aver", ...values });
  const ids = Array.from({ length: tickets }, () => {
    const trashed_datetime = "2026-01-01T00:00:00Z";
    return sandbox().records.tickets.add({ customer_id: id, trashed_datetime }).id;
  });
  return { id, ids };
}

function writes() {
  return sent()
    .filter(({ method }) => method !== "GET")
    .map(({ method, path }) => `${method} ${path}`);
}

it("deletes the tickets, those in the trash too, sees that they are gone, and then the customer", async () => {
  useVirtualTime();
  const { id, ids } = leaver(2);
  const { data } = await act("eraseCustomer", { customer_id: String(id), confirmation: EMAIL });
  expect(data).toEqual({ customer_id: id, deleted_tickets: 2 });
  expect(writes()).toEqual([
    `DELETE /api/tickets/${ids[0]}`,
    `DELETE /api/tickets/${ids[1]}`,
    `DELETE /api/customers/${id}`,
  ]);
  expect(sandbox().state.customers.has(id)).toBe(false);
});

it("says what it will do before it does it", async () => {
  const { id } = leaver(0);
  await act("eraseCustomer", { customer_id: String(id), confirmation: "LEAVER@example.com" });
  expect(lines().join("\n")).toContain(
    `Erase Customer deletes 0 tickets of customer ${id} (Lee Aver, ${EMAIL}), then the customer.`,
  );
});

it("deletes many tickets by jobs", async () => {
  useVirtualTime();
  const { id, ids } = leaver(25);
  sandbox().state.jobStepMs = 0;
  await act("eraseCustomer", { customer_email: EMAIL, confirmation: EMAIL });
  expect(writes().filter((line) => !line.includes("search"))).toEqual([
    "POST /api/jobs",
    `DELETE /api/customers/${id}`,
  ]);
  expect(ids.some((ticket) => sandbox().state.tickets.has(ticket))).toBe(false);
});

it("keeps the customer while tickets are left, and can be run again", async () => {
  useVirtualTime();
  const { id } = leaver(25);
  sandbox().state.jobStepMs = 3_600_000;
  const inputs = { customer_id: String(id), confirmation: EMAIL, timeout_seconds: "10" };
  const { message } = await fail("eraseCustomer", inputs);
  expect(message).toContain(`25 tickets of customer ${id} are still there`);
  expect(sandbox().state.customers.has(id)).toBe(true);
  sandbox().state.jobStepMs = 0;
  expect((await act("eraseCustomer", inputs)).data).toMatchObject({ deleted_tickets: 25 });
});

it("stops at the end of the Timeout, and tells which tickets are left", async () => {
  useVirtualTime();
  const { id, ids } = leaver(3);
  sandbox().onRequest(({ method }) => {
    if (method === "DELETE") {
      clock.sleep(11_000);
    }
  });
  const inputs = { customer_id: String(id), confirmation: EMAIL, timeout_seconds: "10" };
  const { message } = await fail("eraseCustomer", inputs);
  expect(message).toContain("2 tickets of customer");
  expect(message).toContain(`Tickets: ${ids[1]}, ${ids[2]}.`);
  expect(writes()).toEqual([`DELETE /api/tickets/${ids[0]}`]);
});

describe("the confirmation", () => {
  it.each([
    [{ email: EMAIL }, "other@example.com"],
    [{ email: EMAIL }, "Lee Aver"],
    [{ email: null }, "Somebody Else"],
    [{ email: null }, ""],
  ])("of a customer with %j is not %p: nothing is deleted", async (values, confirmation) => {
    const { id } = leaver(1, values);
    const { message } = await fail("eraseCustomer", { customer_id: String(id), confirmation });
    expect(message).toContain("Confirmation");
    expect(writes()).toEqual([]);
  });

  it("of a customer without an email address is the ID or the name", async () => {
    const first = leaver(0, { email: null, name: null });
    await act("eraseCustomer", { customer_id: String(first.id), confirmation: String(first.id) });
    expect(lines().join("\n")).toContain("(no name, no email address)");
    const second = leaver(0, { email: null });
    await act("eraseCustomer", { customer_id: String(second.id), confirmation: "Lee Aver" });
    expect(writes()).toEqual([
      `DELETE /api/customers/${first.id}`,
      `DELETE /api/customers/${second.id}`,
    ]);
  });
});

it("deletes nobody else's tickets, even if Gorgias shows them", async () => {
  const { id } = leaver(0);
  sandbox().faults.add({
    method: "GET",
    path: "/api/tickets",
    fault: { status: 200, body: { data: [{ id: 5, customer: { id: 1001 } }], meta: {} } },
  });
  await act("eraseCustomer", { customer_id: String(id), confirmation: EMAIL });
  expect(writes()).toEqual([`DELETE /api/customers/${id}`]);
});

it("needs to be told whom", async () => {
  const { message } = await fail("eraseCustomer", { confirmation: EMAIL });
  expect(message).toContain("Customer ID, Customer Email");
  expect(sent()).toEqual([]);
});
