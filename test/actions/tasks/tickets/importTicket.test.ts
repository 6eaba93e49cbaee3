import { useActions } from "../../../support/actions";

const { act, fail, sandbox, sent } = useActions();

const SUPPORT = "support@sandbox.example";
const QUESTION = { from_agent: false, body_text: "Where?", sent_datetime: "2024-03-01T09:00:00" };
const ANSWER = { from_agent: true, body_text: "There.", sent_datetime: "2024-03-01T10:30:00" };
const GIVEN = { external_id: "zendesk-1", customer_email: "customer1001@example.com" };

interface Imported {
  ticket: { id: number; messages: { sent_datetime: string | null }[] };
  created: boolean;
}

function given(messages: unknown, inputs: Record<string, unknown> = {}) {
  return { ...GIVEN, messages: JSON.stringify(messages), ...inputs };
}

async function importTicket(messages: unknown, inputs: Record<string, unknown> = {}) {
  return (await act("importTicket", given(messages, inputs))).data as Imported;
}

function writes() {
  return sent().filter(({ method, path }) => method === "POST" && path !== "/api/search");
}

function body() {
  expect(writes()).toHaveLength(1);
  return writes()[0]?.body as { [key: string]: unknown; messages: Record<string, unknown>[] };
}

it("stores the messages as sent and received, and mails nobody", async () => {
  const name = sandbox().state.customers.get(1001)?.name;
  const { ticket, created } = await importTicket([QUESTION, ANSWER], { subject: "Where?" });
  const customer = { name, address: "customer1001@example.com" };
  const account = { name: sandbox().state.integrations.get(401)?.name, address: SUPPORT };
  expect(body()).toEqual({
    channel: "email",
    via: "api",
    from_agent: false,
    customer: { id: 1001 },
    subject: "Where?",
    external_id: "zendesk-1",
    status: "closed",
    imported: true,
    created_datetime: "2024-03-01T09:00:00",
    closed_datetime: "2024-03-01T10:30:00",
    messages: [
      {
        ...QUESTION,
        body_html: "<div>Where?</div>",
        channel: "email",
        via: "api",
        sender: { id: 1001 },
        source: { type: "email", from: customer, to: [account] },
        created_datetime: "2024-03-01T09:00:00",
      },
      {
        ...ANSWER,
        body_html: "<div>There.</div>",
        channel: "email",
        via: "api",
        receiver: { id: 1001 },
        source: { type: "email", from: account, to: [customer] },
        created_datetime: "2024-03-01T10:30:00",
      },
    ],
  });
  expect(created).toBe(true);
  expect(sandbox().state.outbox).toEqual([]);
  expect(ticket.messages.every(({ sent_datetime }) => sent_datetime !== null)).toBe(true);
});

it.each([
  ["no sent_datetime", { ...ANSWER, sent_datetime: undefined }],
  ["a blank one", { ...ANSWER, sent_datetime: "" }],
  ["null", { ...ANSWER, sent_datetime: null }],
  [
    "only a created_datetime",
    { ...ANSWER, sent_datetime: undefined, created_datetime: "2024-03-01T10:30:00" },
  ],
  ["a from_agent in text", { ...ANSWER, sent_datetime: undefined, from_agent: "true" }],
])("refuses a message of an agent with %s, before anything is sent", async (_, message) => {
  const error = await fail("importTicket", given([QUESTION, message]));
  expect(error.message).toMatch(/Messages .*(sent_datetime|date and time)/);
  expect(sent()).toEqual([]);
});

it("takes internal notes, other channels, and what a message says of itself", async () => {
  const note = {
    channel: "internal-note",
    from_agent: true,
    body_text: "VIP",
    created_datetime: "2024-03-01T09:10:00",
  };
  const source = { type: "email", from: { address: "old@example.com" }, to: [] };
  const own = { ...QUESTION, source, sender: { id: 1002 }, via: "email", external_id: "m-1" };
  const call = { ...QUESTION, channel: "phone" };
  await importTicket([own, note, call], { from_address: "gone@shop.example" });
  expect(body().messages).toMatchObject([
    { source: { from: { address: "old@example.com" } }, sender: { id: 1002 }, via: "email" },
    { public: false, sent_datetime: "2024-03-01T09:10:00" },
    { channel: "phone", sender: { id: 1001 } },
  ]);
  expect(body().messages[1]).not.toHaveProperty("receiver");
  expect(body().messages[2]).not.toHaveProperty("source");
});

it("takes a From Address that the account has no more", async () => {
  await importTicket([ANSWER], { from_address: "gone@shop.example" });
  expect(body().messages[0]).toMatchObject({ source: { from: { address: "gone@shop.example" } } });
  expect(sent().some(({ path }) => path === "/api/integrations")).toBe(false);
});

it("keeps the recipients and the HTML that a message tells, and fills in its sender", async () => {
  const to = [{ address: "help@shop.example" }];
  const { body_text: _, ...question } = QUESTION;
  const own = { ...question, body_html: "<p>Where?</p>", source: { type: "email", to } };
  await importTicket([own]);
  expect(body().messages).toMatchObject([
    {
      body_html: "<p>Where?</p>",
      body_text: "Where?",
      source: { from: { address: "customer1001@example.com" }, to },
    },
  ]);
});

it("makes no text of a message that has none, such as one of attachments alone", async () => {
  const { body_text: _, ...question } = QUESTION;
  await importTicket([question]);
  expect(body().messages[0]).not.toHaveProperty("body_text");
  expect(body().messages[0]).not.toHaveProperty("body_html");
});

it("claims no time that is not known", async () => {
  const note = { channel: "internal-note", from_agent: true, body_text: "VIP" };
  await importTicket([note]);
  expect(body()).not.toHaveProperty("created_datetime");
  expect(body()).not.toHaveProperty("closed_datetime");
  expect(body().messages[0]).not.toHaveProperty("sent_datetime");
});

it("of messages in any order begins with the earliest and, if it is open, has no end", async () => {
  await importTicket([ANSWER, QUESTION], { status: "open" });
  expect(body()).toMatchObject({ status: "open", created_datetime: "2024-03-01T09:00:00" });
  expect(body()).not.toHaveProperty("closed_datetime");
});

describe("a repeated run", () => {
  it("writes nothing", async () => {
    const first = await importTicket([QUESTION, ANSWER]);
    const second = await importTicket([QUESTION, ANSWER]);
    expect(second).toMatchObject({ created: false, ticket: { id: first.ticket.id } });
    expect(writes()).toHaveLength(1);
  });

  it("after a response that was lost writes nothing either", async () => {
    sandbox().faults.add({ method: "POST", path: "/api/tickets", fault: { reset: "after" } });
    const { message } = await fail("importTicket", given([QUESTION]));
    expect(message).toContain("run this again, it looks for the External ID first");
    expect(await importTicket([QUESTION])).toMatchObject({ created: false });
    expect(writes()).toHaveLength(1);
  });

  it("goes by the External ID to the letter, and asks for nothing else first", async () => {
    sandbox().faults.add({
      method: "GET",
      path: "/api/tickets",
      fault: { status: 200, body: { data: [{ id: 5, external_id: "zendesk-10" }], meta: {} } },
    });
    expect(await importTicket([QUESTION])).toMatchObject({ created: true });
    expect(sent()[0]).toMatchObject({ path: "/api/tickets", query: ["external_id=zendesk-1"] });
  });
});

it.each<[Record<string, unknown>, string]>([
  [{ external_id: "" }, "External ID is required"],
  [{ messages: "[]" }, "Messages is required"],
  [{ messages: '{"body_text": "x"}' }, "Messages"],
  [{ messages: '[{"body_text": "x"}]' }, "from_agent"],
  [{ messages: '["Where?"]' }, "Messages is not accepted: row 1 must be an object, not text"],
  [{ customer_email: "" }, "Customer ID, Customer Email"],
  [{ messages: JSON.stringify(Array(501).fill(QUESTION)) }, "Messages"],
])("refuses %j", async (inputs, text) => {
  const error = await fail("importTicket", { ...given([QUESTION]), ...inputs });
  expect(error.message).toContain(text);
  expect(writes()).toEqual([]);
});
