import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type SandboxOptions, startSandbox } from "gorgias-sandbox";
import { call as callSandbox, ManualClock, useSandbox } from "../support/sandboxClient";
import { useReceiver } from "../support/webhookReceiver";

const clock = new ManualClock();
const { call, sandbox } = useSandbox({ clock });
const receiver = useReceiver();

const EVENTS = [
  "ticket-created",
  "ticket-updated",
  "ticket-message-created",
  "ticket-self-unsnoozed",
  "ticket-message-failed",
  "ticket-assignment-updated",
  "ticket-status-updated",
  "ticket-handed-over",
];
const all = Object.fromEntries(EVENTS.map((event) => [event, true]));
const FORM = "{{context}}";
function settings(http: object = {}) {
  return {
    name: "Hook",
    type: "http",
    http: {
      url: receiver.url,
      method: "POST",
      request_content_type: "application/json",
      response_content_type: "application/json",
      form: FORM,
      triggers: all,
      ...http,
    },
  };
}
async function integrate(http: object = {}): Promise<number> {
  const { status, body } = await call("POST", "/api/integrations", settings(http));
  expect([status, body.error]).toEqual([201, undefined]);
  return body.id;
}
async function told() {
  await sandbox().webhooksSettled();
  return sandbox().webhookCalls.map(({ event }) => event);
}
function bodies() {
  return receiver.received.map(({ body }) => JSON.parse(body));
}

const incoming = {
  channel: "email",
  from_agent: false,
  via: "email",
  body_text: "Hello",
  source: { type: "email", from: { address: "customer1001@example.com" }, to: [] },
};
const outgoing = {
  ...incoming,
  from_agent: true,
  via: "api",
  source: { type: "email", from: { address: "support@sandbox.example" }, to: [] },
};
const newTicket = { messages: [incoming], customer: { id: 1001 }, assignee_user: { id: 2 } };

describe("an integration is called", () => {
  it.each([
    [
      "for a new ticket and its message",
      "POST",
      "/api/tickets",
      newTicket,
      ["ticket-created", "ticket-message-created"],
    ],
    ["for an update", "PUT", "/api/tickets/1", { subject: "New" }, ["ticket-updated"]],
    [
      "for an assignment to a user and a team, once",
      "PUT",
      "/api/tickets/1",
      { assignee_user: { id: 3 }, assignee_team: { id: 102 } },
      ["ticket-assignment-updated", "ticket-updated"],
    ],
    [
      "for a new message",
      "POST",
      "/api/tickets/1/messages",
      outgoing,
      ["ticket-message-created", "ticket-updated"],
    ],
    ["for tags", "POST", "/api/tickets/1/tags", { names: ["new"] }, ["ticket-updated"]],
    ["for a value", "PUT", "/api/tickets/1/custom-fields/301", "x", ["ticket-updated"]],
    ["never for a deletion", "DELETE", "/api/tickets/1", undefined, []],
    ["never for a refusal", "PUT", "/api/tickets/1", { status: "ajar" }, []],
    ["never for a customer", "PUT", "/api/customers/1001", { name: "N" }, []],
  ])("%s", async (_, method, path, body, events) => {
    sandbox().records.tickets.change(1, { assignee_user_id: 2, assignee_team_id: 101 });
    await integrate();
    await call(method, path, body);
    expect(await told()).toEqual(events);
    expect(bodies().every(({ ticket }) => ticket.id > 0)).toBe(true);
  });

  it("for a change of status, either way", async () => {
    sandbox().records.tickets.change(1, { status: "open" });
    await integrate({ triggers: { "ticket-status-updated": true } });
    await call("PUT", "/api/tickets/1", { status: "closed" });
    await call("PUT", "/api/tickets/1", { status: "closed" });
    await call("PUT", "/api/tickets/1", { status: "open" });
    expect(await told()).toEqual(["ticket-status-updated", "ticket-status-updated"]);
  });

  it("when the bot hands a ticket over", async () => {
    await integrate({ triggers: { "ticket-handed-over": true } });
    await call("PUT", "/api/tickets/1", { assignee_user: { id: 5 } });
    expect(await told()).toEqual([]);
    await call("PUT", "/api/tickets/1", { assignee_user: { id: 2 } });
    expect(await told()).toEqual(["ticket-handed-over"]);
  });

  it("when a snooze ends by the clock", async () => {
    const snooze_datetime = new Date(clock.ms + 60_000).toISOString();
    await call("PUT", "/api/tickets/1", { snooze_datetime });
    await integrate({ triggers: { "ticket-self-unsnoozed": true } });
    clock.ms += 59_999;
    expect(await told()).toEqual([]);
    clock.ms += 1;
    expect(await told()).toEqual(["ticket-self-unsnoozed"]);
    expect((await call("GET", "/api/tickets/1")).body.snooze_datetime).toBeNull();
  });

  it("when a message bounces", async () => {
    await integrate({ triggers: { "ticket-message-failed": true } });
    const source = { ...outgoing.source, to: [{ address: "jo@bounce.example" }] };
    const { id } = (await call("POST", "/api/tickets/1/messages", { ...outgoing, source })).body;
    clock.ms += 1000;
    expect(await told()).toEqual([]);
    clock.ms += 9000;
    expect(await told()).toEqual(["ticket-message-failed"]);
    expect(bodies()[0].message).toMatchObject({ id, ticket_id: 1 });
  });

  it("for anything a test wants", async () => {
    await integrate();
    sandbox().callWebhooks("ticket-handed-over", 1);
    sandbox().callWebhooks("ticket-message-failed", 1, 1_000_001);
    expect(await told()).toEqual(["ticket-handed-over", "ticket-message-failed"]);
    expect(bodies()[1]).toMatchObject({ ticket: { id: 1 }, message: { id: 1_000_001 } });
    expect(() => sandbox().callWebhooks("ticket-created", 999)).toThrow("Ticket 999 not found.");
  });

  it("only for what it has a trigger for, and while it is active", async () => {
    const id = await integrate({ triggers: { "ticket-message-created": true } });
    await call("PUT", "/api/tickets/1", { subject: "A" });
    await call("PUT", `/api/integrations/${id}`, {
      name: "H",
      deactivated_datetime: "2026-01-01T00:00",
    });
    await call("POST", "/api/tickets/1/messages", outgoing);
    expect(await told()).toEqual([]);
    await call("PUT", `/api/integrations/${id}`, { name: "H", deactivated_datetime: null });
    await call("POST", "/api/tickets/1/messages", outgoing);
    expect(await told()).toEqual(["ticket-message-created"]);
    await call("DELETE", `/api/integrations/${id}`);
    await call("POST", "/api/tickets/1/messages", outgoing);
    expect(await told()).toEqual(["ticket-message-created"]);
  });

  it("not for what a test does to the records", async () => {
    await integrate();
    sandbox().mergeTickets(1, 2);
    sandbox().records.tickets.change(3, { status: "closed" });
    sandbox().onRequest(() => {
      sandbox().records.events.add({
        type: "ticket-updated",
        object_type: "Ticket",
        object_id: 4,
      });
    });
    await call("GET", "/api/account");
    expect(await told()).toEqual([]);
  });
});

it("answers the request before the integration is called", async () => {
  await integrate({ triggers: { "ticket-updated": true } });
  const { status } = await call("PUT", "/api/tickets/1", { subject: "A" });
  const logged = sandbox().requests.at(-1);
  expect([status, logged?.status]).toEqual([202, 202]);
  await sandbox().webhooksSettled();
  expect(receiver.received).toHaveLength(1);
});

describe("what is sent", () => {
  it("is the context itself where the form is {{context}}", async () => {
    const id = await integrate({ headers: { "X-Secret": "s3cret", "X-Number": 5 } });
    const ticket = (await call("POST", "/api/tickets", newTicket)).body;
    await sandbox().webhooksSettled();
    const [created, message] = receiver.received;
    expect(created).toMatchObject({
      method: "POST",
      url: "/hook",
      headers: {
        "content-type": "application/json",
        "x-secret": "s3cret",
        "x-number": "5",
      },
    });
    const { customer, requester, messages, ...shown } = ticket;
    const [{ macros, ...written }] = messages;
    expect(JSON.parse(created?.body ?? "")).toMatchObject({ ticket: shown, message: null });
    expect(JSON.parse(message?.body ?? "")).toMatchObject({
      ticket: { id: ticket.id },
      message: written,
    });
    expect(sandbox().webhookCalls[0]).toEqual({
      integrationId: id,
      event: "ticket-created",
      method: "POST",
      url: receiver.url,
      headers: { "Content-Type": "application/json", "X-Secret": "s3cret", "X-Number": "5" },
      body: JSON.parse(created?.body ?? ""),
      status: 200,
    });
  });

  it("shows the ticket as the request left it, whatever comes after", async () => {
    await integrate({
      triggers: { "ticket-updated": true },
      form: { subject: "{{ticket.subject}}" },
    });
    await call("PUT", "/api/tickets/1", { subject: "A" });
    await call("PUT", "/api/tickets/1", { subject: "B" });
    await sandbox().webhooksSettled();
    expect(bodies()).toEqual([{ subject: "A" }, { subject: "B" }]);
  });

  it("may be a form", async () => {
    await integrate({
      triggers: { "ticket-updated": true },
      request_content_type: "application/x-www-form-urlencoded",
      form: { id: "{{ticket.id}}", ticket: "{{ticket | tojson}}" },
    });
    await call("PUT", "/api/tickets/1", { subject: "A & B" });
    await sandbox().webhooksSettled();
    const form = new URLSearchParams(receiver.received[0]?.body);
    expect(form.get("id")).toBe("1");
    expect(JSON.parse(form.get("ticket") ?? "")).toMatchObject({ subject: "A & B" });
  });

  it("is text where the form is an object", async () => {
    const form = { spam: "{{ticket.spam}}", team: "{{ticket.assignee_team}}", none: "{{nothing}}" };
    await integrate({ triggers: { "ticket-updated": true }, form });
    await call("PUT", "/api/tickets/1", { spam: true, assignee_team: null });
    await sandbox().webhooksSettled();
    expect(bodies()).toEqual([{ spam: "True", team: "None", none: "" }]);
  });

  it("goes to every integration that wants it", async () => {
    const ids = [await integrate(), await integrate({ method: "PUT" })];
    await call("PUT", "/api/tickets/1", { subject: "A" });
    await sandbox().webhooksSettled();
    expect(
      sandbox()
        .webhookCalls.map((made) => made.integrationId)
        .sort(),
    ).toEqual(ids);
    expect(receiver.received.map(({ method }) => method).sort()).toEqual(["POST", "PUT"]);
  });

  it("leaves this machine under no circumstances", async () => {
    await integrate({ url: "https://example.com/hook" });
    await integrate({ url: "{{ticket.subject}}" });
    await call("PUT", "/api/tickets/1", { subject: "http://10.0.0.1/" });
    await sandbox().webhooksSettled();
    expect(sandbox().webhookCalls).toMatchObject([
      { url: "https://example.com/hook", status: "refused", body: { ticket: { id: 1 } } },
      { url: "http://10.0.0.1/", status: "refused" },
    ]);
  });

  it("follows no redirect", async () => {
    receiver.respondWith(307);
    await integrate();
    await call("PUT", "/api/tickets/1", { subject: "A" });
    await sandbox().webhooksSettled();
    expect(sandbox().webhookCalls).toMatchObject([{ status: 307 }]);
    expect(receiver.received).toHaveLength(1);
  });
});

describe("failures", () => {
  const fail = async (times: number) => {
    for (let n = 0; n < times; n++) {
      sandbox().callWebhooks("ticket-updated", 1);
    }
    await sandbox().webhooksSettled();
  };
  const deactivated = async (id: number) =>
    (await call("GET", `/api/integrations/${id}`)).body.deactivated_datetime;

  it.each([[500], [404], ["hang up" as const]])(
    "of 100 calls in a row (%s) deactivate the integration",
    async (response) => {
      receiver.respondWith(response);
      const id = await integrate();
      await fail(99);
      expect(await deactivated(id)).toBeNull();
      await fail(2);
      expect(await deactivated(id)).toEqual(expect.any(String));
      expect(sandbox().webhookCalls).toHaveLength(100);
      expect(sandbox().webhookCalls.at(-1)?.status).toBe(
        response === "hang up" ? "failed" : response,
      );
      const { body } = await call("GET", "/api/events?types=integration-deactivated");
      expect(body.data).toMatchObject([{ object_type: "Integration", object_id: id }]);
    },
  );

  it("of a receiver that is gone count, and hold up no other integration", async () => {
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const lost = await integrate({ url: `http://127.0.0.1:${port}/hook` });
    const id = await integrate();
    await fail(1);
    expect(
      sandbox().webhookCalls.map(({ integrationId, status }) => [integrationId, status]),
    ).toEqual([
      [lost, "failed"],
      [id, 200],
    ]);
    expect(sandbox().state.webhookFailures.get(lost)).toBe(1);
  });

  it("count again from the start after a success, and after a reactivation", async () => {
    const id = await integrate();
    receiver.respondWith(500);
    await fail(99);
    receiver.respondWith(204);
    await fail(1);
    receiver.respondWith(500);
    await fail(99);
    expect(await deactivated(id)).toBeNull();
    await fail(1);
    await call("PUT", `/api/integrations/${id}`, { name: "Hook", deactivated_datetime: null });
    await fail(99);
    expect(await deactivated(id)).toBeNull();
  });
});

describe("what a receiver responds with", () => {
  const dataOf = async (id: number) => {
    sandbox().callWebhooks("ticket-updated", 1);
    await sandbox().webhooksSettled();
    const customerId = sandbox().state.tickets.get(1)?.customer_id;
    const { body } = await call("GET", `/api/customers/${customerId}`);
    return body.integrations?.[id];
  };

  it.each([[200], [422]])(
    "is kept as data of the customer when it is JSON (%s)",
    async (status) => {
      const id = await integrate();
      receiver.respondWith(status, '{"orders":[7]}');
      expect(await dataOf(id)).toMatchObject({ orders: [7] });
    },
  );

  it.each([[""], ["<p>Thanks</p>"]])("is not kept (%j)", async (body) => {
    const id = await integrate();
    receiver.respondWith(200, body);
    expect(await dataOf(id)).toBeUndefined();
    expect(sandbox().webhookCalls).toMatchObject([{ status: 200 }]);
  });
});

describe("options", () => {
  const changed = async (options: SandboxOptions) => {
    const other = await startSandbox({ rateLimit: false, ...options });
    const url = `${receiver.url}?event={{event.type}}`;
    await callSandbox(other, "POST", "/api/integrations", settings({ url }));
    await callSandbox(other, "POST", "/api/tickets/1/messages", outgoing);
    return other;
  };

  it("give a receiver up that does not respond", async () => {
    receiver.respondWith("never");
    const other = await changed({ webhookTimeoutMs: 50 });
    await other.webhooksSettled();
    expect(other.webhookCalls.map(({ status }) => status)).toEqual(["failed", "failed"]);
    expect(receiver.received).toHaveLength(2);
    await other.close();
  });

  it("repeat every call once", async () => {
    const other = await changed({ webhookRepeatMs: 20 });
    await other.webhooksSettled();
    const made = ["ticket-message-created", "ticket-updated"];
    expect(other.webhookCalls.map(({ event }) => event).sort()).toEqual([...made, ...made].sort());
    const sent = receiver.received.map(({ body }) => body);
    expect(new Set(sent).size).toBe(2);
    await other.close();
  });

  it("write tickets with ids", async () => {
    const other = await changed({ webhookTickets: "ids" });
    await other.webhooksSettled();
    const [{ ticket }] = bodies();
    expect([ticket.customer_id, "customer" in ticket]).toEqual([expect.any(Number), false]);
    await other.close();
  });

  it("write the names of events with dots", async () => {
    const other = await changed({ webhookEventNames: "dotted" });
    await other.webhooksSettled();
    expect(receiver.received.map(({ url }) => url)).toEqual([
      "/hook?event=ticket.message.created",
      "/hook?event=ticket.updated",
    ]);
    expect(other.webhookCalls.map(({ event }) => event)).toEqual([
      "ticket-message-created",
      "ticket-updated",
    ]);
    await other.close();
  });

  it("of a long repetition do not hold up close and reset", async () => {
    const other = await changed({ webhookRepeatMs: 60_000 });
    const settled = other.webhooksSettled();
    other.reset();
    await settled;
    expect(other.webhookCalls).toEqual([]);
    const url = `${receiver.url}?event={{event.type}}`;
    await callSandbox(other, "POST", "/api/integrations", settings({ url }));
    await callSandbox(other, "PUT", "/api/tickets/1", { subject: "A" });
    await other.close();
    await other.webhooksSettled();
  });
});
