import type { State } from "gorgias-sandbox";
import { useActions } from "../support/actions";
import { leaveOnly } from "../support/listedRecords";
import fc from "../support/properties";

const { pick, sandbox } = useActions();

/** What a data source shows, by key. */
async function labels(key: string, inputs = {}): Promise<Record<string, string>> {
  return Object.fromEntries(
    (await pick(key, inputs)).map((element) => [element.key, element.label]),
  );
}

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
    leaveOnly(sandbox(), "customers", customers);
    expect(await labels("selectCustomer")).toEqual(expected);
  });

  it("is cut when it is very long, and tells equal beginnings apart", async () => {
    leaveOnly(sandbox(), "customers", {
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
    leaveOnly(sandbox(), "customers", { 1: { name: "👩".repeat(200), email: null } });
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
    leaveOnly(sandbox(), "customers", customers);
    const shown = Object.values(await labels("selectCustomer"));
    expect(new Set(shown).size).toBe(Object.keys(customers).length);
  });

  // The last round is not compared with the labels that were unequal before it.
  it("is no other's: names with one id and with two in brackets", async () => {
    const named = (name: string) => ({ name, email: null });
    leaveOnly(sandbox(), "customers", {
      1: ADA,
      2: ADA,
      3: named("Ada (1)"),
      4: named("Ada (1) (1)"),
    });
    expect(new Set(Object.values(await labels("selectCustomer"))).size).toBe(4);
  });

  it("is filled and no other's, whatever they are called", async () => {
    const text = fc.option(fc.string({ unit: fc.constantFrom(..."ab \n"), maxLength: 2 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ name: text, email: text }), { minLength: 1, maxLength: 40 }),
        async (customers) => {
          leaveOnly(
            sandbox(),
            "customers",
            Object.fromEntries(customers.map((each, index) => [index + 1, each])),
          );
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
    leaveOnly(sandbox(), "tickets", {
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
    leaveOnly(sandbox(), "messages", {
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
    leaveOnly(sandbox(), "messages", { 1: { subject: null, sender: null } });
    expect(await labels("selectMessage")).toEqual({ 1: "Message 1" });
  });
});

describe("the label of an event", () => {
  it("is its type, then what it is of and when", async () => {
    const at = (second: number) => ({
      created_datetime: `2025-01-06T08:00:0${second}.000000+00:00`,
    });
    leaveOnly(sandbox(), "events", {
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
