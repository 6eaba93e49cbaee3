import { ManualClock, useSandbox } from "../support/sandboxClient";

const clock = new ManualClock();
const { call, sandbox } = useSandbox({ clock });
const outgoing = {
  channel: "email",
  from_agent: true,
  via: "api",
  body_text: "Hi",
  source: { type: "email", from: { address: "support@sandbox.example" }, to: [] },
};
const bouncing = { ...outgoing.source, to: [{ address: "jo@bounce.example" }] };
async function add(message: object = {}) {
  return (await call("POST", "/api/tickets/1/messages", { ...outgoing, ...message })).body;
}
function update(id: number, message: object = {}, query = "") {
  return call("PUT", `/api/tickets/1/messages/${id}${query}`, {
    channel: "email",
    from_agent: true,
    ...message,
  });
}
async function get(id: number) {
  return (await call("GET", `/api/tickets/1/messages/${id}`)).body;
}
async function events(id: number) {
  const path = `/api/events?object_type=TicketMessage&object_id=${id}`;
  return (await call("GET", path)).body.data.map(({ type }: { type: string }) => type);
}

it.each([
  ["the text alone", { body_text: "New" }, { body_html: null }],
  ["the HTML alone", { body_html: "<b>New</b>" }, { body_text: "Hi" }],
  ["both", { body_text: "A", body_html: "<i>B</i>" }, {}],
  ["the sender", { sender: { id: 3 } }, { sender: { id: 3 } }],
  ["the receiver", { receiver: { email: "customer1002@example.com" } }, { receiver: { id: 1002 } }],
  ["what it is about", { subject: "S", external_id: "e", message_id: "m" }, {}],
  ["the way", { channel: "chat", via: "chat", source: { type: "chat", to: [] } }, {}],
  [
    "the attachments",
    { attachments: [{ url: "https://x/y", name: "y", size: null, content_type: "a/b" }] },
    {},
  ],
  ["no attachments", { attachments: [] }, { attachments: null }],
  [
    "the time",
    { sent_datetime: "2026-01-01T00:00Z" },
    { sent_datetime: "2026-01-01T00:00:00.000000+00:00" },
  ],
])("an update changes %s", async (_, input, expected) => {
  const { id } = await add({ receiver: { id: 1001 } });
  const before = (await call("GET", "/api/tickets/1")).body.updated_datetime;
  const { status, body } = await update(id, input);
  expect([status, body.error]).toEqual([202, undefined]);
  expect(body).toMatchObject({ id, ticket_id: 1, ...input, ...expected });
  expect(await get(id)).toEqual(body);
  expect((await call("GET", "/api/tickets/1")).body.updated_datetime > before).toBe(true);
  expect(await events(id)).toEqual(["ticket-message-updated", "ticket-message-created"]);
});

it.each([
  ["no channel", { channel: undefined }, "channel"],
  ["an empty channel", { channel: "" }, "channel"],
  ["a customer as the agent", { sender: { id: 1001 } }, "sender"],
  ["an agent as the receiver", { receiver: { id: 2 } }, "receiver.id"],
  ["mentions", { mention_ids: [2] }, "mention_ids"],
  ["a date that does not exist", { failed_datetime: "2026-02-31T25:00" }, "failed_datetime"],
])("an update refuses %s", async (_, input, field) => {
  const { id } = await add();
  const { status, body } = await update(id, input);
  expect([status, Object.keys(body.error.data)]).toEqual([400, [field]]);
  expect(await events(id)).toEqual(["ticket-message-created"]);
});

describe("a message that failed", () => {
  const failed = async () => {
    const { id } = await add({ source: bouncing });
    clock.ms += 1000;
    await get(id);
    clock.ms += 9000;
    expect((await get(id)).failed_datetime).toEqual(expect.any(String));
    return id;
  };

  it("is tried again with action=retry", async () => {
    const id = await failed();
    const source = { type: "email", from: { address: "support@sandbox.example" }, to: [] };
    const { body } = await update(id, { source }, "?action=retry");
    expect([body.failed_datetime, body.sent_datetime, body.last_sending_error]).toEqual([
      null,
      null,
      null,
    ]);
    clock.ms += 1000;
    expect((await get(id)).sent_datetime).toEqual(expect.any(String));
  });

  it("counts as sent with action=force", async () => {
    const id = await failed();
    await update(id, {}, "?action=force");
    expect(await get(id)).toMatchObject({
      failed_datetime: null,
      sent_datetime: expect.any(String),
    });
  });

  it("is gone with action=cancel", async () => {
    const id = await failed();
    expect((await update(id, {}, "?action=cancel")).status).toBe(202);
    expect((await call("GET", `/api/tickets/1/messages/${id}`)).status).toBe(404);
  });

  it("has no other action", async () => {
    expect((await update(await failed(), {}, "?action=pray")).status).toBe(400);
  });
});

describe("an update of a message that was sent", () => {
  const sent_datetime = "2026-01-01T00:00:00.000000+00:00";

  it("with its sent_datetime leaves it at that", async () => {
    const { id } = await add({ sent_datetime });
    const { body } = await update(id, { sent_datetime }, "?action=retry");
    clock.ms += 60_000;
    await get(id);
    expect([body.sent_datetime, sandbox().sentMessages]).toEqual([sent_datetime, []]);
  });

  it.each([[{}], [{ sent_datetime: null }]])("with %j sends it again", async (input) => {
    const { id } = await add({ sent_datetime });
    expect((await update(id, input)).body.sent_datetime).toBeNull();
    clock.ms += 60_000;
    expect((await get(id)).sent_datetime > sent_datetime).toBe(true);
    expect(sandbox().sentMessages).toMatchObject([{ messageId: id, ticketId: 1 }]);
  });

  it("takes one that came in for sent when it was created", async () => {
    const created_datetime = "2026-01-01T00:00:00.000000+00:00";
    const { id } = sandbox().records.messages.add({
      ticket_id: 1,
      created_datetime,
      sent_datetime: null,
    });
    expect((await update(id, { from_agent: false })).body.sent_datetime).toBe(created_datetime);
  });
});

it("deletes a message; the ticket shows the times of those that are left", async () => {
  const { records, state } = sandbox();
  const before = state.tickets.get(1);
  const newest = records.messages.add({
    ticket_id: 1,
    created_datetime: "2030-01-01T00:00Z",
    from_agent: false,
  });
  records.tickets.change(1, {
    last_message_datetime: newest.created_datetime,
    last_received_message_datetime: newest.created_datetime,
  });
  const path = `/api/tickets/1/messages/${newest.id}`;
  expect(await call("DELETE", path)).toMatchObject({ status: 204, body: undefined });
  expect((await call("DELETE", path)).status).toBe(404);
  expect((await call("GET", "/api/tickets/1")).body).toMatchObject({
    last_message_datetime: before?.last_message_datetime,
    last_received_message_datetime: before?.last_received_message_datetime,
  });
  expect(await events(newest.id)).toEqual(["ticket-message-deleted"]);
});

it("deletes the last message of a ticket", async () => {
  for (const { id } of (await call("GET", "/api/tickets/1")).body.messages) {
    expect((await call("DELETE", `/api/tickets/1/messages/${id}`)).status).toBe(204);
  }
  expect((await call("GET", "/api/tickets/1")).body).toMatchObject({
    messages: [],
    last_message_datetime: null,
    last_received_message_datetime: null,
  });
});
