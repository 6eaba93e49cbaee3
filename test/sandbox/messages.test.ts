import { startSandbox } from "gorgias-sandbox";
import { call as callSandbox, ManualClock, useSandbox } from "../support/sandboxClient";

const clock = new ManualClock();
const { call, sandbox } = useSandbox({ clock, sendDelayMs: 2_000 });
const outgoing = {
  channel: "email",
  from_agent: true,
  via: "api",
  body_text: "Hi",
  source: { type: "email", from: { address: "support@sandbox.example" }, to: [] },
};
const incoming = {
  ...outgoing,
  from_agent: false,
  source: { type: "email", from: { address: "customer1001@example.com" }, to: [] },
};
const note = { ...outgoing, channel: "internal-note", source: { type: "internal-note" } };
function add(message: object) {
  return call("POST", "/api/tickets/1/messages", message);
}
async function get(id: number) {
  return (await call("GET", `/api/tickets/1/messages/${id}`)).body;
}

describe("who sends and receives", () => {
  it.each([
    ["an agent by id", { ...outgoing, sender: { id: 2 } }, { sender: { id: 2 } }],
    [
      "an agent by email",
      { ...outgoing, sender: { email: "BEN@sandbox.example" } },
      { sender: { id: 3 } },
    ],
    ["the authenticated user by id 0", { ...outgoing, sender: { id: 0 } }, { sender: { id: 1 } }],
    ["the bot when nobody is named", outgoing, { sender: { id: 5 }, receiver: { id: 5 } }],
    ["a customer as receiver", { ...outgoing, receiver: { id: 1002 } }, { receiver: { id: 1002 } }],
    [
      "a new customer as receiver",
      { ...outgoing, receiver: { email: "n@e.co" } },
      { receiver: { id: 1014, email: "n@e.co" } },
    ],
    ["a customer as sender", { ...incoming, sender: { id: 1003 } }, { sender: { id: 1003 } }],
    [
      "a new customer as sender",
      { ...incoming, sender: { email: "n@e.co", name: "N" } },
      { sender: { id: 1014, name: "N" } },
    ],
    [
      "a note's author",
      { ...note, sender: { id: 4 } },
      { sender: { id: 4 }, receiver: null, public: false },
    ],
  ])("takes %s", async (_, message, expected) => {
    const { status, body } = await add(message);
    expect([status, body]).toEqual([201, expect.anything()]);
    expect(body).toMatchObject(expected);
  });

  it.each([
    ["a customer as the agent", { ...outgoing, sender: { id: 1001 } }, "sender"],
    ["an unknown agent", { ...outgoing, sender: { email: "who@example.com" } }, "sender"],
    ["an agent as the receiver", { ...outgoing, receiver: { id: 2 } }, "receiver.id"],
    ["an agent as the customer", { ...incoming, sender: { id: 2 } }, "sender.id"],
    [
      "an agent's address as the customer",
      { ...incoming, sender: { email: "anna@sandbox.example" } },
      "sender.email",
    ],
    ["a receiver of a customer's message", { ...incoming, receiver: { id: 1001 } }, "receiver"],
    ["nobody at all as the customer", { ...incoming, sender: {} }, "sender"],
    ["a note from a customer", { ...note, from_agent: false }, "from_agent"],
    ["a note with a receiver", { ...note, receiver: { id: 1001 } }, "receiver"],
    ["a customer as a note's author", { ...note, sender: { id: 1001 } }, "sender"],
    ["mentions outside a note", { ...outgoing, mention_ids: [2] }, "mention_ids"],
    ["a mention of nobody", { ...note, mention_ids: [77] }, "mention_ids.0"],
    ["an unknown integration", { ...outgoing, integration_id: 402 }, "integration_id"],
  ])("refuses %s", async (_, message, field) => {
    const { status, body } = await add(message);
    expect(status).toBe(400);
    expect(body.error.data).toHaveProperty([field]);
  });
});

describe("sending", () => {
  it("leaves sent_datetime null until Gorgias has sent the message", async () => {
    const { id, sent_datetime } = (await add(outgoing)).body;
    expect(sent_datetime).toBeNull();
    clock.ms += 1_999;
    expect((await get(id)).sent_datetime).toBeNull();
    clock.ms += 1;
    expect(Date.parse((await get(id)).sent_datetime)).toBe(clock.ms);
  });

  it("only stores a message that comes with sent_datetime", async () => {
    const { body } = await add({ ...outgoing, sent_datetime: "2025-05-05T05:05:05" });
    expect(body.sent_datetime).toBe("2025-05-05T05:05:05.000000+00:00");
  });

  it.each([
    ["a note", note],
    ["a customer's message", incoming],
  ])("has nothing to send for %s", async (_, message) => {
    const { body } = await add(message);
    expect(body.sent_datetime).toBe(body.created_datetime);
  });

  it.each([
    ["support@sandbox.example", true],
    ["Support@Sandbox.example", true],
    ["stranger@example.com", false],
  ])("of an email from %s happens: %s", async (address, happens) => {
    const source = { type: "email", from: { address }, to: [{ address: "a@b.co" }] };
    const { status, body } = await add({ ...outgoing, source });
    clock.ms += 60_000;
    const { sent_datetime, failed_datetime } = await get(body.id);
    expect([status, sent_datetime !== null, failed_datetime]).toEqual([201, happens, null]);
    expect(sandbox().sentMessages.map(({ messageId }) => messageId)).toEqual(
      happens ? [body.id] : [],
    );
  });

  it("of an email needs a sender's address", async () => {
    expect(await add({ ...outgoing, source: { type: "email", to: [] } })).toMatchObject({
      status: 400,
      body: { error: { msg: "From field is missing or empty" } },
    });
  });

  it("to an address that bounces is a success first, and fails 9 s later", async () => {
    const source = { ...outgoing.source, to: [{ address: "jo@bounce.example" }] };
    const { id } = (await add({ ...outgoing, source })).body;
    clock.ms += 2_000;
    const sent = await get(id);
    expect(sent).toMatchObject({ sent_datetime: expect.any(String), failed_datetime: null });
    clock.ms += 9_000;
    expect(await get(id)).toMatchObject({
      sent_datetime: sent.sent_datetime,
      failed_datetime: expect.any(String),
      last_sending_error: { error: expect.any(String) },
      is_retriable: false,
    });
    const { body } = await call("GET", `/api/events?types=ticket-message-failed&object_id=${id}`);
    expect(body.data).toHaveLength(1);
  });

  it("ends with the quota", async () => {
    const other = await startSandbox({ rateLimit: false, messagingQuota: 1 });
    const post = (message: object) =>
      callSandbox(other, "POST", "/api/tickets/1/messages", message);
    const imported = { ...outgoing, sent_datetime: "2026-01-01T00:00Z" };
    const statuses = [];
    for (const message of [note, incoming, imported, outgoing, outgoing]) {
      statuses.push((await post(message)).status);
    }
    expect(statuses).toEqual([201, 201, 201, 201, 403]);
    expect((await post(outgoing)).body.error.msg).toContain("Messaging quota exceeded.");
    await other.close();
  });
});

describe("what a message does to its ticket", () => {
  it("moves the times and counts", async () => {
    const before = (await call("GET", "/api/tickets?ticket_ids=1")).body.data[0];
    const message = (await add(outgoing)).body;
    const after = (await call("GET", "/api/tickets?ticket_ids=1")).body.data[0];
    expect(after).toMatchObject({
      messages_count: before.messages_count + 1,
      last_message_datetime: message.created_datetime,
      last_received_message_datetime: before.last_received_message_datetime,
      excerpt: "Hi",
    });
    expect(after.updated_datetime > message.created_datetime).toBe(true);
  });

  it("from a customer reopens it and marks it unread", async () => {
    await call("PUT", "/api/tickets/1", { status: "closed", is_unread: false });
    const { created_datetime } = (await add(incoming)).body;
    expect((await call("GET", "/api/tickets/1")).body).toMatchObject({
      status: "open",
      closed_datetime: null,
      is_unread: true,
      last_received_message_datetime: created_datetime,
    });
  });

  it("writes ticket-message-created", async () => {
    const { id } = (await add(note)).body;
    const { body } = await call("GET", `/api/events?object_type=TicketMessage&object_id=${id}`);
    expect(body.data).toMatchObject([{ type: "ticket-message-created", data: { ticket_id: 1 } }]);
  });
});

describe("content", () => {
  it("makes neither text from HTML nor HTML from text", async () => {
    const html = (await add({ ...outgoing, body_text: undefined, body_html: "<b>A</b> & b" })).body;
    expect(html).toMatchObject({ body_text: null, body_html: "<b>A</b> & b" });
    expect((await add(outgoing)).body).toMatchObject({ body_text: "Hi", body_html: null });
  });

  it("keeps attachments, and shows none as null", async () => {
    const attachments = [{ url: "https://x/y", name: "y", size: 3, content_type: "text/plain" }];
    expect((await add({ ...outgoing, attachments })).body.attachments).toEqual(attachments);
    expect((await add({ ...outgoing, attachments: [] })).body.attachments).toBeNull();
  });

  it("is the same wherever it is read", async () => {
    const { body } = await add({ ...outgoing, sent_datetime: "2026-01-01T00:00:00Z" });
    const single = await get(body.id);
    const listed = (await call("GET", "/api/messages?ticket_id=1&limit=1")).body.data[0];
    const inTicket = (await call("GET", "/api/tickets/1")).body.messages.at(-1);
    const deprecated = (await call("GET", "/api/tickets/1/messages")).body.data.at(-1);
    expect([single, listed, deprecated]).toEqual([body, body, body]);
    // Recorded: inside a ticket three fields are left out.
    const { headers, macros, deleted_datetime, ...shown } = body;
    expect(inTicket).toEqual(shown);
  });
});

it.each([
  ["of another ticket", "/api/tickets/2/messages/1000001"],
  ["that does not exist", "/api/tickets/1/messages/99"],
  ["of a ticket that does not exist", "/api/tickets/999/messages/1000001"],
])("answers 404 for a message %s", async (_, path) => {
  expect((await call("GET", path)).status).toBe(404);
});

it("the list of a ticket pages by number", async () => {
  const { messages } = sandbox().records;
  const before = (await call("GET", "/api/tickets/1/messages")).body.meta.item_count;
  for (let added = before; added < 31; added += 1) {
    messages.add({ ticket_id: 1 });
  }
  const [first, second] = [
    (await call("GET", "/api/tickets/1/messages")).body,
    (await call("GET", "/api/tickets/1/messages?page=2")).body,
  ];
  expect([first.data.length, second.data.length]).toEqual([30, 1]);
  expect([first.meta, second.meta]).toMatchObject([
    { page: 1, nb_pages: 2, item_count: 31, per_page: 30 },
    { page: 2, nb_pages: 2 },
  ]);
});
