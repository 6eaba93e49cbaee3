import { useActions } from "../../../support/actions";

const { act, ask, fail, sandbox, sent } = useActions();

const TIMES = {
  created_datetime: "2026-01-01T10:00:00.000000+00:00",
  updated_datetime: "2026-01-01T10:00:00.000000+00:00",
  deleted_datetime: null,
};
const EMAIL = { id: 1, type: "email", address: "customer1001@example.com", preferred: true };
const PHONE = { id: 2, type: "phone", address: "+1 (415) 555-0100", preferred: true };

function withChannels(...channels: object[]) {
  sandbox().records.customers.change(1001, {
    channels: channels.map((channel) => ({ ...TIMES, ...channel })) as never,
  });
}

async function add(inputs: Record<string, unknown>) {
  const { data } = await act("addCustomerChannel", { customer_id: "1001", ...inputs });
  return data as { customer: { id: number }; added: boolean };
}

function writes() {
  return sent().filter(({ method }) => method !== "GET" && method !== "POST");
}

it("adds an address and keeps all others, by one update", async () => {
  withChannels(EMAIL, PHONE);
  const result = await add({ type: "sms", address: "+49 (0)30 1234" });
  expect(writes().map(({ method, path, body }) => [method, path, body])).toEqual([
    [
      "PUT",
      "/api/customers/1001",
      {
        channels: [
          { type: "email", address: "customer1001@example.com", preferred: true },
          { type: "phone", address: "+1 (415) 555-0100", preferred: true },
          { type: "sms", address: "+49301234", preferred: false },
        ],
      },
    ],
  ]);
  expect(result).toMatchObject({ customer: { id: 1001 }, added: true });
});

it("makes it the main one of its kind if it is to, in the place of the other", async () => {
  withChannels(EMAIL, PHONE);
  await add({ type: "phone", address: "+14155550199", preferred: "true" });
  expect(writes()[0]?.body).toMatchObject({
    channels: [
      { type: "email", preferred: true },
      { address: PHONE.address, preferred: false },
      { address: "+14155550199", preferred: true },
    ],
  });
});

it.each([
  ["phone", "0014155550100"],
  ["email", "Customer1001@Example.com"],
])("writes nothing when the customer has the %s address %s", async (type, address) => {
  withChannels(EMAIL, PHONE);
  expect(await add({ type, address })).toMatchObject({ customer: { id: 1001 }, added: false });
  expect(writes()).toEqual([]);
});

it("leaves out channels that were deleted, and keeps a main address that is in none", async () => {
  withChannels({ ...PHONE, deleted_datetime: TIMES.created_datetime });
  await add({ type: "phone", address: "+14155550199" });
  expect(writes()[0]?.body).toMatchObject({
    channels: [
      { type: "email", address: "customer1001@example.com", preferred: true },
      { type: "phone", address: "+14155550199" },
    ],
  });
});

it("takes an address of a custom channel as it is", async () => {
  withChannels(EMAIL);
  await add({ type: "loyalty-app", address: " Member (42) " });
  expect(writes()[0]?.body).toMatchObject({
    channels: [{ type: "email" }, { type: "loyalty-app", address: "Member (42)" }],
  });
});

it("of a customer whom Gorgias shows without channels keeps the email", async () => {
  const { channels: _, ...body } = (await ask("/api/customers/1001")) as { channels: unknown };
  sandbox().faults.add({ path: "/api/customers/1001", fault: { status: 200, body } });
  await add({ type: "sms", address: "+14155550199" });
  expect(writes()[0]?.body).toMatchObject({
    channels: [
      { type: "email", address: "customer1001@example.com", preferred: true },
      { type: "sms", address: "+14155550199" },
    ],
  });
});

it("refuses to lose a channel that an update cannot keep", async () => {
  withChannels(EMAIL, { id: 3, type: "chat", address: null });
  const { message } = await fail("addCustomerChannel", {
    customer_id: "1001",
    type: "phone",
    address: "+14155550199",
  });
  expect(message).toContain("has a chat channel without an address");
  expect(writes()).toEqual([]);
});

it.each([
  [{ type: "email", address: "nobody" }, "Address must be an email address"],
  [{ type: "phone", address: "none" }, "Address must be a phone number"],
  [{ type: "phone" }, "Address is required"],
  [{ address: "+14155550199" }, "Channel Type is required"],
])("refuses %j", async (inputs, text) => {
  const { message } = await fail("addCustomerChannel", { customer_id: "1001", ...inputs });
  expect(message).toContain(text);
  expect(sent()).toEqual([]);
});

it("finds the customer by email, and fails when there is none", async () => {
  const phone = { type: "phone", address: "+14155550199" };
  await act("addCustomerChannel", { customer_email: "customer1002@example.com", ...phone });
  expect(writes()[0]?.path).toBe("/api/customers/1002");
  const { message } = await fail("addCustomerChannel", { customer_id: "999999", ...phone });
  expect(message).toContain("nobody has Customer ID 999999");
});
