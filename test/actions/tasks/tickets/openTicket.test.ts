import { useActions } from "../../../support/actions";

const { act, fail, lines, sandbox, sent } = useActions();

const SUPPORT = "support@sandbox.example";
const CUSTOMER = { customer_email: "customer1001@example.com" };
const TEXT = { body_text: "Where is it?", body_html: "<p>Where is it?</p>" };

interface Opened {
  ticket: { id: number; [key: string]: unknown };
  created: boolean;
}

async function open(inputs: Record<string, unknown>) {
  return (await act("openTicket", { ...CUSTOMER, ...TEXT, ...inputs })).data as Opened;
}

function writes() {
  return sent().filter(({ method, path }) => method === "POST" && path !== "/api/search");
}

function body() {
  expect(writes()).toHaveLength(1);
  return writes()[0]?.body as { [key: string]: unknown; messages: Record<string, unknown>[] };
}

/** @returns the error; nothing was written. */
async function refusal(inputs: Record<string, unknown>) {
  const { message } = await fail("openTicket", { ...CUSTOMER, ...TEXT, ...inputs });
  expect(writes()).toEqual([]);
  return message;
}

function secondIntegration() {
  const first = sandbox().state.integrations.get(401);
  sandbox().state.integrations.set(499, {
    ...(first as NonNullable<typeof first>),
    id: 499,
    name: "Sales",
    meta: { address: "sales@sandbox.example" },
  });
}

describe("a ticket by a customer", () => {
  it("is one POST of a message from the customer to the account", async () => {
    const name = sandbox().state.customers.get(1001)?.name;
    const result = await open({ subject: "My order" });
    expect(body()).toEqual({
      channel: "email",
      via: "api",
      from_agent: false,
      customer: { id: 1001 },
      subject: "My order",
      messages: [
        {
          ...TEXT,
          subject: "My order",
          channel: "email",
          via: "api",
          from_agent: false,
          source: {
            type: "email",
            from: { name, address: "customer1001@example.com" },
            to: [{ name: sandbox().state.integrations.get(401)?.name, address: SUPPORT }],
          },
          sender: { id: 1001 },
        },
      ],
    });
    expect(result).toMatchObject({ created: true, ticket: { customer: { id: 1001 } } });
  });

  it.each(["email", "contact_form"])("on %s can be replied to", async (channel) => {
    const { ticket } = await open({ channel, subject: "My order" });
    const given = { ticket_id: String(ticket.id), body_text: "On its way." };
    expect((await act("replyToTicket", given)).data).toMatchObject({
      channel: "email",
      source: { from: { address: SUPPORT }, to: [{ address: "customer1001@example.com" }] },
    });
  });

  it("of nobody known creates the customer first, once", async () => {
    const inputs = { customer_email: "new@example.com", customer_name: "New Person" };
    const { ticket } = await open(inputs);
    expect(ticket).toMatchObject({ customer: { email: "new@example.com", name: "New Person" } });
    await open(inputs);
    expect(writes().map(({ path }) => path)).toEqual([
      "/api/customers",
      "/api/tickets",
      "/api/tickets",
    ]);
  });

  it("takes a customer by ID, and everything else that a ticket has", async () => {
    const tag = "refund";
    await open({
      customer_id: "1002",
      customer_email: "",
      from_address: SUPPORT,
      tags: [tag, " vip "],
      user: "anna@sandbox.example",
      team: "Escalations",
      priority: "high",
      custom_fields: [{ key: "301", value: "Shoe" }],
      attachments: [
        {
          url: "https://uploads.gorgias.io/a/b.pdf",
          name: "b.pdf",
          content_type: "application/pdf",
        },
      ],
    });
    expect(body()).toMatchObject({
      customer: { id: 1002 },
      tags: [{ name: "refund" }, { name: "vip" }],
      assignee_user: { id: 2 },
      assignee_team: { id: 102 },
      priority: "high",
      custom_fields: [{ id: 301, value: "Shoe" }],
      messages: [{ attachments: [{ name: "b.pdf" }] }],
    });
  });

  it("on another channel needs no addresses, and reads no integrations", async () => {
    await open({ channel: "phone" });
    expect(body().messages[0]).not.toHaveProperty("source");
    expect(sent().some(({ path }) => path === "/api/integrations")).toBe(false);
  });
});

describe("a ticket by an agent", () => {
  it("is an email from the account to the customer, for Gorgias to send, and the log says so", async () => {
    const { ticket } = await open({ written_by: "agent", sender_id: "2" });
    expect(body()).toMatchObject({
      from_agent: true,
      messages: [
        {
          from_agent: true,
          source: { from: { address: SUPPORT }, to: [{ address: "customer1001@example.com" }] },
          sender: { id: 2 },
          receiver: { id: 1001 },
        },
      ],
    });
    expect(body().messages[0]).not.toHaveProperty("sent_datetime");
    expect(lines().join("\n")).toContain(
      `Open Ticket sends an email from ${SUPPORT} to customer1001@example.com.`,
    );
    const given = { ticket_id: String(ticket.id), body_text: "And one more thing." };
    expect((await act("replyToTicket", given)).data).toMatchObject({ receiver: { id: 1001 } });
  });

  it("is one by email only", async () => {
    expect(await refusal({ written_by: "agent", channel: "sms" })).toContain(
      "Channel must be email when Written By is agent",
    );
  });
});

describe("the From Address", () => {
  it("must belong to an email integration", async () => {
    const message = await refusal({ from_address: "ceo@example.com" });
    expect(message).toContain("From Address must belong to an email integration");
    expect(message).toContain(SUPPORT);
  });

  it("is required where there are several", async () => {
    secondIntegration();
    expect(await refusal({})).toContain("From Address is required");
    await open({ from_address: "Sales@Sandbox.example" });
    expect(body().messages[0]).toMatchObject({
      source: { to: [{ name: "Sales", address: "sales@sandbox.example" }] },
    });
  });

  it("means nothing on another channel", async () => {
    expect(await refusal({ channel: "phone", from_address: SUPPORT })).toContain(
      "From Address must be left blank on the channel phone",
    );
  });
});

describe("a ticket with an External ID", () => {
  const EXTERNAL = { external_id: "order-1042" };

  it("is opened once, however often it is run", async () => {
    const first = await open(EXTERNAL);
    const second = await open(EXTERNAL);
    expect(second).toMatchObject({ created: false, ticket: { id: first.ticket.id } });
    expect(body()).toMatchObject(EXTERNAL);
  });

  it("is found after a response that was lost", async () => {
    sandbox().faults.add({ method: "POST", path: "/api/tickets", fault: { reset: "after" } });
    const { message } = await fail("openTicket", { ...CUSTOMER, ...TEXT, ...EXTERNAL });
    expect(message).toContain("run this again, it looks for the External ID first");
    expect(await open(EXTERNAL)).toMatchObject({ created: false });
    expect(writes()).toHaveLength(1);
  });
});

it("without one, the error of a lost response says where to look", async () => {
  sandbox().faults.add({ method: "POST", path: "/api/tickets", fault: { reset: "after" } });
  const { message } = await fail("openTicket", { ...CUSTOMER, ...TEXT });
  expect(message).toContain("look with List Customer Tickets");
  expect(writes()).toHaveLength(1);
});

it.each<[Record<string, unknown>, string]>([
  [{ customer_email: "" }, "Customer ID, Customer Email"],
  [{ customer_id: "999999" }, "nobody has Customer ID 999999"],
  [{ body_text: "", body_html: " " }, "Body Text, Body HTML"],
  [{ channel: "internal-note" }, "Channel must be one that a customer uses"],
  [{ customer_email: SUPPORT }, "comes back to it"],
  [{ user: "who@sandbox.example" }, "User must be a user"],
  [{ custom_fields: [{ key: "No such field", value: "x" }] }, "Custom Fields must name"],
])("refuses %j before anything is written", async (inputs, text) => {
  expect(await refusal(inputs)).toContain(text);
});

it("refuses a customer without an email address, for a ticket by email", async () => {
  sandbox().records.customers.change(1003, { email: null, channels: [] });
  expect(await refusal({ customer_id: "1003" })).toContain("customer 1003 has none");
});
