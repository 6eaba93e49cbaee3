import { useActions, useVirtualTime } from "../../../support/actions";

const { act, fail, sandbox, sent } = useActions();

const TIME = "2026-01-01T10:00:00.000000+00:00";

function channel(type: string, address: string, id = 9_000) {
  return {
    id,
    type,
    address,
    preferred: false,
    created_datetime: TIME,
    updated_datetime: TIME,
    deleted_datetime: null,
  };
}

function traffic() {
  return sent().map(({ method, path, query }) => [method, path, query.join("&")].join(" ").trim());
}
function writes() {
  return sent().filter(({ method, path }) => method !== "GET" && path !== "/api/search");
}

async function find(contact: Record<string, unknown>) {
  return (await act("findCustomer", contact)).data as { id: number; channels: unknown[] } | null;
}

describe("Find Customer", () => {
  it("finds by primary email with one list and one read, and returns the whole customer", async () => {
    const customer = await find({ email: " customer1003@example.com " });
    expect(customer).toMatchObject({ id: 1003, channels: [{ type: "email" }] });
    expect(traffic()).toEqual([
      "GET /api/customers email=customer1003@example.com",
      "GET /api/customers/1003",
    ]);
  });

  it("finds by an email in another letter case", async () => {
    expect(await find({ email: "Customer1003@EXAMPLE.com" })).toMatchObject({ id: 1003 });
  });

  it.each(["second@example.com", "Second@Example.COM"])(
    "finds by a secondary address: %s",
    async (email) => {
      sandbox().records.customers.change(1004, {
        channels: [channel("email", "second@example.com")] as never,
      });
      expect(await find({ email })).toMatchObject({ id: 1004 });
    },
  );

  it.each(["+14155550100", "+1 (415) 555-0100", "0014155550100"])(
    "finds by phone, however it is written: %s",
    async (phone) => {
      sandbox().records.customers.change(1005, {
        channels: [channel("phone", "+14155550100")] as never,
      });
      expect(await find({ phone })).toMatchObject({ id: 1005 });
    },
  );

  it("finds by a search what the lists do not find: a phone number without its +", async () => {
    sandbox().records.customers.change(1005, {
      channels: [channel("phone", "+14155550100")] as never,
    });
    expect(await find({ phone: "14155550100" })).toMatchObject({ id: 1005 });
    expect(sent()[3]).toMatchObject({
      method: "POST",
      path: "/api/search",
      body: { type: "customers_by_phone", query: "14155550100" },
    });
  });

  it("asks for an email as it is written and in lower case, then searches, the likeliest first", async () => {
    expect(await find({ email: "Nobody@Example.com" })).toBeNull();
    expect(traffic()).toEqual([
      "GET /api/customers email=Nobody@Example.com",
      "GET /api/customers email=nobody@example.com",
      "GET /api/customers channel_type=email&channel_address=Nobody@Example.com",
      "GET /api/customers channel_type=email&channel_address=nobody@example.com",
      "POST /api/search",
    ]);
    expect(sent()[4]?.body).toMatchObject({
      type: "customer_channel_email",
      query: "Nobody@Example.com",
    });
  });

  it("does not take a number that only contains the given one", async () => {
    sandbox().records.customers.change(1005, {
      channels: [channel("phone", "+14155550100")] as never,
    });
    expect(await find({ phone: "4155550100" })).toBeNull();
  });

  it("finds by external id", async () => {
    sandbox().records.customers.change(1006, { external_id: "shop-42" });
    expect(await find({ external_id: "shop-42" })).toMatchObject({ id: 1006 });
    expect(traffic()).toEqual([
      "GET /api/customers external_id=shop-42",
      "GET /api/customers/1006",
    ]);
  });

  it("goes by email first, then phone, then external id", async () => {
    const { customers } = sandbox().records;
    customers.change(1005, { channels: [channel("phone", "+14155550100")] as never });
    customers.change(1006, { external_id: "shop-42" });
    const rest = { phone: "+14155550100", external_id: "shop-42" };
    expect(await find({ email: "customer1003@example.com", ...rest })).toMatchObject({ id: 1003 });
    expect(await find({ email: "nobody@example.com", ...rest })).toMatchObject({ id: 1005 });
    expect(await find({ email: "nobody@example.com", external_id: "shop-42" })).toMatchObject({
      id: 1006,
    });
  });

  it.each(["phone", "sms", "whatsapp"])("finds by a number in a %s channel", async (type) => {
    sandbox().records.customers.change(1005, {
      channels: [channel(type, "+493012345678")] as never,
    });
    const customer = await find({ phone: "+49 (0)30 1234-5678" });
    expect(customer).toMatchObject({ id: 1005, found_by: "phone" });
  });

  it.each(["a..b@docomo.example", "jörg@müller.example", "JÖRG@xn--mller-kva.example"])(
    "takes addresses that customers have: %s",
    async (email) => {
      sandbox().records.customers.change(1004, { channels: [channel("email", email)] as never });
      expect(await find({ email })).toMatchObject({ id: 1004, found_by: "email" });
    },
  );

  it.each(["nobody", "two words@example.com", "Ada <ada@example.com>"])(
    "refuses what is no email address: %s",
    async (email) => {
      expect((await fail("findCustomer", { email })).message).toContain("Email");
      expect(sent()).toEqual([]);
    },
  );

  it("fails when nobody is found, if it is to", async () => {
    const { message } = await fail("findCustomer", {
      email: "nobody@example.com",
      external_id: "none",
      if_not_found: "fail",
    });
    expect(message).toBe(
      "No customer was found: nobody has Email nobody@example.com, External ID none.",
    );
  });

  it("returns null when nobody is found, and never writes", async () => {
    expect(
      await find({ email: "nobody@example.com", phone: "+4930123456", external_id: "none" }),
    ).toBeNull();
    expect(writes()).toEqual([]);
  });

  it("passes over an address that was deleted", async () => {
    sandbox().records.customers.change(1004, {
      email: null,
      channels: [{ ...channel("email", "gone@example.com"), deleted_datetime: TIME }] as never,
    });
    expect(await find({ email: "gone@example.com" })).toBeNull();
  });

  it("needs something to look for", async () => {
    const { message } = await fail("findCustomer");
    expect(message).toContain(
      "At least one of these inputs is required: Email, Phone, External ID",
    );
    expect(sent()).toEqual([]);
  });
});

describe("Find or Create Customer", () => {
  const NEW = { email: "new@example.com", phone: "+14155550177", external_id: "shop-77" };

  it("returns one that is there as it is, and writes nothing", async () => {
    const { data } = await act("findOrCreateCustomer", {
      email: "customer1003@example.com",
      name: "Another Name",
    });
    expect(data).toMatchObject({ customer: { id: 1003 }, created: false });
    expect((data as { customer: { name: string } }).customer.name).not.toBe("Another Name");
    expect(writes()).toEqual([]);
  });

  it("creates one that is not, with its addresses as channels, by one POST", async () => {
    const { data } = await act("findOrCreateCustomer", {
      ...NEW,
      name: "New Person",
      language: "fr",
      timezone: "Europe/Paris",
    });
    expect(writes()).toEqual([
      {
        method: "POST",
        path: "/api/customers",
        query: [],
        body: {
          email: "new@example.com",
          external_id: "shop-77",
          name: "New Person",
          language: "fr",
          timezone: "Europe/Paris",
          channels: [
            { type: "email", address: "new@example.com", preferred: true },
            { type: "phone", address: "+14155550177", preferred: true },
          ],
        },
      },
    ]);
    expect(data).toMatchObject({ customer: { email: "new@example.com" }, created: true });
  });

  it("finds the one it created before", async () => {
    const first = (await act("findOrCreateCustomer", NEW)).data as { customer: { id: number } };
    const second = (await act("findOrCreateCustomer", NEW)).data;
    expect(second).toMatchObject({ customer: { id: first.customer.id }, created: false });
    expect(writes()).toHaveLength(1);
  });

  it("finds the one that another run created meanwhile (409)", async () => {
    const waits = useVirtualTime();
    sandbox().onRequest(({ method, path }) => {
      const isCreation = method === "POST" && path === "/api/customers";
      if (isCreation) {
        sandbox().records.customers.add({ email: "new@example.com", name: "Race" });
      }
    });
    const { data } = await act("findOrCreateCustomer", { email: "new@example.com" });
    expect(data).toMatchObject({ customer: { name: "Race" }, created: false });
    expect(writes()).toHaveLength(1);
    expect(waits.every((ms) => ms === 0)).toBe(true);
  });

  it("finds the one that holds the address after a 400, too", async () => {
    sandbox().faults.add({
      method: "POST",
      path: "/api/customers",
      fault: { status: 400, body: { error: { msg: "Email exists." } } },
    });
    sandbox().onRequest(() => {
      if (writes().length > 0 && ![...sandbox().state.customers.values()].some(isNew)) {
        sandbox().records.customers.add({ email: "new@example.com" });
      }
    });
    const isNew = ({ email }: { email: string | null }) => email === "new@example.com";
    const { data } = await act("findOrCreateCustomer", { email: "new@example.com" });
    expect(data).toMatchObject({ created: false, found_by: "email" });
  });

  it("passes on that the connection may not create customers", async () => {
    sandbox().faults.add({ method: "POST", path: "/api/customers", fault: { status: 403 } });
    const { message } = await fail("findOrCreateCustomer", { email: "new@example.com" });
    expect(message).toContain("403");
    expect(message).not.toContain("Nobody who has");
  });

  it("passes a 400 on that is about something else", async () => {
    sandbox().faults.add({
      method: "POST",
      path: "/api/customers",
      fault: { status: 400, body: { error: { msg: "Bad language." } } },
    });
    const { message } = await fail("findOrCreateCustomer", { email: "new@example.com" });
    expect(message).toContain("Bad language");
    expect(message).not.toContain("Nobody who has");
  });

  it("stores a phone number in its compact form, and an odd address in the channel alone", async () => {
    await act("findOrCreateCustomer", {
      email: "a..b@docomo.example",
      phone: "0049 (0)30 / 1234-56",
    });
    expect(writes()[0]?.body).toEqual({
      channels: [
        { type: "email", address: "a..b@docomo.example", preferred: true },
        { type: "phone", address: "+4930123456", preferred: true },
      ],
    });
  });

  it("waits for one that Gorgias does not show at once after a 409", async () => {
    const waits = useVirtualTime();
    sandbox().faults.add({
      method: "POST",
      path: "/api/customers",
      fault: { status: 409, body: { error: { msg: "Taken." } } },
    });
    sandbox().onRequest(() => {
      const { customers } = sandbox().records;
      if (waits.includes(1_000) && ![...sandbox().state.customers.values()].some(isNew)) {
        customers.add({ email: "new@example.com" });
      }
    });
    const isNew = ({ email }: { email: string | null }) => email === "new@example.com";
    const { data } = await act("findOrCreateCustomer", { email: "new@example.com" });
    expect(data).toMatchObject({ customer: { email: "new@example.com" }, created: false });
    expect(waits).toEqual([0, 1_000]);
  });

  it("says so when it is taken and nobody is found", async () => {
    useVirtualTime();
    sandbox().faults.add({
      method: "POST",
      path: "/api/customers",
      fault: { status: 409, body: { error: { msg: "Taken." } } },
    });
    const { message } = await fail("findOrCreateCustomer", { email: "new@example.com" });
    expect(message).toContain("409");
    expect(message).toContain("no customer was created");
  });

  it("does not create when looking fails", async () => {
    sandbox().faults.add({ method: "GET", path: "/api/customers", fault: { status: 403 } });
    await fail("findOrCreateCustomer", { email: "new@example.com" });
    expect(writes()).toEqual([]);
  });
});
