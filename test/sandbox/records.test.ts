import { readAll, useSandbox } from "../support/sandboxClient";

const { call, sandbox } = useSandbox();
function ids(records: { id: number }[]) {
  return records.map(({ id }) => id);
}
async function newest(path: string) {
  return (await call("GET", `${path}&limit=1`)).body.data[0];
}

describe("records", () => {
  it("may have any times", async () => {
    const { tickets } = sandbox().records;
    const same = "2025-06-01T12:00:00Z";
    const twins = [
      tickets.add({ updated_datetime: same }),
      tickets.add({ updated_datetime: same }),
    ];
    const future = tickets.add({ updated_datetime: "2099-01-01T00:00" });
    const past = tickets.add({ created_datetime: "2001-01-01T00:00:00+02:00" });
    expect(twins.map((ticket) => ticket.updated_datetime)).toEqual(
      new Array(2).fill("2025-06-01T12:00:00.000000+00:00"),
    );
    const { records } = await readAll(call, "/api/tickets?order_by=updated_datetime:desc&limit=3");
    const order = ids(records);
    expect(order[0]).toBe(future.id);
    const [first = -1, second] = twins.map(({ id }) => order.indexOf(id));
    expect(second).toBe(first - 1);
    expect(await newest("/api/tickets?order_by=created_datetime:asc")).toMatchObject({
      id: past.id,
      created_datetime: "2000-12-31T22:00:00.000000+00:00",
      updated_datetime: "2000-12-31T22:00:00.000000+00:00",
      subject: `Ticket ${past.id}`,
    });
  });

  it("exist before they change", () => {
    const ticket = sandbox().records.tickets.add({ updated_datetime: "2020-01-01T00:00" });
    expect(ticket.created_datetime).toBe(ticket.updated_datetime);
    const later = sandbox().records.tickets.add({ updated_datetime: "2099-01-01T00:00" });
    expect(later.created_datetime < later.updated_datetime).toBe(true);
  });

  it("of every kind can be read over HTTP", async () => {
    const { tickets, customers, messages, events, surveys } = sandbox().records;
    const customer = customers.add({
      email: "new@example.com",
      updated_datetime: "2099-01-01T00:00",
    });
    const ticket = tickets.add({ customer_id: customer.id, status: "closed" });
    const message = messages.add({ ticket_id: ticket.id, created_datetime: "2098-01-01T00:00" });
    const event = events.add({
      type: "satisfaction-survey-responded",
      object_type: "SatisfactionSurvey",
      object_id: 777,
      created_datetime: "2097-01-01T00:00",
    });
    const survey = surveys.add({
      id: 777,
      ticket_id: ticket.id,
      customer_id: customer.id,
      score: 3,
    });
    expect(await newest("/api/customers?order_by=updated_datetime:desc")).toMatchObject({
      id: customer.id,
      email: "new@example.com",
    });
    expect((await call("GET", `/api/tickets/${ticket.id}`)).body).toMatchObject({
      status: "closed",
      customer: { id: customer.id },
      messages: [{ id: message.id, sender: { id: customer.id } }],
      satisfaction_survey: { id: survey.id, score: 3 },
    });
    expect((await newest("/api/messages?order_by=created_datetime:desc")).id).toBe(message.id);
    expect((await newest("/api/events?order_by=created_datetime:desc")).id).toBe(event.id);
  });

  it("are changed and removed without a trace", async () => {
    const { tickets } = sandbox().records;
    const before = sandbox().state.events.size;
    const stored = sandbox().state.tickets.get(3);
    const changed = tickets.change(3, { status: "closed" });
    expect(changed.updated_datetime > (stored?.updated_datetime ?? "")).toBe(true);
    expect(tickets.change(3, { updated_datetime: "2025-01-01T00:00" }).updated_datetime).toBe(
      "2025-01-01T00:00:00.000000+00:00",
    );
    tickets.remove(3);
    expect((await call("GET", "/api/tickets/3")).status).toBe(404);
    expect(sandbox().state.events.size).toBe(before);
  });

  it.each([
    ["a time that is none", () => sandbox().records.tickets.add({ updated_datetime: "soon" })],
    ["a change of nothing", () => sandbox().records.customers.change(1, { name: "x" })],
    ["a removal of nothing", () => sandbox().records.events.remove(999_999)],
  ])("throw for %s", (_, action) => {
    expect(action).toThrow(RangeError);
  });
});

describe("onRequest", () => {
  it("changes records between two pages", async () => {
    const { tickets } = sandbox().records;
    let page = 0;
    sandbox().onRequest(async ({ method, path, query }) => {
      expect([method, path]).toEqual(["GET", "/api/tickets"]);
      expect(query).toContain("limit=10");
      page += 1;
      if (page === 2) {
        await Promise.resolve();
        tickets.change(20, { subject: "Changed meanwhile" });
      }
    });
    const path = "/api/tickets?order_by=updated_datetime:asc&limit=10";
    const { records, pages } = await readAll(call, path);
    expect([pages, page]).toEqual([3, 3]);
    expect(records.at(-1)).toMatchObject({ id: 20, subject: "Changed meanwhile" });
  });

  it("ends when told to, and with reset", async () => {
    const seen: string[] = [];
    const end = sandbox().onRequest(({ path }) => void seen.push(`a ${path}`));
    sandbox().onRequest(({ path }) => void seen.push(`b ${path}`));
    await call("GET", "/api/account");
    end();
    await call("GET", "/api/account");
    sandbox().reset();
    await call("GET", "/api/account");
    expect(seen).toEqual(["a /api/account", "b /api/account", "b /api/account"]);
  });

  it("that throws makes the request fail, and close too", async () => {
    const end = sandbox().onRequest(() => {
      throw new Error("Not what the test expected.");
    });
    const { status, body } = await call("GET", "/api/account");
    expect([status, body.error.msg]).toEqual([500, "Error: Not what the test expected."]);
    end();
    expect(sandbox().violations.splice(0)).toEqual([expect.stringContaining("/api/account")]);
  });
});
