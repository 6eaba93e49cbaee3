import { OAUTH_APP } from "gorgias-sandbox/seed";
import { bearerAuth, ManualClock, useSandbox } from "../support/sandboxClient";

const clock = new ManualClock();
const { call, sandbox } = useSandbox({ clock });
function email(address: string, preferred = false) {
  return { type: "email", address, preferred };
}
function create(customer: object) {
  return call("POST", "/api/customers", { channels: [], ...customer });
}

describe("create", () => {
  it("stores the customer with the channels", async () => {
    const input = {
      channels: [email("ada@example.com"), { type: "phone", address: "+331234" }],
      email: "ada@example.com",
      external_id: "shop-ada",
      language: "fr",
      name: "Ada King Lovelace",
      timezone: "Europe/London",
    };
    const { status, body } = await create(input);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        ...input,
        id: 1014,
        firstname: "Ada",
        lastname: "King Lovelace",
        channels: [
          expect.objectContaining({
            ...email("ada@example.com"),
            user: { id: 1014, name: input.name },
          }),
          expect.objectContaining({ type: "phone", address: "+331234", preferred: false }),
        ],
      }),
    ]);
    const read = { ...body, external_data: {}, ecommerce_data: {} };
    expect((await call("GET", "/api/customers/1014")).body).toEqual(read);
  });

  it("passes over keys that it does not know", async () => {
    const { status, body } = await create({ channels: [], name: "Ada L", firstname: "Eve" });
    expect([status, body.firstname]).toEqual([201, "Ada"]);
  });

  it.each([
    ["the first email channel", { channels: [email("a@b.co"), email("c@d.co")] }, "a@b.co"],
    ["the preferred one", { channels: [email("a@b.co"), email("c@d.co", true)] }, "c@d.co"],
    ["nowhere", { channels: [] }, null],
  ])("takes an absent email from %s", async (_, input, expected) => {
    expect((await create(input)).body.email).toBe(expected);
  });

  it("shows the email among the channels", async () => {
    const { body } = await create({ email: "only@example.com" });
    expect(body.channels).toMatchObject([email("only@example.com", true)]);
  });

  it.each([
    ["email", { email: "CUSTOMER1001@example.com" }],
    ["email", { channels: [email("customer1001@example.com")] }],
    ["external_id", { external_id: "mine" }],
  ])("answers 409 when the %s is taken", async (field, input) => {
    await call("PUT", "/api/customers/1002", { external_id: "mine" });
    const { status, body } = await create(input);
    expect([status, Object.keys(body.error.data)]).toEqual([409, [field]]);
  });
});

describe("update", () => {
  it("replaces the channels and keeps the rest", async () => {
    const before = (await call("PUT", "/api/customers/1001", { language: "en" })).body;
    const { status, body } = await call("PUT", "/api/customers/1001", {
      channels: [{ type: "phone", address: "+1" }],
    });
    expect([status, body.channels.length]).toEqual([202, 1]);
    expect(body.channels[0]).toMatchObject({ type: "phone", address: "+1" });
    expect({ ...body, channels: 0, updated_datetime: 0 }).toEqual({
      ...before,
      channels: 0,
      updated_datetime: 0,
    });
    expect(body.updated_datetime > before.updated_datetime).toBe(true);
  });

  it("clears by null", async () => {
    const { body } = await call("PUT", "/api/customers/1001", {
      name: null,
      email: null,
      language: null,
    });
    expect(body).toMatchObject({ name: null, email: null, language: null });
  });

  it("answers 409 for the email of another, not for its own", async () => {
    const put = (address: string) => call("PUT", "/api/customers/1001", { email: address });
    expect((await put("customer1002@example.com")).status).toBe(409);
    expect((await put("customer1001@example.com")).status).toBe(202);
  });
});

describe("data", () => {
  const put = (body: object) => call("PUT", "/api/customers/1001/data", body);
  const data = async () => (await call("GET", "/api/customers/1001")).body.data;

  it("is stored; the response is empty", async () => {
    const { status, body } = await put({ data: { vip: true } });
    expect([status, body, await data()]).toEqual([202, undefined, { vip: true }]);
  });

  it("of an older version is ignored without an error", async () => {
    await put({ data: 1, version: "2025-06-01T12:00:00" });
    expect((await put({ data: 2, version: "2025-06-01T13:59:00+02:00" })).status).toBe(202);
    expect(await data()).toBe(1);
    await put({ data: 3, version: "2025-06-01T12:00:01Z" });
    expect(await data()).toBe(3);
    await put({ data: 4 });
    expect(await data()).toBe(4);
  });

  it("answers 404 for a customer that does not exist", async () => {
    expect((await call("PUT", "/api/customers/1/data", { data: {} })).status).toBe(404);
  });
});

it("lists customers without channels", async () => {
  const { body } = await call("GET", "/api/customers?limit=1");
  expect(body.data[0]).not.toHaveProperty("channels");
});

it("adds custom field values to a customer when they are asked for", async () => {
  const { body } = await call("GET", "/api/customers/1001?relationships=custom_fields");
  expect(body.custom_fields).toEqual({});
});

describe("delete", () => {
  it("removes the customer; the tickets stay, without one", async () => {
    const { body } = await call("GET", "/api/tickets?limit=1");
    const { id, customer } = body.data[0];
    const path = `/api/customers/${customer.id}`;
    expect(await call("DELETE", path)).toMatchObject({ status: 204, body: undefined });
    for (const method of ["GET", "DELETE"]) {
      expect((await call(method, path)).status).toBe(404);
    }
    expect((await call("GET", `/api/tickets/${id}`)).body.customer).toBeNull();
  });
});

it("writes an event for each change", async () => {
  const { id } = (await create({ name: "E" })).body;
  await call("PUT", `/api/customers/${id}`, { name: "F" });
  await call("DELETE", `/api/customers/${id}`);
  const path = `/api/events?object_type=Customer&object_id=${id}&order_by=created_datetime:asc`;
  const types = (await call("GET", path)).body.data.map(({ type }: { type: string }) => type);
  expect(types).toEqual(["customer-created", "customer-updated", "customer-deleted"]);
});

it("finds a customer by a phone number among the channels", async () => {
  await create({ channels: [{ type: "phone", address: "+15551234" }] });
  const path = "/api/customers?channel_type=phone&channel_address=%2B15551234";
  expect((await call("GET", path)).body.data).toMatchObject([{ id: 1014 }]);
});

describe("delete of several", () => {
  const remove = (...ids: number[]) => call("DELETE", "/api/customers", { ids });

  it("removes all of them", async () => {
    expect((await remove(1001, 1003, 1001)).status).toBe(204);
    const statuses = [1001, 1002, 1003].map(
      async (id) => (await call("GET", `/api/customers/${id}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([404, 200, 404]);
  });

  it("removes none when one does not exist", async () => {
    expect((await remove(1001, 9)).status).toBe(404);
    expect((await call("GET", "/api/customers/1001")).status).toBe(200);
  });
});

describe("merge", () => {
  const merge = (source: number, target: number, values: object = {}) =>
    call("PUT", `/api/customers/merge?source_id=${source}&target_id=${target}`, values);

  it("leaves the target with channels and tickets of both", async () => {
    const tickets = (await call("GET", "/api/tickets?customer_id=1001&limit=100")).body.data.length;
    const own = (await call("GET", "/api/tickets?customer_id=1002&limit=100")).body.data.length;
    const { status, body: shown } = await merge(1001, 1002);
    // Recorded: the response shows the target as it was.
    expect([status, shown.channels.length]).toEqual([202, 1]);
    const { body } = await call("GET", "/api/customers/1002");
    expect(body.channels.map(({ address }: { address: string }) => address)).toEqual([
      "customer1002@example.com",
      "customer1001@example.com",
    ]);
    const { headers } = await call("GET", "/api/customers/1001");
    expect(headers.get("location")).toBe("/api/customers/1002");
    const after = (await call("GET", "/api/tickets?customer_id=1002&limit=100")).body.data;
    expect(after).toHaveLength(own + tickets);
  });

  it("sets the values of the body, of the source's own too", async () => {
    const channels = [{ type: "email", address: "customer1001@example.com" }];
    const values = { email: "customer1001@example.com", name: "One", language: "fr" };
    await merge(1001, 1002, { ...values, channels });
    const { body } = await call("GET", "/api/customers/1002");
    expect(body).toMatchObject({ id: 1002, ...values, channels });
    expect(body.channels).toHaveLength(1);
  });

  it.each([
    ["one customer with itself", 1001, 1001, {}, 400],
    ["with the email of a third", 1001, 1002, { email: "customer1003@example.com" }, 409],
    ["with an unknown value", 1001, 1002, { note: "x" }, 400],
  ])("refuses %s", async (_, source, target, values, expected) => {
    expect((await merge(source, target, values)).status).toBe(expected);
    expect((await call("GET", "/api/customers/1001")).status).toBe(200);
  });

  it("answers 409 when both hold data of the same integration", async () => {
    const { customers } = sandbox().records;
    customers.change(1001, { integrations: { 7: { vip: true }, 8: {} } });
    customers.change(1002, { integrations: { 8: {} } });
    customers.change(1003, { integrations: { 9: {} } });
    expect((await merge(1001, 1002)).status).toBe(409);
    expect((await merge(1001, 1003)).status).toBe(202);
    expect((await call("GET", "/api/customers/1003")).body.integrations).toEqual({
      7: { vip: true },
      8: {},
      9: {},
    });
  });

  it.each(["source_id=1001", "target_id=1002", ""])(
    "needs both ids, not only %j",
    async (query) => {
      expect((await call("PUT", `/api/customers/merge?${query}`, {})).status).toBe(400);
    },
  );
});

describe("the list filters language and timezone", () => {
  it.each(["limit=5", "order_by=created_datetime:asc", "cursor=abc"])(
    "are refused beside %s",
    async (other) => {
      const [name] = other.split("=");
      for (const filter of ["language=fr", "timezone=Europe/Paris"]) {
        const { status, body } = await call("GET", `/api/customers?${filter}&${other}`);
        expect([status, Object.keys(body.error.data)]).toEqual([400, [name]]);
      }
      expect((await call("GET", "/api/customers?language=fr")).status).toBe(200);
    },
  );
});

it("data of an app stand apart from those of an API key", async () => {
  const path = "/api/customers/1001/data";
  const bearer = { authorization: bearerAuth(sandbox()) };
  const { status, body } = await call("PUT", path, { data: { plan: "pro" } }, bearer);
  expect([status, body]).toEqual([202, undefined]);
  const read = (await call("GET", "/api/customers/1001")).body;
  expect([read.data, read.external_data]).toEqual([
    null,
    { [OAUTH_APP.id]: { plan: "pro", __app_name__: OAUTH_APP.name } },
  ]);
  await call("PUT", path, { data: { plan: "free" } });
  expect((await call("GET", "/api/customers/1001")).body.data).toEqual({ plan: "free" });
});
