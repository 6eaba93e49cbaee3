import { ManualClock, useSandbox } from "../support/sandboxClient";

const clock = new ManualClock();
const { call, sandbox } = useSandbox({ clock });
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/;
const incoming = {
  channel: "email",
  from_agent: false,
  via: "email",
  body_text: "Hello",
  source: { type: "email", from: { address: "customer1001@example.com" }, to: [] },
};

async function create(ticket: object = {}) {
  const { status, body } = await call("POST", "/api/tickets", { messages: [incoming], ...ticket });
  expect([status, body.error]).toEqual([201, undefined]);
  return body;
}
async function update(id: number, changes: object) {
  const { status, body } = await call("PUT", `/api/tickets/${id}`, changes);
  expect([status, body.error]).toEqual([202, undefined]);
  return body;
}
async function eventsOf(id: number) {
  const path = `/api/events?object_type=Ticket&object_id=${id}&order_by=created_datetime:asc&limit=100`;
  return (await call("GET", path)).body.data.map((event: { type: string }) => event.type);
}

describe("create", () => {
  it("stores the ticket with its messages", async () => {
    const ticket = await create({
      customer: { id: 1001 },
      assignee_user: { id: 2 },
      assignee_team: { id: 101 },
      channel: "api",
      external_id: "ext",
      language: "fr",
      meta: { a: 1 },
      priority: "high",
      subject: "Help",
      tags: [{ name: "vip" }, { name: "new tag", decoration: { color: "#fff" } }],
      custom_fields: [{ id: 301, value: "Shoe" }],
      via: "api",
    });
    expect(ticket).toMatchObject({
      id: 26,
      uri: "/api/tickets/26/",
      status: "open",
      assignee_user: { id: 2, email: "anna@sandbox.example", firstname: "Anna" },
      assignee_user_id: 2,
      assignee_team: { id: 101, name: "Support" },
      customer: { id: 1001, channels: [{ type: "email" }] },
      requester: { id: 1001 },
      channel: "api",
      external_id: "ext",
      language: "fr",
      meta: { a: 1 },
      priority: "high",
      subject: "Help",
      tags: [
        { id: 204, name: "vip" },
        { name: "new tag", decoration: { color: "#fff" } },
      ],
      messages: [{ ticket_id: 26, body_text: "Hello", body_html: null }],
      reply_options: { email: { answerable: true, integrations: [{ id: 401 }] } },
    });
    const read = await call("GET", "/api/tickets/26");
    // Recorded: only the response to the creation tells of its messages' macros.
    const messages = ticket.messages.map(
      ({ macros, ...message }: Record<string, unknown>) => message,
    );
    expect(read).toMatchObject({ status: 200, body: { ...ticket, messages } });
    // Recorded: a write leaves out what apps and stores know of the customer.
    expect([ticket.customer, read.body.customer].map((c) => "external_data" in c)).toEqual([
      false,
      true,
    ]);
  });

  it.each([
    ["an id", { customer: { id: 1002 } }, { id: 1002 }],
    [
      "a known email in other letters",
      { customer: { email: "Customer1003@example.com" } },
      { id: 1003 },
    ],
    [
      "an unknown email",
      { customer: { email: "a@b.co", name: "A B" } },
      { id: 1014, email: "a@b.co", name: "A B" },
    ],
    ["a name", { customer: { name: "Only Name" } }, { id: 1014, email: null, name: "Only Name" }],
    ["nobody: the sender", { messages: [{ ...incoming, sender: { id: 1004 } }] }, { id: 1004 }],
    [
      "nobody: the receiver",
      { messages: [{ ...incoming, from_agent: true, receiver: { id: 1005 } }] },
      { id: 1005 },
    ],
  ])("takes the customer from %s", async (_, input, customer) => {
    expect((await create(input)).customer).toMatchObject(customer);
  });

  it("has no customer when nobody is named", async () => {
    expect((await create()).customer).toBeNull();
  });

  it("keeps a status of closed, with the time", async () => {
    const ticket = await create({ status: "closed" });
    expect(ticket).toMatchObject({
      status: "closed",
      closed_datetime: expect.stringMatching(TIME),
    });
  });

  it("stores the times of an import in the form of the live API", async () => {
    const ticket = await create({
      created_datetime: "2020-01-02T03:04:05+02:00",
      closed_datetime: "2020-01-03T00:00Z",
      messages: [{ ...incoming, created_datetime: "2020-01-02T03:04:06.5" }],
    });
    expect(ticket).toMatchObject({
      created_datetime: "2020-01-02T01:04:05.000000+00:00",
      closed_datetime: "2020-01-03T00:00:00.000000+00:00",
      last_message_datetime: "2020-01-02T03:04:06.500000+00:00",
    });
    const { body } = await call("GET", "/api/tickets?order_by=created_datetime:asc&limit=1");
    expect(body.data[0].id).toBe(ticket.id);
  });

  it.each([
    ["assignee_user.id", { assignee_user: { id: 1001 } }],
    ["assignee_team.id", { assignee_team: { id: 2 } }],
    ["customer.id", { customer: { id: 2 } }],
    ["customer.email", { customer: { email: "anna@sandbox.example" } }],
    ["split_from", { split_from: 999 }],
    ["custom_fields.0.id", { custom_fields: [{ id: 999, value: "x" }] }],
    ["custom_fields.0.id", { custom_fields: [{ id: 306, value: "a customer field" }] }],
    ["custom_fields.0.value", { custom_fields: [{ id: 304, value: "true" }] }],
    ["closed_datetime", { closed_datetime: "2025-02-31T25:00:00Z" }],
  ])("refuses what does not exist or fit: %s", async (field, input) => {
    const { status, body } = await call("POST", "/api/tickets", { messages: [incoming], ...input });
    expect([status, Object.keys(body.error.data)]).toEqual([400, [field]]);
  });

  it("writes its events", async () => {
    const ticket = await create({ tags: [{ name: "vip" }], assignee_user: { id: 2 } });
    expect(await eventsOf(ticket.id)).toEqual([
      "ticket-created",
      "ticket-assigned",
      "ticket-tags-added",
    ]);
  });
});

describe("read", () => {
  it("lists tickets without messages, and counts them", async () => {
    const { body } = await call("GET", "/api/tickets?ticket_ids=3");
    const whole = (await call("GET", "/api/tickets/3")).body;
    expect(body.data[0]).not.toHaveProperty("messages");
    expect(body.data[0]).toMatchObject({
      id: 3,
      messages_count: whole.messages.length,
      excerpt: whole.messages.at(-1).body_text,
      customer: { id: whole.customer.id },
    });
  });

  it("shows custom field values without being asked, and no key without values", async () => {
    const { id } = await create({ custom_fields: [{ id: 304, value: true }] });
    const custom_fields = { 304: { id: 304, value: true } };
    expect((await call("GET", `/api/tickets/${id}`)).body).toMatchObject({ custom_fields });
    const { body } = await call("GET", `/api/tickets?ticket_ids=${id}&ticket_ids=1`);
    expect(body.data).toMatchObject([
      { id, custom_fields },
      { id: 1, custom_fields: {} },
    ]);
    await call("PUT", `/api/tickets/${id}`, { custom_fields: [] });
    expect((await call("GET", `/api/tickets/${id}`)).body).not.toHaveProperty("custom_fields");
  });

  it("refuses an email ticket that does not say whom it is from", async () => {
    const messages = [{ ...incoming, source: undefined }];
    expect(await call("POST", "/api/tickets", { messages })).toMatchObject({
      status: 400,
      body: { error: { msg: "From field is missing or empty" } },
    });
  });
});

describe("update", () => {
  it("moves the updated time and leaves what it does not name alone", async () => {
    const before = await update(1, { is_unread: false });
    clock.ms += 5_000;
    const after = await update(1, { subject: "New" });
    expect(after).toEqual({ ...before, subject: "New", updated_datetime: after.updated_datetime });
    expect(after.updated_datetime).toMatch(TIME);
    expect(Date.parse(after.updated_datetime)).toBe(clock.ms);
    const again = await update(1, { subject: "New" });
    expect(again.updated_datetime > after.updated_datetime).toBe(true);
  });

  it("brings the ticket to the head of the list by updated time", async () => {
    await update(7, { is_unread: true });
    const { body } = await call("GET", "/api/tickets?order_by=updated_datetime:desc&limit=1");
    expect(body.data[0].id).toBe(7);
  });

  it.each([
    [
      "closes",
      { status: "closed" },
      { status: "closed", closed_datetime: expect.stringMatching(TIME) },
    ],
    [
      "snoozes",
      { snooze_datetime: "2027-01-01T00:00:00Z" },
      { snooze_datetime: "2027-01-01T00:00:00.000000+00:00" },
    ],
    [
      "trashes",
      { trashed_datetime: "2026-01-01T00:00:00" },
      { trashed_datetime: "2026-01-01T00:00:00.000000+00:00" },
    ],
    ["restores", { trashed_datetime: null }, { trashed_datetime: null }],
    ["unassigns by null", { assignee_user: null }, { assignee_user: null, assignee_user_id: null }],
    ["unassigns by a null id", { assignee_team: { id: null } }, { assignee_team: null }],
    ["replaces the tags", { tags: [{ name: "refund" }] }, { tags: [{ id: 202, name: "refund" }] }],
    ["clears the tags", { tags: [] }, { tags: [] }],
    [
      "clears by null",
      { external_id: null, language: null, meta: null },
      { external_id: null, language: null, meta: null },
    ],
    ["marks as spam", { spam: true }, { spam: true }],
  ])("%s", async (_, changes, expected) => {
    await update(1, {
      assignee_user: { id: 2 },
      assignee_team: { id: 101 },
      external_id: "e",
      tags: [{ name: "vip" }],
      status: "open",
    });
    expect(await update(1, changes)).toMatchObject(expected);
  });

  it("reopens: the closed time goes", async () => {
    await update(1, { status: "closed" });
    expect(await update(1, { status: "open" })).toMatchObject({
      status: "open",
      closed_datetime: null,
    });
  });

  it("replaces the set of custom fields, null clearing one", async () => {
    const fields = async () =>
      Object.keys(
        (await call("GET", "/api/tickets/1?relationships=custom_fields")).body.custom_fields,
      );
    await update(1, {
      custom_fields: [
        { id: 301, value: "a" },
        { id: 303, value: 5 },
      ],
    });
    expect(await fields()).toEqual(["301", "303"]);
    await update(1, {
      custom_fields: [
        { id: 304, value: false },
        { id: 301, value: null },
      ],
    });
    expect(await fields()).toEqual(["304"]);
  });

  it("writes an event for each change, in one chain", async () => {
    const { id } = await create();
    const known = (await eventsOf(id)).length;
    await update(id, {
      status: "closed",
      assignee_user: { id: 3 },
      assignee_team: { id: 102 },
      tags: [{ name: "vip" }],
      subject: "S",
      customer: { id: 1001 },
      spam: true,
      snooze_datetime: "2027-01-01T00:00:00Z",
      trashed_datetime: "2026-01-01T00:00:00Z",
    });
    await update(id, {
      status: "open",
      assignee_user: null,
      assignee_team: null,
      tags: [],
      spam: false,
      snooze_datetime: null,
      trashed_datetime: null,
    });
    expect((await eventsOf(id)).slice(known)).toEqual([
      "ticket-closed",
      "ticket-assigned",
      "ticket-team-assigned",
      "ticket-snoozed",
      "ticket-trashed",
      "ticket-marked-spam",
      "ticket-subject-updated",
      "ticket-customer-updated",
      "ticket-tags-added",
      "ticket-updated",
      "ticket-reopened",
      "ticket-unassigned",
      "ticket-team-unassigned",
      "ticket-self-unsnoozed",
      "ticket-untrashed",
      "ticket-unmarked-spam",
      "ticket-tags-removed",
      "ticket-updated",
    ]);
    const { body } = await call("GET", `/api/events?object_id=${id}&user_ids=1&limit=100`);
    const contexts = body.data.map((event: { context: string }) => event.context);
    expect(new Set(contexts).size).toBe(3);
    expect(contexts[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

describe("delete", () => {
  it("removes the ticket and its messages for good", async () => {
    const { messages } = (await call("GET", "/api/tickets/2")).body;
    const response = await call("DELETE", "/api/tickets/2");
    expect([response.status, response.body]).toEqual([204, undefined]);
    for (const path of ["", "/custom-fields", `/messages/${messages[0].id}`]) {
      expect((await call("GET", `/api/tickets/2${path}`)).status).toBe(404);
    }
    expect((await call("GET", "/api/messages?ticket_id=2")).body.data).toEqual([]);
    expect((await call("DELETE", "/api/tickets/2")).status).toBe(404);
    expect(await eventsOf(2)).toContain("ticket-deleted");
  });

  it("does not give its id to another ticket", async () => {
    const { id } = await create();
    await call("DELETE", `/api/tickets/${id}`);
    expect((await create()).id).toBe(id + 1);
  });
});

it("sees what a test puts into the state", async () => {
  const { tickets } = sandbox().state;
  const ticket = tickets.get(4);
  if (!ticket) {
    throw new Error("no ticket 4");
  }
  tickets.set(4, {
    ...ticket,
    subject: "By hand",
    updated_datetime: "2027-01-01T00:00:00.000000+00:00",
  });
  const { body } = await call("GET", "/api/tickets?order_by=updated_datetime:desc&limit=1");
  expect(body.data[0]).toMatchObject({ id: 4, subject: "By hand" });
});
