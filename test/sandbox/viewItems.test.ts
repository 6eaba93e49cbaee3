import { type Call, type CallAnswer, ManualClock, useSandbox } from "../support/sandboxClient";

const clock = new ManualClock();
const { call, sandbox } = useSandbox({ tickets: 30, customers: 9, clock, cursorTtlMs: 60_000 });

type Item = { id: number; [key: string]: unknown };
function ids(items: { id: number }[]) {
  return items.map(({ id }) => id);
}
function tickets() {
  return [...sandbox().state.tickets.values()];
}
function put(body: object, path = "/api/views/0/items?limit=100") {
  return call("PUT", path, body);
}
async function search(view: object) {
  return ids((await put({ view })).body.data).sort((a, b) => a - b);
}

/** Follows the links of the responses. */
async function follow(callApi: Call, method: string, path: string, body?: object) {
  const pages: CallAnswer[] = [];
  for (let next: string | null = path; next; next = pages.at(-1)?.body.meta.next_items) {
    const page = await callApi(method, next, body);
    expect(page.status).toBe(method === "PUT" ? 202 : 200);
    pages.push(page);
  }
  return { pages, items: pages.flatMap((page) => page.body.data as Item[]) };
}

it("holds the tickets of the view as the list shows them, without fields and summary, newest change first", async () => {
  const { body } = await call("GET", "/api/views/501/items?limit=100");
  const open = tickets().filter(({ status }) => status === "open");
  expect(body.data).toHaveLength(open.length);
  const listed = await call(
    "GET",
    "/api/tickets?view_id=501&order_by=updated_datetime:desc&limit=100",
  );
  expect(body.data).toEqual(
    listed.body.data.map(({ summary, custom_fields, ...item }: Record<string, unknown>) => item),
  );
  expect(body.meta).toEqual({ current_cursor: null, next_items: null, prev_items: null });
});

describe("pages", () => {
  it.each([
    ["GET", "/api/views/503/items?limit=7", undefined],
    ["GET", "/api/views/503/items?limit=7&order_by=priority:asc", undefined],
    ["GET", "/api/views/503/items?limit=7&order_by=closed_datetime:desc", undefined],
    ["GET", "/api/views/504/items?limit=2", undefined],
    ["PUT", "/api/views/0/items?limit=5", { view: { search: "order" } }],
    ["PUT", "/api/views/501/items?limit=1&order_by=created_datetime:asc", {}],
  ])("of %s %s give every item once", async (method, path, body) => {
    const whole = await call(method, path.replace(/limit=\d+/, "limit=100"), body);
    const { items, pages } = await follow(call, method, path, body);
    expect(ids(items)).toEqual(ids(whole.body.data));
    expect(new Set(ids(items)).size).toBe(items.length);
    expect(pages.length).toBeGreaterThan(1);
  });

  it("lead back again", async () => {
    const { pages } = await follow(call, "GET", "/api/views/503/items?limit=12");
    const [first, second, third] = pages.map(({ body }) => body);
    expect([first.meta.prev_items, third.meta.next_items]).toEqual([null, null]);
    const back = (await call("GET", third.meta.prev_items)).body;
    expect(ids(back.data)).toEqual(ids(second.data));
    const start = (await call("GET", back.meta.prev_items)).body;
    expect(ids(start.data)).toEqual(ids(first.data));
    expect(start.meta.prev_items).toBeNull();
    expect(ids((await call("GET", start.meta.next_items)).body.data)).toEqual(ids(second.data));
  });

  it("start with the last item of the page before unless it is ignored", async () => {
    const { body } = await call("GET", "/api/views/503/items?limit=5");
    const parameters = new URL(body.meta.next_items, sandbox().url).searchParams;
    const last = body.data.at(-1).id;
    expect(Object.fromEntries(parameters)).toMatchObject({
      direction: "next",
      ignored_item: String(last),
      limit: "5",
    });
    const cursor = parameters.get("cursor");
    const page = await call("GET", `/api/views/503/items?limit=5&cursor=${cursor}`);
    expect(page.body.data[0].id).toBe(last);
    expect(page.body.meta.current_cursor).toBe(cursor);
  });

  it("refuse a cursor of another query, and one that is too old", async () => {
    const next = (await call("GET", "/api/views/503/items?limit=5")).body.meta.next_items;
    expect((await call("GET", next.replace("503", "501"))).status).toBe(400);
    expect((await call("GET", next.replace("updated", "created"))).status).toBe(400);
    clock.ms += 60_000;
    expect((await call("GET", next)).body.error.data).toEqual({ cursor: ["expired"] });
  });
});

describe("the order", () => {
  const order = async (query: string, body?: object) => {
    const path = `/api/views/503/items?limit=100&${query}`;
    const response = await call(body ? "PUT" : "GET", path, body);
    return response.body.data as Item[];
  };

  it.each(["created_datetime", "updated_datetime", "last_message_datetime", "closed_datetime"])(
    "by %s",
    async (key) => {
      const ascending = (await order(`order_by=${key}:asc`)).map((item) => String(item[key] ?? ""));
      expect(ascending).toEqual([...ascending].sort());
      const descending = (await order(`order_by=${key}:desc`)).map((item) =>
        String(item[key] ?? ""),
      );
      expect(descending).toEqual([...ascending].reverse());
    },
  );

  it("by priority follows its meaning", async () => {
    const found = (await order("order_by=priority:desc")).map(({ priority }) => priority);
    const rank = ["critical", "high", "normal", "low"];
    const ranks = found.map((priority) => rank.indexOf(String(priority)));
    expect(ranks).toEqual([...ranks].sort());
  });

  it("is the view's own unless the request or its inline view says otherwise", async () => {
    await call("PUT", "/api/views/503", { order_by: "created_datetime", order_dir: "asc" });
    const created = tickets()
      .sort((a, b) => (a.created_datetime < b.created_datetime ? -1 : 1))
      .map(({ id }) => id);
    expect(ids(await order(""))).toEqual(created);
    expect(ids(await order("", { view: { order_dir: "desc" } }))).toEqual([...created].reverse());
    expect(ids(await order("order_by=created_datetime:desc"))).toEqual([...created].reverse());
  });
});

describe("a search", () => {
  beforeEach(() => {
    const { records } = sandbox();
    records.tickets.change(1, { subject: "A Zeppelin" });
    records.messages.add({ ticket_id: 2, body_text: "it came by zeppelin, broken" });
    records.messages.add({ ticket_id: 2, body_text: "zeppelin again", subject: "zeppelin" });
    const { id } = records.customers.add({ name: "Count Zeppelin", email: "count@example.com" });
    records.tickets.change(3, { customer_id: id, status: "closed" });
  });

  it.each([
    [{ search: "ZEPPELIN" }, [1, 2, 3]],
    [{ search: " zeppelin, broken " }, [2]],
    [{ search: "count@example" }, [3]],
    [{ search: "zeppelin", filters: "eq(ticket.status, 'closed')" }, [3]],
    [{ search: "nothing like it" }, []],
  ])("for %j", async (view, expected) => {
    sandbox().records.tickets.change(1, { status: "open" });
    sandbox().records.tickets.change(2, { status: "open" });
    expect(await search(view)).toEqual(expected);
  });

  it("over a saved view narrows it, unless it brings filters of its own", async () => {
    sandbox().records.tickets.change(1, { status: "open" });
    sandbox().records.tickets.change(2, { status: "open" });
    const found = async (view: object) =>
      ids((await put({ view }, "/api/views/502/items?limit=100")).body.data);
    expect(await found({ search: "zeppelin" })).toEqual([3]);
    expect((await found({ search: "zeppelin", filters: "" })).sort()).toEqual([1, 2, 3]);
  });

  it("without a view is every ticket", async () => {
    expect((await put({})).body.data).toHaveLength(30);
  });
});

it.each([
  ["eq(ticket.custom_fields.303.value, 5)", "by a custom field", () => false],
  ["neq(ticket.status, 'open')", "closed ones", ({ status }) => status === "closed"],
  ["isEmpty(ticket.assignee_user.id)", "unassigned ones", (t) => t.assignee_user_id === null],
  ["isNotEmpty(ticket.closed_datetime)", "closed ones", (t) => t.closed_datetime !== null],
  [
    "containsAny(ticket.tags.name, ['refund', 'vip'])",
    "tagged ones",
    (t) => [202, 204].some((id) => t.tag_ids.includes(id)),
  ],
  [
    "containsAll(ticket.tags.name, ['refund', 'vip'])",
    "tagged twice",
    (t) => [202, 204].every((id) => t.tag_ids.includes(id)),
  ],
  ['notContainsAny(ticket.tags.name, ["refund"])', "others", (t) => !t.tag_ids.includes(202)],
  [
    "contains(ticket.subject, 'REFUND for')",
    "by subject",
    (t) => t.subject?.startsWith("Refund for"),
  ],
  [
    "eq(ticket.spam, false) && eq(ticket.is_unread, true)",
    "by flags",
    (t) => !t.spam && t.is_unread,
  ],
  [
    "gte(ticket.created_datetime, '2025-01-06T08:10:00Z')",
    "late ones",
    (t) => t.created_datetime >= "2025-01-06T08:10",
  ],
  [
    "lt(ticket.created_datetime, '2025-01-06T09:10:00+01:00')",
    "early ones",
    (t) => t.created_datetime < "2025-01-06T08:10",
  ],
  [
    "gt(ticket.created_datetime, '2025-01-06') && lte(ticket.created_datetime, '2025-01-07')",
    "of a day",
    (t) => t.created_datetime < "2025-01-07",
  ],
] as [string, string, (ticket: ReturnType<typeof tickets>[number]) => boolean][])(
  "reads the filter %s: %s",
  async (filters, _, matches) => {
    sandbox().records.tickets.change(7, { tag_ids: [202, 204] });
    expect(await search({ filters })).toEqual(ids(tickets().filter(matches)));
  },
);

it.each([
  ["GET", "/api/views/0/items", undefined, "view_id"],
  ["GET", "/api/views/501/items?order_by=subject:asc", undefined, "order_by"],
  ["GET", "/api/views/504/items?order_by=priority:asc", undefined, "order_by"],
  ["GET", "/api/views/501/items?direction=up", undefined, "direction"],
  ["PUT", "/api/views/0/items", { view: { type: "customer-list" } }, "view.type"],
  ["PUT", "/api/views/0/items", { search: "x" }, "search"],
  ["PUT", "/api/views/0/items", { view: { filters: "eq(ticket.id, 5)" } }, "filters"],
  ["PUT", "/api/views/0/items", { view: { filters: "like(ticket.status, 'o')" } }, "filters"],
  ["PUT", "/api/views/0/items", { view: { filters: "ticket.status = 'open'" } }, "filters"],
])("refuses %s %s %j", async (method, path, body, field) => {
  const response = await call(method, path, body);
  expect([response.status, Object.keys(response.body.error.data)]).toEqual([400, [field]]);
});

it("of customers holds customers", async () => {
  const { body } = await call(
    "GET",
    "/api/views/504/items?order_by=created_datetime:asc&limit=100",
  );
  const french = [...sandbox().state.customers.values()].filter((c) => c.language === "fr");
  expect(ids(body.data)).toEqual(ids(french));
});
