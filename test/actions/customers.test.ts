import { actions, useActions } from "../support/actions";
import { nullableBodyFields } from "../support/contract";

const { act, ask, fail, lines, sandbox, sent } = useActions();

const CHANNELS = [
  { type: "email", address: "john@example.com", preferred: true },
  { type: "phone", address: "+14155551234", preferred: false },
];

describe("Create Customer", () => {
  it("sends every input, and returns the customer", async () => {
    const result = await act("createCustomer", {
      channels: CHANNELS,
      email: "john@example.com",
      external_id: "customer-84203241",
      language: "en",
      name: "John Smith",
      timezone: "UTC",
    });
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/api/customers",
        query: [],
        body: {
          channels: CHANNELS,
          email: "john@example.com",
          external_id: "customer-84203241",
          language: "en",
          name: "John Smith",
          timezone: "UTC",
        },
      },
    ]);
    const { id } = result.data as { id: number };
    expect(await ask(`/api/customers/${id}`)).toMatchObject(result.data as object);
    expect(result.data).toMatchObject({ name: "John Smith", email: "john@example.com" });
  });

  it("sends channels alone, also as text", async () => {
    await act("createCustomer", { channels: JSON.stringify(CHANNELS) });
    expect(sent()).toEqual([
      { method: "POST", path: "/api/customers", query: [], body: { channels: CHANNELS } },
    ]);
  });

  it.each([
    [{ channels: "" }, /^Channels is required; given ""\.$/],
    [{ channels: [] }, /^Channels is required; given \[\]\.$/],
    [{ channels: 5 }, /^Channels must be a list, not a number/],
    [{ channels: { type: "email" } }, /^Channels is not accepted: address is missing/],
    [{ channels: CHANNELS, email: "john" }, /^Email must be an email address; given "john"\.$/],
    [{ channels: CHANNELS, language: "english" }, /^Language must be one of .*"english"\.$/],
    [{ channels: CHANNELS, timezone: "Paris" }, /^Timezone must be one of .*"Paris"\.$/],
    [{ channels: CHANNELS, name: { first: "J" } }, /^Name must be text; given \{"first":"J"\}\.$/],
  ])("refuses %j before anything is sent", async (inputs, refusal) => {
    const error = await fail("createCustomer", inputs);
    expect([error.name, error.message]).toEqual(["InputError", expect.stringMatching(refusal)]);
    expect(sent()).toEqual([]);
  });

  it("is not sent again once it may have arrived, and says how to look", async () => {
    sandbox().faults.add({ method: "POST", fault: { reset: "after" } });
    const { message } = await fail("createCustomer", { channels: CHANNELS });
    expect(message).toContain("The customer may have been created all the same");
    expect(message).toContain("look with List Customers (Email or External ID)");
    expect(sent()).toHaveLength(1);
  });
});

describe("Get Customer", () => {
  it.each(["1001", 1001])("reads the customer with the id %p", async (id) => {
    const result = await act("getCustomer", { id });
    expect(sent()).toEqual([{ method: "GET", path: "/api/customers/1001", query: [] }]);
    expect(result).toEqual({ data: await ask("/api/customers/1001") });
  });

  it("reads the customer that another was merged into", async () => {
    sandbox().mergeCustomers(1001, 1002);
    const result = await act("getCustomer", { id: "1001" });
    expect(sent().map(({ path }) => path)).toEqual(["/api/customers/1001", "/api/customers/1002"]);
    expect(result).toEqual({ data: await ask("/api/customers/1002") });
  });

  it.each(["", "0", "1001/data", "../tickets/5", "1001?a=b"])("refuses the id %p", async (id) => {
    expect((await fail("getCustomer", { id })).message).toMatch(/^Customer ID /);
    expect(sent()).toEqual([]);
  });

  it("of nobody is Gorgias's error", async () => {
    expect(await fail("getCustomer", { id: "9999" })).toMatchObject({
      name: "GorgiasError",
      message: expect.stringMatching(
        /^Gorgias answered 404 to GET \/customers\/9999: Customer 9999 not found \(request ID \w+\)/,
      ),
      status: 404,
    });
  });
});

describe("Update Customer", () => {
  const ALL = {
    channels: CHANNELS,
    email: "john@example.com",
    external_id: "customer-84203241",
    language: "en",
    name: "John Smith",
    timezone: "UTC",
  };

  it("sends every input, and returns the customer", async () => {
    const result = await act("updateCustomer", { id: "1001", ...ALL });
    expect(sent()).toEqual([
      { method: "GET", path: "/api/customers/1001", query: [] },
      { method: "PUT", path: "/api/customers/1001", query: [], body: ALL },
    ]);
    expect(result.data).toMatchObject({ name: "John Smith", external_id: "customer-84203241" });
  });

  it.each(Object.entries(ALL))(
    "sends nothing but %s when that is all there is",
    async (key, value) => {
      await act("updateCustomer", { id: 1001, [key]: value });
      expect(sent().filter(({ method }) => method !== "GET")).toEqual([
        { method: "PUT", path: "/api/customers/1001", query: [], body: { [key]: value } },
      ]);
    },
  );

  it("with nothing set is refused before anything is sent", async () => {
    const error = await fail("updateCustomer", { id: "1001" });
    expect(error).toMatchObject({
      name: "InputError",
      message: "There is nothing to update: set an input beside the ID, or Clear Fields.",
    });
    expect(sent()).toEqual([]);
  });

  it("offers the contract's nullable fields to clear", () => {
    const clear = actions.updateCustomer?.inputs.find(({ key }) => key === "clear_fields");
    const choices = nullableBodyFields("update-customer");
    expect(choices).toContain("external_id");
    expect(clear?.model?.map(({ value }) => value).sort()).toEqual(choices.sort());
  });

  it.each(nullableBodyFields("update-customer"))("clears %s", async (field) => {
    const result = await act("updateCustomer", { id: "1001", clear_fields: [field] });
    expect(sent()).toEqual([
      { method: "PUT", path: "/api/customers/1001", query: [], body: { [field]: null } },
    ]);
    expect(result.data).toMatchObject({ id: 1001, [field]: null });
  });

  it("sets some fields and clears others", async () => {
    await act("updateCustomer", {
      id: "1001",
      name: "John",
      clear_fields: ["language", "timezone"],
    });
    expect(sent()).toMatchObject([{ body: { name: "John", language: null, timezone: null } }]);
  });

  it("refuses a field that is both set and cleared", async () => {
    const error = await fail("updateCustomer", {
      id: "1001",
      name: "John",
      clear_fields: ["language", "name"],
    });
    expect(error).toMatchObject({
      name: "InputError",
      message: "Clear Fields names Name, which another input sets: do one or the other.",
    });
    expect(sent()).toEqual([]);
  });

  it("of a customer that was merged is an error that names the one that remains", async () => {
    sandbox().mergeCustomers(1001, 1002);
    const { message } = await fail("updateCustomer", { id: "1001", name: "John" });
    expect(message).toContain("merged into 1002");
    expect(sent()).toHaveLength(1);
  });
});

describe("Update Customer Data", () => {
  it.each<[what: string, given: unknown, data: unknown]>([
    ["an object", { tier: "gold" }, { tier: "gold" }],
    ["an empty object", {}, {}],
    ["JSON text of an object", '{"tier": "gold"}', { tier: "gold" }],
    ["JSON text on several lines", ' {\n"tier":\n"gold"}\n', { tier: "gold" }],
    ["JSON text of a list", '[{"tier": "gold"}]', [{ tier: "gold" }]],
    ["other text", "Your customer data here", "Your customer data here"],
    ["text with blanks around it", "  VIP \n", "  VIP \n"],
    ["text that is no JSON object", '{"tier": gold}', '{"tier": gold}'],
    ["text of a number", "42", "42"],
    ["text of a text", '"gold"', '"gold"'],
  ])("sends %s as it should be", async (_, given, data) => {
    const result = await act("updateCustomerData", { id: "1001", data: given });
    expect(sent()).toEqual([
      { method: "PUT", path: "/api/customers/1001/data", query: [], body: { data } },
    ]);
    expect(result).toEqual({ data: { message: "Success" } });
    expect(sandbox().state.customers.get(1001)?.data).toEqual(data);
  });

  it("sends the version beside it, to the microsecond", async () => {
    const version = "2022-05-13T12:34:21.918927";
    await act("updateCustomerData", { id: "1001", data: { tier: "gold" }, version });
    expect(sent()).toMatchObject([{ body: { data: { tier: "gold" }, version } }]);
    expect(sandbox().state.customers.get(1001)?.data_version).toBe(`${version}+00:00`);
  });

  it.each<[inputs: Record<string, unknown>, refusal: RegExp]>([
    [{ data: "" }, /^Data is required/],
    [{ data: '{"id": 9007199254740993}' }, /^Data holds a whole number too large to be exact/],
    [{ data: "null" }, /^Data must be JSON; given "null"\.$/],
    [{ data: {}, version: "2022-05-13" }, /^Version must be a date and time/],
    [{ data: {}, id: "x" }, /^Customer ID must be a whole number/],
  ])("refuses %j before anything is sent", async (inputs, refusal) => {
    const error = await fail("updateCustomerData", { id: "1001", ...inputs });
    expect(error.message).toMatch(refusal);
    expect(sent()).toEqual([]);
  });
});

describe("Delete Customer", () => {
  it("deletes the customer, and says so", async () => {
    const result = await act("deleteCustomer", { id: "1001" });
    expect(sent()).toEqual([{ method: "DELETE", path: "/api/customers/1001", query: [] }]);
    expect(result).toEqual({ data: { message: "Success" } });
    expect(sandbox().state.customers.has(1001)).toBe(false);
  });

  it("of nobody is Gorgias's error", async () => {
    expect((await fail("deleteCustomer", { id: "9999" })).status).toBe(404);
  });
});

describe("List Customers", () => {
  it("sends every filter, and returns Gorgias's envelope", async () => {
    sandbox().state.customers.set(1001, {
      ...(sandbox().state.customers.get(1001) as NonNullable<unknown>),
      email: "john@example.com",
      external_id: "customer-84203241",
      language: "fr",
      name: "John Smith",
      timezone: "UTC",
    } as never);
    const query = [
      "email=john@example.com",
      "external_id=customer-84203241",
      "id=1001",
      "order_by=updated_datetime:asc",
      "view_id=504",
      "name=John Smith",
      "channel_type=email",
      "channel_address=customer1001@example.com",
      "limit=30",
    ];
    const result = await act("listCustomers", {
      ...Object.fromEntries(query.map((pair) => pair.split("=", 2))),
    });
    expect(sent()).toEqual([{ method: "GET", path: "/api/customers", query, body: undefined }]);
    const search = new URLSearchParams(query.map((pair) => pair.split("=", 2) as [string, string]));
    expect(result).toEqual({ data: await ask(`/api/customers?${search}`) });
    expect(result.data).toMatchObject({
      object: "list",
      data: [{ id: 1001, name: "John Smith" }],
      meta: { prev_cursor: null, next_cursor: null },
    });
  });

  it("reads the page that a cursor points at", async () => {
    const first = (await act("listCustomers", { limit: "5" })).data as Envelope;
    const cursor = first.meta.next_cursor;
    const second = (await act("listCustomers", { limit: 5, cursor })).data as Envelope;
    expect(sent()).toEqual([
      { method: "GET", path: "/api/customers", query: ["limit=5"] },
      { method: "GET", path: "/api/customers", query: [`cursor=${cursor}`, "limit=5"] },
    ]);
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, index) => 1013 - index),
    );
  });
});

interface Envelope {
  data: { id: number }[];
  meta: { next_cursor: string | null };
}

describe("channels that an update of a customer takes off", () => {
  it("are named in the log, before it is sent", async () => {
    const { channels } = (await ask("/api/customers/1001")) as {
      channels: { type: string; address: string }[];
    };
    await act("updateCustomer", { id: "1001", channels: CHANNELS });
    const gone = channels.map(({ type, address }) => `${type} ${address}`).join(", ");
    expect(lines()).toContain(
      `warn: Channels replaces all contact channels of customer 1001. Removed: ${gone}.`,
    );
  });

  it("are told apart by what they are, not by how they are written", async () => {
    const phones = ["phone", "sms", "whatsapp"].map((type) => ({
      type,
      address: "+1 (555) 123-4567",
    }));
    const given = [...phones, { type: "email", address: "John@Example.com" }];
    await act("updateCustomer", { id: "1001", channels: given });
    // Gorgias keeps a phone number as it was typed.
    expect(sent().at(-1)?.body).toEqual({ channels: given });
    const compact = phones.map((channel) => ({ ...channel, address: "+15551234567" }));
    const kept = [...compact, { type: "email", address: "john@example.com" }];
    await act("updateCustomer", { id: "1001", channels: kept });
    await act("updateCustomer", { id: "1001", channels: [compact[0], kept[3]] });
    expect(
      lines()
        .filter((line) => line.includes("Removed"))
        .slice(1),
    ).toEqual([expect.stringMatching(/Removed: sms \+15551234567, whatsapp \+15551234567\.$/)]);
  });

  it.each([
    [{ type: "phone", address: null }, "phone without an address"],
    [{ type: "phone" }, "phone without an address"],
    [{}, "a channel without an address"],
  ])("are named without an address: %j", async (channel, named) => {
    const body = { id: 1001, channels: [channel] };
    sandbox().faults.add({
      method: "GET",
      path: "/api/customers/1001",
      fault: { status: 200, body },
    });
    await act("updateCustomer", { id: "1001", channels: CHANNELS });
    expect(lines()).toContain(
      `warn: Channels replaces all contact channels of customer 1001. Removed: ${named}.`,
    );
  });

  it("are none when all are kept", async () => {
    const { channels } = (await ask("/api/customers/1001")) as { channels: object[] };
    await act("updateCustomer", { id: "1001", channels });
    expect(lines().filter((line) => line.startsWith("warn"))).toEqual([]);
  });
});

describe("List Customers by Language or Timezone", () => {
  function speakSwahili() {
    const { customers } = sandbox().state;
    for (const id of [1001, 1003]) {
      customers.set(id, { ...customers.get(id), language: "sw" } as never);
    }
  }

  const languageOf = (data: unknown) =>
    (data as { data: { language: string }[] }).data.map(({ language }) => language);

  it("asks Gorgias when no page is asked for", async () => {
    await act("listCustomers", { language: "en" });
    expect(sent()).toEqual([{ method: "GET", path: "/api/customers", query: ["language=en"] }]);
  });

  it("keeps to a Limit here", async () => {
    speakSwahili();
    const { data } = await act("listCustomers", { language: "sw", limit: "1" });
    expect(sent()).toEqual([{ method: "GET", path: "/api/customers", query: ["language=sw"] }]);
    expect(languageOf(data)).toEqual(["sw"]);
  });

  it.each([
    { order_by: "created_datetime:asc" },
    { order_by: "created_datetime:asc", limit: "50" },
    { fetchAll: "true" },
  ])("beside %j leaves out here those who do not match", async (page) => {
    speakSwahili();
    const { data } = await act("listCustomers", { language: "sw", ...page });
    const query = sent().flatMap((request) => request.query);
    expect(query.join()).not.toMatch(/language|timezone/);
    expect(languageOf(data)).toEqual(["sw", "sw"]);
    expect(lines().join()).toMatch(/info: GET \/customers: Gorgias refuses Language/);
  });
});

describe("Merge Customers", () => {
  it("refuses to merge a customer into itself, before anything is sent", async () => {
    const error = await fail("mergeCustomers", { source_id: "1001", target_id: "1001" });
    expect([error.name, error.message]).toEqual([
      "InputError",
      "Source Customer ID and Target Customer ID must differ; given 1001 twice.",
    ]);
    expect(sent()).toEqual([]);
  });
});
