import { useSandbox } from "../support/sandboxClient";

const { call, sandbox } = useSandbox();

describe("a merged ticket", () => {
  beforeEach(() => sandbox().mergeTickets(1, 2));

  it.each([
    ["GET", "", undefined],
    ["PUT", "", { nonsense: true }],
    ["DELETE", "", undefined],
    ["GET", "/custom-fields", undefined],
    ["PUT", "/custom-fields/301", "x"],
    ["POST", "/messages", {}],
    ["GET", "/messages/1000001", undefined],
  ])("answers 301 to %s %s", async (method, rest, body) => {
    const response = await call(method, `/api/tickets/1${rest}`, body);
    expect([response.status, response.body]).toEqual([301, undefined]);
    expect(response.headers.get("location")).toBe(`/api/tickets/2${rest}`);
  });

  it("leaves its messages to the other ticket, and the list", async () => {
    const { body } = await call("GET", "/api/messages?ticket_id=2");
    const ids = body.data.map(({ id }: { id: number }) => id);
    expect(ids).toContain(1_000_001);
    expect((await call("GET", "/api/tickets?ticket_ids=1&ticket_ids=2")).body.data).toMatchObject([
      { id: 2, messages_count: ids.length },
    ]);
  });

  it("writes ticket-merged", async () => {
    const { body } = await call("GET", "/api/events?types=ticket-merged");
    expect(body.data).toMatchObject([{ object_id: 2, data: { merged_ticket_id: 1 } }]);
  });

  it("leads on when the other one is merged too", async () => {
    sandbox().mergeTickets(2, 3);
    expect((await call("GET", "/api/tickets/1")).headers.get("location")).toBe("/api/tickets/2");
    expect((await call("GET", "/api/tickets/2")).headers.get("location")).toBe("/api/tickets/3");
  });
});

it("a merged customer answers 301 and leaves tickets, channels and messages to the other", async () => {
  const { customer_id = 0 } = sandbox().state.tickets.get(1) ?? {};
  const [from, into] = [Number(customer_id), customer_id === 1001 ? 1002 : 1001];
  sandbox().mergeCustomers(from, into);
  for (const rest of ["", "/data"]) {
    const { status, headers } = await call("PUT", `/api/customers/${from}${rest}`, { data: 1 });
    expect([status, headers.get("location")]).toEqual([301, `/api/customers/${into}${rest}`]);
  }
  const { body } = await call("GET", "/api/tickets/1");
  expect(body.customer).toMatchObject({
    id: into,
    channels: [
      { address: `customer${into}@example.com` },
      { address: `customer${from}@example.com` },
    ],
  });
  expect(body.messages[0].sender.id).toBe(into);
});

it("refuses to merge what does not exist", () => {
  expect(() => sandbox().mergeTickets(1, 999)).toThrow("Ticket 999 not found.");
  expect(() => sandbox().mergeCustomers(1, 1001)).toThrow("Customer 1 not found.");
});
