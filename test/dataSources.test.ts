import fc from "fast-check";
import type { State } from "gorgias-sandbox";
import { useActions } from "./support/actions";
import { apiKeyConnection, harness } from "./support/integration";

const { lines, pick, sandbox, sent } = useActions({ tickets: 1_020, customers: 1_020 });

type Kind = "customers" | "tickets" | "messages" | "events";
type Records = Map<number, { id: number; created_datetime: string }>;

function recordsOf(kind: Kind) {
  return sandbox().state[kind] as unknown as Records;
}

/** Leaves only records that are copies of the first one, with changes of their own. */
function only(kind: Kind, changes: Record<number, object>) {
  const records = recordsOf(kind);
  const [first] = [...records.values()];
  records.clear();
  for (const [id, change] of Object.entries(changes)) {
    records.set(Number(id), { ...first, ...change, id: Number(id) } as never);
  }
}

function newestFirst(kind: Kind): string[] {
  return [...recordsOf(kind).values()]
    .sort((a, b) => {
      if (a.created_datetime === b.created_datetime) {
        return b.id - a.id;
      }
      return a.created_datetime < b.created_datetime ? 1 : -1;
    })
    .map(({ id }) => String(id));
}

/** What a data source shows, by key. */
async function labels(key: string, inputs = {}): Promise<Record<string, string>> {
  return Object.fromEntries(
    (await pick(key, inputs)).map((element) => [element.key, element.label]),
  );
}

const PICKERS: { key: string; kind: Kind; path: string }[] = [
  { key: "selectCustomer", kind: "customers", path: "/api/customers" },
  { key: "selectEvent", kind: "events", path: "/api/events" },
  { key: "selectMessage", kind: "messages", path: "/api/messages" },
  { key: "selectTicket", kind: "tickets", path: "/api/tickets" },
];
const ORDER = ["order_by=created_datetime:desc", "limit=100"];

describe.each(PICKERS)("$key", ({ key, kind, path }) => {
  it("shows the newest 1,000, newest first, in ten requests, and says that there are more", async () => {
    expect(recordsOf(kind).size).toBeGreaterThan(1_000);
    const elements = await pick(key);
    expect(elements.map((element) => element.key)).toEqual(newestFirst(kind).slice(0, 1_000));
    const requests = sent();
    expect(requests).toHaveLength(10);
    for (const [index, { query, ...request }] of requests.entries()) {
      expect(request).toEqual({ method: "GET", path });
      expect(query).toEqual(index === 0 ? ORDER : [...ORDER, expect.stringMatching(/^cursor=./)]);
    }
    expect(lines()).toEqual([
      expect.stringMatching(/^warn: Select \w+ shows the newest 1000 records; older ones /),
    ]);
  });

  it("has a label for each that no other has", async () => {
    const shown = (await pick(key)).map(({ label }) => label);
    expect(shown.filter((label) => label.trim() === "" || /\s\s|[\n\t]/.test(label))).toEqual([]);
    expect(new Set(shown).size).toBe(1_000);
  });

  it("returns ids as text and labels, and nothing else", async () => {
    const [first] = await pick(key);
    expect(first).toEqual({ key: expect.stringMatching(/^\d+$/), label: expect.any(String) });
  });

  it("of few records reads one page, and says nothing", async () => {
    const [some] = recordsOf(kind).keys();
    only(kind, { [Number(some)]: {} });
    expect((await pick(key)).map((element) => element.key)).toEqual([String(some)]);
    expect(sent()).toEqual([{ method: "GET", path, query: ORDER }]);
    expect(lines()).toEqual([]);
  });

  it("of no records is empty", async () => {
    recordsOf(kind).clear();
    expect(await pick(key)).toEqual([]);
    expect(sent()).toHaveLength(1);
  });

  it("shows a record once that two pages hold", async () => {
    const record = (id: number) => ({ id, name: `N${id}`, subject: `S${id}`, type: `T${id}` });
    const page = (ids: number[], next_cursor: string | null) => ({
      data: ids.map(record),
      meta: { prev_cursor: null, next_cursor },
    });
    sandbox().faults.add({ path, fault: { status: 200, body: page([3, 2], "c1") } });
    sandbox().faults.add({ path, fault: { status: 200, body: page([2, 1], null) } });
    expect((await pick(key)).map((element) => element.key)).toEqual(["3", "2", "1"]);
  });

  it("shows no more than 1,000, however large a page is", async () => {
    const data = Array.from({ length: 1_001 }, (_, index) => ({
      id: index + 1,
      name: `N${index}`,
    }));
    const meta = { prev_cursor: null, next_cursor: "c1" };
    sandbox().faults.add({ path, fault: { status: 200, body: { data, meta } } });
    const keys = (await pick(key)).map((element) => element.key);
    expect(keys).toEqual(data.slice(0, 1_000).map(({ id }) => String(id)));
    expect(sent()).toHaveLength(1);
  });

  it("sends no filter that is unset, and none that it does not declare", async () => {
    recordsOf(kind).clear();
    const unset = { view_id: "", ticket_id: "  ", customer_id: null, types: [], user_ids: [""] };
    await pick(key, { ...unset, object_id: undefined, created_datetime: "", limit: 5, foo: "bar" });
    expect(sent()).toEqual([{ method: "GET", path, query: ORDER }]);
  });

  // Nothing is left out, so there is nothing to say.
  it("of exactly 1,000 records says nothing", async () => {
    const records = recordsOf(kind);
    for (const id of newestFirst(kind).slice(1_000)) {
      records.delete(Number(id));
    }
    expect(records.size).toBe(1_000);
    expect(await pick(key)).toHaveLength(1_000);
    expect(lines()).toEqual([]);
  });
});

describe("filters", () => {
  it("are sent on every page", async () => {
    const { views } = sandbox().state;
    const view = views.get(504) as NonNullable<ReturnType<State["views"]["get"]>>;
    views.set(504, { ...view, filters: "eq(customer.language, 'en')" });
    await pick("selectCustomer", { view_id: "504" });
    const requests = sent();
    expect(requests.length).toBeGreaterThan(2);
    for (const { query } of requests) {
      expect(query.slice(0, 3)).toEqual(["view_id=504", ...ORDER]);
    }
  });

  it.each<[key: string, inputs: Record<string, unknown>, query: string[]]>([
    ["selectCustomer", { view_id: "504" }, ["view_id=504"]],
    ["selectMessage", { ticket_id: "5" }, ["ticket_id=5"]],
    [
      "selectTicket",
      { customer_id: "1001", rule_id: 601, view_id: "503" },
      ["customer_id=1001", "rule_id=601", "view_id=503"],
    ],
    [
      "selectEvent",
      {
        created_datetime: '{"gte": "2025-01-06T00:00:00", "lt": "2025-01-07T00:00:00"}',
        object_id: "5",
        object_type: "Ticket",
        types: ["ticket-created", "ticket-closed"],
        user_ids: ["1", "2"],
      },
      [
        "created_datetime[gte]=2025-01-06T00:00:00",
        "created_datetime[lt]=2025-01-07T00:00:00",
        "object_id=5",
        "object_type=Ticket",
        "types=ticket-created",
        "types=ticket-closed",
        "user_ids=1",
        "user_ids=2",
      ],
    ],
  ])("of %s are sent: %j", async (key, inputs, query) => {
    await pick(key, inputs);
    expect(sent()[0]?.query).toEqual([...query, ...ORDER]);
  });

  it("choose what is shown", async () => {
    const { messages } = sandbox().state;
    const own = [...messages.values()].filter(({ ticket_id }) => ticket_id === 5);
    const shown = await pick("selectMessage", { ticket_id: "5" });
    expect(shown.map(({ key }) => Number(key)).sort()).toEqual(own.map(({ id }) => id).sort());
  });

  it.each<[key: string, inputs: Record<string, unknown>, refusal: RegExp]>([
    [
      "selectEvent",
      { object_type: "Ticket" },
      /^Object Type needs Object ID beside it; given "Ticket" alone\.$/,
    ],
    ["selectEvent", { object_id: "x" }, /^Object ID must be a whole number/],
    ["selectEvent", { created_datetime: "{" }, /^Created Datetime must be JSON/],
    ["selectTicket", { customer_id: "../x" }, /^Customer ID must be a whole number/],
    ["selectTicket", { rule_id: "0" }, /^Rule ID must be a whole number of 1 or more/],
    ["selectMessage", { ticket_id: "5a" }, /^Ticket ID must be a whole number/],
    ["selectCustomer", { view_id: -1 }, /^View ID must be a whole number/],
  ])(
    "of %s that are wrong are refused before anything is sent: %j",
    async (key, inputs, refusal) => {
      await expect(pick(key, inputs)).rejects.toMatchObject({
        name: "InputError",
        message: expect.stringMatching(refusal),
      });
      expect(sent()).toEqual([]);
    },
  );

  it("of a view that there is not are Gorgias's error", async () => {
    await expect(pick("selectTicket", { view_id: "9" })).rejects.toMatchObject({
      name: "GorgiasError",
      status: 404,
    });
  });

  it("without an authorized connection are refused", async () => {
    const connection = apiKeyConnection({ username: "a@example.com", apiKey: "" });
    await expect(harness.dataSource("selectTicket", { connection })).rejects.toThrow(
      "API Key is missing.",
    );
    expect(sent()).toEqual([]);
  });
});

describe("the label of a customer", () => {
  const LONG = "Adalbert ".repeat(40).trim();

  it.each<[what: string, customers: Record<number, object>, expected: Record<string, string>]>([
    ["is the name", { 1: { name: "Ada Abara", email: "a@b.co" } }, { 1: "Ada Abara" }],
    ["else the email", { 1: { name: null, email: "a@b.co" } }, { 1: "a@b.co" }],
    ["else the kind and id", { 1: { name: null, email: null } }, { 1: "Customer 1" }],
    [
      "passes blank names over",
      {
        1: { name: "", email: "a@b.co" },
        2: { name: " \t\n ", email: "" },
        3: { name: "\u00a0", email: null },
      },
      { 1: "a@b.co", 2: "Customer 2", 3: "Customer 3" },
    ],
    [
      "is on one line",
      { 1: { name: "  Ada\r\nof  the\tNorth ", email: null } },
      { 1: "Ada of the North" },
    ],
    [
      "holds any characters",
      { 1: { name: "Zoë 👩‍👩‍👧 <b>王</b>", email: null } },
      { 1: "Zoë 👩‍👩‍👧 <b>王</b>" },
    ],
    [
      "has the email beside a name that another has too",
      {
        1: { name: "Ada", email: "a@b.co" },
        2: { name: "Ada", email: "b@b.co" },
        3: { name: "Bo", email: "c@b.co" },
      },
      { 1: "Ada (a@b.co)", 2: "Ada (b@b.co)", 3: "Bo" },
    ],
    [
      "has the email where there is one",
      { 1: { name: "Ada", email: "a@b.co" }, 2: { name: "Ada", email: null } },
      { 1: "Ada (a@b.co)", 2: "Ada" },
    ],
    [
      "has the id beside name and email that another has too",
      { 1: { name: "Ada", email: "a@b.co" }, 2: { name: "Ada", email: "a@b.co" } },
      { 1: "Ada (a@b.co) (1)", 2: "Ada (a@b.co) (2)" },
    ],
    [
      "has the id where equal names have no email",
      {
        1: { name: "Ada", email: null },
        2: { name: "Ada", email: "" },
        3: { name: "Ada", email: " " },
      },
      { 1: "Ada (1)", 2: "Ada (2)", 3: "Ada (3)" },
    ],
    [
      "has the id beside an email that is another's name",
      { 1: { name: "a@b.co", email: null }, 2: { name: null, email: "a@b.co" } },
      { 1: "a@b.co (1)", 2: "a@b.co (2)" },
    ],
    [
      "has the id where another's name looks like it with its email",
      {
        1: { name: "Ada", email: "a@b.co" },
        2: { name: "Ada", email: "b@b.co" },
        3: { name: "Ada (a@b.co)", email: null },
      },
      { 1: "Ada (a@b.co) (1)", 2: "Ada (b@b.co)", 3: "Ada (a@b.co) (3)" },
    ],
    [
      "has the id where another is called by its kind and id",
      { 1: { name: null, email: null }, 2: { name: "Customer 1", email: null } },
      { 1: "Customer 1 (1)", 2: "Customer 1 (2)" },
    ],
  ])("%s", async (_, customers, expected) => {
    only("customers", customers);
    expect(await labels("selectCustomer")).toEqual(expected);
  });

  it("is cut when it is very long, and tells equal beginnings apart", async () => {
    only("customers", {
      1: { name: `${LONG} I`, email: "a@b.co" },
      2: { name: `${LONG} II`, email: "b@b.co" },
      3: { name: `${LONG} III`, email: null },
      4: { name: `${LONG} IV`, email: null },
    });
    const shown = await labels("selectCustomer");
    expect(shown[1]).toMatch(/^Adalbert Adalbert .*… \(a@b\.co\)$/);
    expect(shown[2]).toMatch(/^Adalbert Adalbert .*… \(b@b\.co\)$/);
    expect(shown[3]).toMatch(/^Adalbert Adalbert .*… \(3\)$/);
    expect(new Set(Object.values(shown)).size).toBe(4);
    for (const label of Object.values(shown)) {
      expect(label.length).toBeLessThan(250);
    }
  });

  it("is never cut inside a character", async () => {
    only("customers", { 1: { name: "👩".repeat(200), email: null } });
    expect((await labels("selectCustomer"))[1]).toMatch(/^(👩)+…$/u);
  });

  const ADA = { name: "Ada", email: null };

  it.each<[what: string, customers: Record<number, object>]>([
    [
      "a name with an id in brackets",
      {
        1: ADA,
        2: ADA,
        3: { name: "Ada (1)", email: null },
      },
    ],
    [
      "a name with an id in brackets, and one with two",
      {
        1: ADA,
        2: ADA,
        3: { name: "Ada (1)", email: "a@b.co" },
        4: { name: "Ada (2)", email: "b@b.co" },
      },
    ],
    [
      "an email that is an id",
      {
        1: { name: "Ada", email: "2" },
        2: ADA,
        3: ADA,
      },
    ],
  ])("is no other's: %s", async (_, customers) => {
    only("customers", customers);
    const shown = Object.values(await labels("selectCustomer"));
    expect(new Set(shown).size).toBe(Object.keys(customers).length);
  });

  // The last round is not compared with the labels that were unequal before it.
  it("is no other's: names with one id and with two in brackets", async () => {
    const named = (name: string) => ({ name, email: null });
    only("customers", { 1: ADA, 2: ADA, 3: named("Ada (1)"), 4: named("Ada (1) (1)") });
    expect(new Set(Object.values(await labels("selectCustomer"))).size).toBe(4);
  });

  it("is filled and no other's, whatever they are called", async () => {
    const text = fc.option(fc.string({ unit: fc.constantFrom(..."ab \n"), maxLength: 2 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ name: text, email: text }), { minLength: 1, maxLength: 40 }),
        async (customers) => {
          only("customers", Object.fromEntries(customers.map((each, index) => [index + 1, each])));
          const shown = Object.values(await labels("selectCustomer"));
          expect(shown).toHaveLength(customers.length);
          expect(shown.filter((label) => label.trim() === "")).toEqual([]);
          expect(new Set(shown).size).toBe(customers.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the label of a ticket", () => {
  it("is its subject, then whose it is, then its id", async () => {
    const { customers } = sandbox().state;
    const customer = customers.get(1001) as NonNullable<ReturnType<State["customers"]["get"]>>;
    customers.set(1001, { ...customer, name: "Ada", email: "a@b.co" });
    customers.set(1002, { ...customer, id: 1002, name: "Bo", email: null });
    only("tickets", {
      1: { subject: "Late", customer_id: 1001 },
      2: { subject: "Late", customer_id: 1002 },
      3: { subject: "Broken", customer_id: 1001 },
      4: { subject: "Broken", customer_id: 1001 },
      5: { subject: null, customer_id: 1002 },
      6: { subject: " ", customer_id: null },
      7: { subject: "Unique", customer_id: null },
    });
    expect(await labels("selectTicket")).toEqual({
      1: "Late (a@b.co)",
      2: "Late (Bo)",
      3: "Broken (a@b.co) (3)",
      4: "Broken (a@b.co) (4)",
      5: "Bo",
      6: "Ticket 6",
      7: "Unique",
    });
  });
});

describe("the label of a message", () => {
  it("is its subject, then who sent it, then its id", async () => {
    const { customers } = sandbox().state;
    const customer = customers.get(1001) as NonNullable<ReturnType<State["customers"]["get"]>>;
    customers.set(1001, { ...customer, name: "Ada", email: "a@b.co" });
    const ada = { kind: "customer", id: 1001 };
    const anna = { kind: "user", id: 2 };
    only("messages", {
      1: { subject: "Late", sender: ada },
      2: { subject: "Late", sender: anna },
      3: { subject: "Broken", sender: ada },
      4: { subject: "Broken", sender: ada },
      5: { subject: null, sender: ada },
      6: { subject: "Unique", sender: null },
    });
    expect(await labels("selectMessage")).toEqual({
      1: "Late (a@b.co)",
      2: "Late (anna@sandbox.example)",
      3: "Broken (a@b.co) (3)",
      4: "Broken (a@b.co) (4)",
      5: "a@b.co",
      6: "Unique",
    });
  });

  // The time stands third among its names, and so it is shown for want of the first two.
  it("without subject and sender is its kind and id", async () => {
    only("messages", { 1: { subject: null, sender: null } });
    expect(await labels("selectMessage")).toEqual({ 1: "Message 1" });
  });
});

describe("the label of an event", () => {
  it("is its type, then what it is of and when", async () => {
    const at = (second: number) => ({
      created_datetime: `2025-01-06T08:00:0${second}.000000+00:00`,
    });
    only("events", {
      1: { type: "ticket-created", object_type: "Ticket", object_id: 5, ...at(1) },
      2: { type: "ticket-created", object_type: "Ticket", object_id: 5, ...at(2) },
      3: { type: "ticket-created", object_type: "Ticket", object_id: 6, ...at(1) },
      4: { type: "tag-created", object_type: "Tag", object_id: 201, ...at(1) },
      5: { type: "customer-updated", object_type: "Customer", object_id: 1001, ...at(1) },
      6: { type: "customer-updated", object_type: "Customer", object_id: 1001, ...at(1) },
    });
    expect(await labels("selectEvent")).toEqual({
      1: "ticket-created (Ticket 5, 2025-01-06T08:00:01.000000+00:00)",
      2: "ticket-created (Ticket 5, 2025-01-06T08:00:02.000000+00:00)",
      3: "ticket-created (Ticket 6, 2025-01-06T08:00:01.000000+00:00)",
      4: "tag-created",
      5: "customer-updated (Customer 1001, 2025-01-06T08:00:01.000000+00:00) (5)",
      6: "customer-updated (Customer 1001, 2025-01-06T08:00:01.000000+00:00) (6)",
    });
  });
});
