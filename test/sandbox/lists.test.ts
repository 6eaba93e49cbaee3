import { startSandbox } from "gorgias-sandbox";
import fc from "../support/properties";
import { call as callSandbox, ManualClock, readAll, useSandbox } from "../support/sandboxClient";

const clock = new ManualClock();
const { call, sandbox } = useSandbox({ tickets: 57, customers: 20, clock, cursorTtlMs: 60_000 });
function ids(records: { id: number }[]) {
  return records.map(({ id }) => id);
}

it("answers the envelope of a list", async () => {
  const { body } = await call("GET", "/api/tickets");
  expect(body).toEqual({
    object: "list",
    uri: "/api/tickets?",
    data: expect.any(Array),
    meta: { prev_cursor: null, next_cursor: expect.any(String), total_resources: null },
  });
});

it.each([
  ["30 by default", "/api/tickets", 30],
  ["1", "/api/tickets?limit=1", 1],
  ["100", "/api/tickets?limit=100", 57],
])("gives a page of %s", async (_, path, length) => {
  const { body } = await call("GET", path);
  expect(body.data).toHaveLength(length);
});

describe.each([
  ["/api/tickets", ["created_datetime", "updated_datetime"]],
  ["/api/customers", ["created_datetime", "updated_datetime"]],
  ["/api/messages", ["created_datetime"]],
  ["/api/events", ["created_datetime"]],
])("%s", (path, keys) => {
  const orders = keys.flatMap((key) => [
    [key, "asc"],
    [key, "desc"],
  ]);

  it.each(orders)("reads every record once, by %s:%s", async (key, direction) => {
    const { records } = await readAll(call, `${path}?limit=7&order_by=${key}:${direction}`);
    const times = records.map((record) => String(record[key as string]));
    const sorted = [...times].sort();
    expect(times).toEqual(direction === "asc" ? sorted : sorted.reverse());
    expect(new Set(ids(records)).size).toBe(records.length);
    const stored = sandbox().state[path.slice(5) as "tickets"];
    expect(records).toHaveLength(stored.size);
  });

  it("is newest first by default", async () => {
    const [byDefault, descending] = await Promise.all([
      call("GET", path),
      call("GET", `${path}?order_by=created_datetime:desc`),
    ]);
    expect(ids(byDefault.body.data)).toEqual(ids(descending.body.data));
  });
});

describe("cursors", () => {
  const first = async (path: string) => (await call("GET", path)).body.meta.next_cursor as string;
  const refused = (reason: string) => ({
    status: 400,
    body: { error: { msg: "Invalid cursor.", data: { cursor: [reason] } } },
  });

  it("lead back to the page before", async () => {
    const one = await call("GET", "/api/tickets?limit=20");
    const two = await call("GET", `/api/tickets?limit=20&cursor=${one.body.meta.next_cursor}`);
    const three = await call("GET", `/api/tickets?limit=20&cursor=${two.body.meta.next_cursor}`);
    expect([one.body.meta.prev_cursor, three.body.meta.next_cursor]).toEqual([null, null]);
    const back = await call("GET", `/api/tickets?limit=20&cursor=${three.body.meta.prev_cursor}`);
    expect(ids(back.body.data)).toEqual(ids(two.body.data));
    const start = await call("GET", `/api/tickets?limit=20&cursor=${back.body.meta.prev_cursor}`);
    expect(ids(start.body.data)).toEqual(ids(one.body.data));
    expect(start.body.meta.prev_cursor).toBeNull();
  });

  it("are opaque: they hold nothing that can be changed", async () => {
    const cursor = await first("/api/tickets?limit=5");
    const other = `A${cursor.slice(1)}`;
    expect(await call("GET", `/api/tickets?cursor=${other}`)).toMatchObject(
      refused("invalid for this query"),
    );
  });

  it.each([
    ["another filter", "/api/tickets?limit=5&trashed=false"],
    ["another order", "/api/tickets?limit=5&order_by=created_datetime:asc"],
    ["another list", "/api/customers?limit=5"],
  ])("are refused with %s", async (_, path) => {
    const cursor = await first("/api/tickets?limit=5");
    expect(await call("GET", `${path}&cursor=${cursor}`)).toMatchObject(
      refused("invalid for this query"),
    );
  });

  it("may be used with another limit", async () => {
    const cursor = await first("/api/tickets?limit=5");
    const { body } = await call("GET", `/api/tickets?limit=50&cursor=${cursor}`);
    expect(body.data).toHaveLength(50);
  });

  it("expire", async () => {
    const cursor = await first("/api/tickets");
    clock.ms += 59_999;
    expect((await call("GET", `/api/tickets?cursor=${cursor}`)).status).toBe(200);
    clock.ms += 1;
    expect(await call("GET", `/api/tickets?cursor=${cursor}`)).toMatchObject(refused("expired"));
  });

  it("skip and repeat nothing when records are added while the list is read", async () => {
    const before = ids((await readAll(call, "/api/customers?limit=100")).records);
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: string = cursor ? `&cursor=${cursor}` : "";
      const { body } = await call("GET", `/api/customers?limit=6${page}`);
      seen.push(...ids(body.data));
      cursor = body.meta.next_cursor;
      await call("POST", "/api/customers", { channels: [] });
    } while (cursor);
    expect(seen).toEqual(before);
  });

  it("still lead on when the record they stand at is deleted", async () => {
    const one = await call("GET", "/api/tickets?limit=5");
    await call("DELETE", `/api/tickets/${one.body.data[4].id}`);
    const two = await call("GET", `/api/tickets?limit=5&cursor=${one.body.meta.next_cursor}`);
    expect(two.body.data[0].id).toBe(one.body.data[4].id - 1);
  });
});

describe("filters", () => {
  const values = async (path: string, key: string) =>
    (await readAll(call, path)).records.map((record) => record[key]);

  it.each([
    ["/api/tickets?ticket_ids=3&ticket_ids=1&ticket_ids=999", "id", [3, 1]],
    ["/api/tickets?customer_id=424242", "id", []],
    ["/api/customers?id=1003", "id", [1003]],
    ["/api/customers?email=CUSTOMER1004@example.com", "id", [1004]],
    ["/api/customers?channel_type=email&channel_address=customer1005@example.com", "id", [1005]],
    ["/api/customers?channel_type=phone&channel_address=customer1005@example.com", "id", []],
    ["/api/customers?name=Nobody", "id", []],
    ["/api/messages?ticket_id=999", "id", []],
  ])("%s", async (path, key, expected) => {
    expect(await values(path, key)).toEqual(expected);
  });

  it("keep what matches and nothing else", async () => {
    const { state } = sandbox();
    const tickets = [...state.tickets.values()];
    const cases: [string, (ticket: (typeof tickets)[number]) => boolean][] = [
      ["trashed=false", (ticket) => ticket.trashed_datetime === null],
      ["trashed=true", () => true],
      ["customer_id=1002", (ticket) => ticket.customer_id === 1002],
      ["view_id=501", (ticket) => ticket.status === "open"],
      ["view_id=502&trashed=false", (t) => t.status === "closed" && t.trashed_datetime === null],
      ["view_id=503", () => true],
    ];
    for (const [filter, matches] of cases) {
      const found = await values(`/api/tickets?limit=4&${filter}`, "id");
      const expected = ids(tickets.filter(matches)).sort((a, b) => b - a);
      expect([filter, found]).toEqual([filter, expected]);
    }
  });

  it("find tickets by external id and by the rule that wrote in them", async () => {
    const { state } = sandbox();
    const { id } = [...state.tickets.values()].find((ticket) => ticket.external_id) as {
      id: number;
    };
    expect(await values(`/api/tickets?external_id=ext-${id}`, "id")).toEqual([id]);
    const ruled = state.messages.grouped("rule_id", 601).map((message) => message.ticket_id);
    expect(await values("/api/tickets?rule_id=601", "id")).toEqual(ruled.sort((a, b) => b - a));
  });

  it.each(["language", "timezone", "external_id", "name"] as const)(
    "find customers by %s",
    async (key) => {
      const customers = [...sandbox().state.customers.values()];
      const value = String(customers.find((customer) => customer[key])?.[key]);
      const path = `/api/customers?${key}=${encodeURIComponent(value)}`;
      const expected = customers.filter((customer) => customer[key] === value).length;
      expect(await values(path, key)).toEqual(new Array(expected).fill(value));
    },
  );

  it("find customers of a view", async () => {
    const customers = [...sandbox().state.customers.values()];
    const french = ids(customers.filter(({ language }) => language === "fr"));
    expect(french.length).toBeGreaterThan(0);
    expect(await values("/api/customers?view_id=504", "id")).toEqual(french.reverse());
  });

  it.each([
    ["eq(ticket.channel, 'email')", true],
    ["eq(ticket.channel, 'sms')", false],
    ["eq(ticket.priority, 'normal') && eq(ticket.assignee_user.id, 2)", true],
    ["eq(ticket.assignee_team.id, 7)", false],
    ["eq(ticket.customer.id, 1001)", true],
    ["gte(ticket.created_datetime, '2020-01-01')", true],
  ])("read the view expression %s", async (filters, finds) => {
    const { views } = sandbox().state;
    views.set(510, { id: 510, filters });
    await call("PUT", "/api/tickets/1", {
      assignee_user: { id: 2 },
      customer: { id: 1001 },
      priority: "normal",
    });
    const found = await values("/api/tickets?view_id=510", "id");
    expect(found.includes(1)).toBe(finds);
  });

  it.each(["/api/tickets", "/api/customers"])(
    "%s answers 404 for a view that does not exist",
    async (path) => {
      expect((await call("GET", `${path}?view_id=999`)).status).toBe(404);
    },
  );

  it("select events by object, type, user and time", async () => {
    await call("PUT", "/api/tickets/5", { subject: "Changed" });
    const { records } = await readAll(call, "/api/events?limit=100");
    const at = String(records[4]?.created_datetime);
    const bound = encodeURIComponent(at);
    const cases: [string, (event: Record<string, unknown>) => boolean][] = [
      ["object_id=5&object_type=Ticket", (e) => e.object_id === 5 && e.object_type === "Ticket"],
      ["types=customer-created", (e) => e.type === "customer-created"],
      [
        "types=customer-created&types=ticket-created",
        (e) => e.type === "customer-created" || e.type === "ticket-created",
      ],
      ["user_ids=1", (e) => e.user_id === 1],
      [
        "user_ids=1&user_ids=4&types=ticket-subject-updated",
        (e) => e.type === "ticket-subject-updated",
      ],
      ["user_ids=4", () => false],
      [`created_datetime[gte]=${bound}`, (e) => String(e.created_datetime) >= at],
      [`created_datetime[gt]=${bound}`, (e) => String(e.created_datetime) > at],
      [`created_datetime[lt]=${bound}`, (e) => String(e.created_datetime) < at],
      [`created_datetime[lte]=${bound}`, (e) => String(e.created_datetime) <= at],
      [
        `created_datetime[gte]=${bound}&created_datetime[lte]=${bound}`,
        (e) => e.created_datetime === at,
      ],
    ];
    for (const [filter, matches] of cases) {
      for (const order of ["desc", "asc"]) {
        const path = `/api/events?limit=3&order_by=created_datetime:${order}&${filter}`;
        const found = ids((await readAll(call, path)).records);
        const expected = ids(records.filter(matches));
        expect([path, found]).toEqual([path, order === "desc" ? expected : expected.reverse()]);
      }
    }
  });
});

it("reads one event", async () => {
  const { body } = await call("GET", "/api/events?limit=1");
  const [event] = body.data;
  expect(await call("GET", event.uri)).toMatchObject({ status: 200, body: event });
  expect((await call("GET", "/api/events/99999")).status).toBe(404);
});

it("gives every record once for any page size, order and filter", async () => {
  const small = await startSandbox({ tickets: 23, rateLimit: false });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom("created_datetime", "updated_datetime"),
      fc.constantFrom("asc", "desc"),
      fc.constantFrom("", "&trashed=false", "&view_id=501", "&customer_id=1003"),
      async (limit, key, direction, filter) => {
        const path = `/api/tickets?order_by=${key}:${direction}${filter}`;
        const api = (method: string, to: string) => callSandbox(small, method, to);
        const whole = await api("GET", `${path}&limit=100`);
        const { records, pages } = await readAll(api, `${path}&limit=${limit}`);
        expect(ids(records)).toEqual(ids(whole.body.data));
        expect(pages).toBe(Math.max(1, Math.ceil(records.length / limit)));
      },
    ),
    { numRuns: 40 },
  );
  await small.close();
});
