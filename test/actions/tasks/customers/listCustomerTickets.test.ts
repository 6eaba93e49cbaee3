import { useActions } from "../../../support/actions";

const { act, fail, lines, sandbox, sent } = useActions();

interface Found {
  data: { id: number }[];
  reached_maximum: boolean;
}

async function list(inputs: Record<string, unknown>) {
  const { data } = await act("listCustomerTickets", inputs);
  return data as Found;
}

async function ids(inputs: Record<string, unknown>) {
  return (await list(inputs)).data.map(({ id }) => id);
}

/** A customer of no ticket but those that the test adds. */
function newCustomer() {
  return sandbox().records.customers.add({ email: "vip@example.com" }).id;
}

const TICKETS: Parameters<ReturnType<typeof sandbox>["records"]["tickets"]["add"]>[0][] = [
  { status: "open", created_datetime: "2026-01-01T00:00:00Z", tag_ids: [201] },
  { status: "closed", created_datetime: "2026-01-02T00:00:00Z" },
  { status: "open", created_datetime: "2026-01-03T00:00:00Z" },
];

function withTickets() {
  const customer_id = newCustomer();
  const [first, second, third] = TICKETS.map((values) => {
    const updated_datetime = values.created_datetime;
    return sandbox().records.tickets.add({ ...values, updated_datetime, customer_id }).id;
  }) as [number, number, number];
  return { customer_id: String(customer_id), first, second, third };
}

it("lists the tickets of a customer by ID, the newest first", async () => {
  const { customer_id, first, second, third } = withTickets();
  expect(await ids({ customer_id })).toEqual([third, second, first]);
  expect(sent().at(-1)?.query.sort()).toEqual([
    `customer_id=${customer_id}`,
    "limit=100",
    "order_by=created_datetime:desc",
    "trashed=false",
  ]);
});

it("lists those of a customer by email, and none in the trash", async () => {
  const { first, second, third } = withTickets();
  sandbox().records.tickets.change(second, { trashed_datetime: "2026-02-01T00:00:00Z" });
  expect(await ids({ customer_email: "VIP@example.com" })).toEqual([third, first]);
});

it("filters by status, tag and times", async () => {
  const { customer_id, first, second, third } = withTickets();
  const tag = sandbox().state.tags.get(201)?.name.toUpperCase();
  sandbox().records.tickets.change(first, { updated_datetime: "2026-03-01T00:00:00Z" });
  expect(await ids({ customer_id, status: "closed" })).toEqual([second]);
  expect(await ids({ customer_id, tag })).toEqual([first]);
  expect(await ids({ customer_id, created_since: "2026-01-02T01:00:00+01:00" })).toEqual([
    third,
    second,
  ]);
  expect(await ids({ customer_id, updated_since: "2026-02-01T00:00:00" })).toEqual([first]);
});

it("ends at the maximum and says so", async () => {
  const { customer_id, third } = withTickets();
  const found = await list({ customer_id, max_results: "1" });
  expect(found).toMatchObject({ data: [{ id: third }], reached_maximum: true });
  expect(lines().join()).toContain("List Customer Tickets stopped at its Maximum Results (1)");
});

it("shows nobody else's tickets, even if Gorgias does", async () => {
  const { customer_id } = withTickets();
  const foreign = { id: 1, customer: { id: 1 }, tags: [], created_datetime: null };
  sandbox().faults.add({
    method: "GET",
    path: "/api/tickets",
    fault: { status: 200, body: { data: [foreign], meta: {} } },
  });
  expect(await ids({ customer_id })).toEqual([]);
});

describe("when there is no such customer", () => {
  const nobody = [{ customer_id: "999999" }, { customer_email: "nobody@example.com" }];

  it.each(nobody)("the list for %j is empty, and no tickets are asked for", async (named) => {
    expect(await list(named)).toEqual({ data: [], reached_maximum: false });
    expect(sent().some(({ path }) => path === "/api/tickets")).toBe(false);
  });

  it.each(nobody)("it fails for %j if it is to", async (named) => {
    const { message } = await fail("listCustomerTickets", { ...named, if_not_found: "fail" });
    expect(message).toContain("No customer was found: nobody has");
  });
});

it.each([{}, { customer_id: " ", customer_email: "" }, { status: "open" }])(
  "refuses %j, which would be everybody's",
  async (inputs) => {
    const { message } = await fail("listCustomerTickets", inputs);
    expect(message).toContain("Customer ID, Customer Email");
    expect(sent()).toEqual([]);
  },
);
