import type { TriggerPayload } from "@prismatic-io/spectral";
import { apiKeyConnection, harness, recordingLogger, useSandbox } from "../support/integration";

const sandbox = useSandbox();
const FLOW = { id: "flow-1", name: "Flow 1", stableId: "stable-1" };
const STATE_KEY = "gorgiasWebhook:stable-1";
const TOKEN = "f".repeat(64);
const REGISTERED = { [STATE_KEY]: { integrationId: 7, token: TOKEN } };

function connection() {
  return apiKeyConnection(sandbox().credentials);
}

const message = {
  id: 71,
  channel: "email",
  via: "helpdesk",
  from_agent: false,
  public: true,
  created_datetime: "2026-06-18T10:42:03.318112+00:00",
};
const ticket = {
  id: 5,
  channel: "email",
  via: "email",
  status: "open",
  tags: [{ id: 1, name: "refund" }],
  customer: { id: 3, email: "john@example.com" },
  updated_datetime: "2026-06-18T10:42:03.318112+00:00",
};

interface Outcome {
  branch: string;
  payload: TriggerPayload & { body: { data: Record<string, unknown> } };
  response: { statusCode: number; body: string };
  instanceState?: Record<string, unknown>;
}

async function call(
  body: unknown,
  inputs: Record<string, unknown> = {},
  {
    token = TOKEN as string | null,
    crossFlowState = REGISTERED as object,
    instanceState = {},
  } = {},
): Promise<Outcome> {
  return (await harness.trigger(
    "gorgiasWebhook",
    {
      body: { data: body, contentType: "application/json" },
      rawBody: { data: JSON.stringify(body) },
      invokeUrl: `https://hooks.example.com/trigger/X?token=${token}`,
      queryParameters: token === null ? {} : { token, other: "kept" },
    } as never,
    {
      connection: connection(),
      events: ["ticket-message-created", "ticket-updated"],
      ...inputs,
    },
    { flow: FLOW, crossFlowState, instanceState } as never,
  )) as unknown as Outcome;
}

const created = { event: "ticket-message-created", context: { ticket, message } };

describe("a call", () => {
  it("of a chosen event takes the branch Event with all that was sent", async () => {
    const { branch, payload, response } = await call(created);
    expect(branch).toBe("Event");
    expect(payload.body.data).toEqual({
      event: "ticket-message-created",
      ticket,
      message,
      customer: ticket.customer,
    });
    expect(response.statusCode).toBe(200);
  });

  it.each([
    ["the context as text", { ...created, context: JSON.stringify(created.context) }],
    ["a dotted event name", { ...created, event: "ticket.message.created" }],
    ["an underscored event name", { ...created, event: "ticket_message_created" }],
    [
      "the event in the context only",
      {
        event: "{{event.type}}",
        context: { ...created.context, event: { type: "ticket-message-created" } },
      },
    ],
    ["the whole body as text", JSON.stringify(created)],
  ])("is understood with %s", async (_, body) => {
    const { branch, payload } = await call(body);
    expect([branch, payload.body.data.event, payload.body.data.ticket]).toEqual([
      "Event",
      "ticket-message-created",
      ticket,
    ]);
  });

  it.each([
    ["no token", { token: null }],
    ["a wrong token", { token: "e".repeat(64) }],
    ["a token of another length", { token: "f" }],
    ["an empty token", { token: "" }],
    ["no registration to compare with", { crossFlowState: {} }],
    [
      "a registration of another flow",
      { crossFlowState: { "gorgiasWebhook:stable-2": REGISTERED[STATE_KEY] } },
    ],
  ])("with %s is refused with 401 and told nothing", async (_, options) => {
    const { branch, payload, response } = await call(created, {}, options as never);
    expect([branch, response.statusCode]).toEqual(["Ignored", 401]);
    expect(payload.body.data).toEqual({
      reason: "The call does not carry the token of this flow.",
    });
    expect(payload.rawBody).toEqual({ data: null });
  });

  it.each([
    ["not JSON", "{", "The body is not JSON."],
    ["a list", [1], "The body is not a JSON object."],
    ["without context", { event: "ticket-updated" }, "The context is not a JSON object."],
    [
      "with a broken context",
      { event: "ticket-updated", context: "{" },
      "The context is not JSON.",
    ],
    ["without an event", { context: { ticket } }, "The body does not name an event."],
  ])("that is %s is answered 400 with the reason", async (_, body, reason) => {
    const { branch, payload, response } = await call(body);
    expect([branch, response.statusCode, payload.body.data]).toEqual(["Ignored", 400, { reason }]);
  });

  it("of another event is ignored with 200", async () => {
    const { branch, response, payload } = await call({ ...created, event: "ticket-created" });
    expect([branch, response.statusCode]).toEqual(["Ignored", 200]);
    expect(payload.body.data.reason).toContain("ticket-created");
  });

  it("never passes the token on", async () => {
    const { logger, lines } = recordingLogger();
    for (const body of [created, "{", { ...created, event: "ticket-created" }]) {
      for (const token of [TOKEN, "e".repeat(64)]) {
        const outcome = await call(body, {}, { token });
        expect(JSON.stringify(outcome)).not.toContain(TOKEN);
        expect(outcome.payload.queryParameters).toEqual({ other: "kept" });
      }
    }
    expect(lines.join()).not.toContain(TOKEN);
    expect(logger).toBeDefined();
  });
});

describe("a filter", () => {
  it.each([
    ["Channels", { channels: ["sms", "email"] }, { channels: ["sms"] }],
    ["Via", { vias: ["helpdesk"] }, { vias: ["email"] }],
    ["Tags", { tags: ["refund", "x"] }, { tags: ["x"] }],
    ["Status", { status: "open" }, { status: "closed" }],
    ["Author", { author: "customer" }, { author: "agent" }],
    ["Visibility", { visibility: "public" }, { visibility: "internal" }],
  ])("by %s lets through what matches and holds back the rest", async (label, matching, other) => {
    expect((await call(created, matching)).branch).toBe("Event");
    const held = await call(created, other);
    expect([held.branch, held.response.statusCode]).toEqual(["Ignored", 200]);
    expect(held.payload.body.data.reason).toContain(label);
  });

  it.each([{ author: "agent" }, { visibility: "internal" }])(
    "by %j lets events without a message through",
    async (filter) => {
      const { branch } = await call({ event: "ticket-updated", context: { ticket } }, filter);
      expect(branch).toBe("Event");
    },
  );

  it("knows an internal note by its channel and by public: false", async () => {
    const note = { ...message, from_agent: true, channel: "internal-note" };
    const hidden = { ...message, from_agent: true, public: false };
    for (const one of [note, hidden]) {
      const body = { event: "ticket-message-created", context: { ticket, message: one } };
      expect((await call(body, { visibility: "internal" })).branch).toBe("Event");
      expect((await call(body, { visibility: "public" })).branch).toBe("Ignored");
    }
  });
});

describe("a repeat", () => {
  const again = async (body: unknown, afterMs: number, other: unknown = body) => {
    const now = jest.spyOn(Date, "now").mockReturnValue(1_000_000);
    const first = await call(body);
    now.mockReturnValue(1_000_000 + afterMs);
    const second = await call(other, {}, { instanceState: first.instanceState });
    now.mockRestore();
    return second;
  };

  it.each([0, 55_000, 119_999])("after %d ms is ignored with 200", async (ms) => {
    const { branch, response, payload } = await again(created, ms);
    expect([branch, response.statusCode]).toEqual(["Ignored", 200]);
    expect(payload.body.data.reason).toContain("was delivered before");
  });

  it("after two minutes is an event again", async () => {
    expect((await again(created, 120_000)).branch).toBe("Event");
  });

  it.each([
    ["another message", { ...created, context: { ticket, message: { ...message, id: 72 } } }],
    ["another event", { event: "ticket-updated", context: { ticket } }],
  ])("is not taken for one: %s", async (_, other) => {
    expect((await again(created, 1_000, other)).branch).toBe("Event");
  });

  it("is not taken for one: another change of a ticket whose last message comes along", async () => {
    const change = (updated_datetime: string) => ({
      event: "ticket-updated",
      context: { ticket: { ...ticket, updated_datetime }, message },
    });
    const [one, other] = [change("2026-06-18T10:43:00"), change("2026-06-18T10:43:20")];
    expect((await again(one, 20_000, other)).branch).toBe("Event");
    expect((await again(one, 20_000)).branch).toBe("Ignored");
  });

  it("is not taken for one: another change of the same ticket", async () => {
    const updated = { event: "ticket-updated", context: { ticket } };
    const later = { ...ticket, updated_datetime: "2026-06-18T10:42:04.000000+00:00" };
    const other = { event: "ticket-updated", context: { ticket: later } };
    expect((await again(updated, 1_000, other)).branch).toBe("Event");
    expect((await again(updated, 1_000)).branch).toBe("Ignored");
  });
});
