import type { TriggerPayload } from "@prismatic-io/spectral";
import { apiKeyConnection, harness, recordingLogger, useSandbox } from "../support/integration";

const sandbox = useSandbox();
const FLOW = { id: "flow-1", name: "Flow 1", stableId: "stable-1" };
const STATE_KEY = "gorgiasWebhook:stable-1";
const TOKEN = "f".repeat(64);
const REGISTERED = {
  [STATE_KEY]: {
    account: "https://green-garden.gorgias.com",
    token: TOKEN,
    integrations: { "ticket-message-created": 7 },
  },
};

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

interface CallOptions {
  token?: string | null;
  event?: string | null;
  crossFlowState?: object;
  instanceState?: object;
  context?: object;
  payload?: object;
}

async function call(
  body: unknown,
  inputs: Record<string, unknown> = {},
  {
    token = TOKEN,
    event = "ticket-message-created",
    crossFlowState = REGISTERED,
    instanceState = {},
    context = {},
    payload = {},
  }: CallOptions = {},
): Promise<Outcome> {
  const query = { ...(token !== null && { token }), ...(event !== null && { event }) };
  const { logger } = recordingLogger();
  return (await harness.trigger(
    "gorgiasWebhook",
    {
      body: { data: body, contentType: "application/json" },
      rawBody: { data: JSON.stringify(body) },
      invokeUrl: `https://hooks.example.com/trigger/X?${new URLSearchParams({ other: "kept", ...query })}`,
      queryParameters: { ...query, other: "kept" },
      ...payload,
    } as never,
    {
      connection: connection(),
      events: ["ticket-message-created", "ticket-updated"],
      ...inputs,
    },
    { logger, flow: FLOW, crossFlowState, instanceState, ...context } as never,
  )) as unknown as Outcome;
}

const context = { ticket, message };
const EMPTY = { contentType: "text/plain", body: "" };

describe("a call", () => {
  it("of a chosen event takes the branch Event with all that was sent", async () => {
    const { branch, payload, response } = await call({ ...context, account: { id: 1 } });
    expect(branch).toBe("Event");
    expect(payload.body.data).toEqual({
      event: "ticket-message-created",
      ticket,
      message,
      customer: ticket.customer,
      account: { id: 1 },
    });
    expect(response).toEqual({ statusCode: 200, ...EMPTY });
  });

  it.each([
    ["the context as text", JSON.stringify(context)],
    ["the context as text within text", JSON.stringify(JSON.stringify(context))],
    ["the context nested", { context }],
    ["the context nested as text", { context: JSON.stringify(context) }],
    [
      "the context nested beside templates that left nothing",
      { context, ticket: "", message: "None" },
    ],
    [
      "text within text at every depth",
      JSON.stringify({
        context: JSON.stringify({
          ticket: JSON.stringify(ticket),
          message: JSON.stringify(message),
        }),
      }),
    ],
    [
      "ticket and message as text",
      { ticket: JSON.stringify(ticket), message: JSON.stringify(message) },
    ],
    ["bytes", Buffer.from(JSON.stringify(context))],
    ["bytes as JSON writes them", JSON.parse(JSON.stringify(Buffer.from(JSON.stringify(context))))],
  ])("is understood with %s", async (_, body) => {
    const { branch, payload } = await call(body);
    expect([branch, payload.body.data.ticket, payload.body.data.message]).toEqual([
      "Event",
      ticket,
      message,
    ]);
  });

  it.each([
    [{ ...context, event: "ticket.message.created" }],
    [{ event: "ticket_message_created", context }],
    [
      {
        event: "{{event.type}}",
        context: { ...context, event: { type: "ticket-message-created" } },
      },
    ],
  ])("whose URL names no event is known by its body: %j", async (body) => {
    const { branch, payload } = await call(body, {}, { event: null });
    expect([branch, payload.body.data.event]).toEqual(["Event", "ticket-message-created"]);
  });

  it("passes on what Gorgias tells of the event itself", async () => {
    const event = { id: 9, user_id: 4, context: "abc", created_datetime: "2026-06-18T10:42:03" };
    const { payload } = await call({ ...context, event });
    expect(payload.body.data).toMatchObject({
      event: "ticket-message-created",
      event_details: event,
    });
  });

  it("reads what templates rendered as text, and leaves what people wrote", async () => {
    const { payload } = await call({
      ticket: {
        id: "5",
        customer_id: "3",
        assignee_user_id: "None",
        spam: "False",
        closed_datetime: "",
        external_id: "17",
        subject: "None",
      },
      message: { id: "71", from_agent: "True", public: "true", body_text: "True" },
    });
    expect(payload.body.data).toEqual({
      event: "ticket-message-created",
      ticket: {
        id: 5,
        customer_id: 3,
        assignee_user_id: null,
        spam: false,
        closed_datetime: null,
        external_id: "17",
        subject: "None",
      },
      message: { id: 71, from_agent: true, public: true, body_text: "True" },
      customer: { id: 3 },
    });
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
    const { branch, payload, response } = await call(context, {}, options);
    expect([branch, response]).toEqual(["Ignored", { statusCode: 401, ...EMPTY }]);
    expect(payload.body.data).toEqual({
      reason: "The call does not carry the token of this flow.",
    });
    expect(payload.rawBody).toEqual({ data: null });
  });

  it.each([
    ["not JSON", "{", "The body is not JSON."],
    ["a list", [1], "The body is not a JSON object."],
    ["with a broken context", { context: "{'ticket': None}" }, "The context is not JSON."],
    [
      "with a context of Python's",
      { context: "{'ticket': {'id': 5}}" },
      "The context is not JSON.",
    ],
    ["empty", "", "The body is not JSON."],
    ["null", null, "The body is not a JSON object."],
    ["a form", "context=%7B%7D", "The body is not JSON."],
    [
      "nested without end",
      `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
      "The body is not a JSON object.",
    ],
    ["about nothing", { ticket: "None" }, "The context holds neither a ticket nor a message."],
  ])("that is %s is answered 200, with the reason in the log only", async (_, body, reason) => {
    const { logger, lines } = recordingLogger();
    const { branch, payload, response } = await call(body, {}, { context: { logger } });
    expect([branch, payload.body.data]).toEqual(["Ignored", { reason }]);
    expect(response).toEqual({ statusCode: 200, ...EMPTY });
    expect(lines.join()).toContain(reason);
  });

  it("without a body, as of a GET, is answered 200 when it carries the token", async () => {
    const payload = { body: undefined, rawBody: undefined };
    const { branch, response } = await call(undefined, {}, { payload });
    expect([branch, response]).toEqual(["Ignored", { statusCode: 200, ...EMPTY }]);
  });

  it("is known by the bytes where the platform read no body", async () => {
    const payload = { body: undefined, rawBody: { data: Buffer.from(JSON.stringify(context)) } };
    const { branch, payload: delivered } = await call(undefined, {}, { payload });
    expect([branch, delivered.body.data.ticket]).toEqual(["Event", ticket]);
  });

  it("is known again by what the platform read where it kept no bytes", async () => {
    const payload = { rawBody: undefined };
    const { instanceState } = await call(context, {}, { payload });
    const again = await call(context, {}, { payload, instanceState: instanceState ?? {} });
    expect(again.branch).toBe("Ignored");
    const other = { ...context, ticket: { ...ticket, status: "closed" } };
    expect((await call(other, {}, { payload, instanceState: instanceState ?? {} })).branch).toBe(
      "Event",
    );
  });

  it("keeps what is neither text nor a record as it came", async () => {
    const { payload } = await call({
      ticket: {
        id: 5,
        customer: 3,
        assignee_team: "None",
        tags: ["vip", { id: "1" }],
        spam: "None",
      },
      message,
    });
    expect(payload.body.data.ticket).toEqual({
      id: 5,
      customer: 3,
      assignee_team: null,
      tags: ["vip", { id: 1 }],
      spam: null,
    });
  });

  it("as large as the platform takes is delivered whole", async () => {
    const body_text = "x".repeat(6_000_000);
    const { branch, payload } = await call({ ticket, message: { ...message, body_text } });
    expect(branch).toBe("Event");
    expect(payload.body.data.message).toMatchObject({ body_text });
  });

  it.each([
    ["token=a&token=b", { token: [TOKEN, TOKEN], event: "ticket-message-created" }],
    ["no query at all", undefined],
  ])("with %s is refused", async (_, queryParameters) => {
    const { branch, response } = await call(context, {}, { payload: { queryParameters } });
    expect([branch, response.statusCode]).toEqual(["Ignored", 401]);
  });

  it("of another event is ignored with 200", async () => {
    const { branch, response, payload } = await call(context, {}, { event: "ticket-created" });
    expect([branch, response]).toEqual(["Ignored", { statusCode: 200, ...EMPTY }]);
    expect(payload.body.data.reason).toContain("ticket-created");
  });

  it.each([TOKEN, "e".repeat(64)])("never passes a token on, known or not", async (token) => {
    const { logger, lines } = recordingLogger();
    const url = `/trigger/X?token=${token}&event=a`;
    const key = "key-of-the-endpoint";
    for (const body of [context, "{", { ...context, echo: url }]) {
      const outcome = await call(
        body,
        {},
        {
          token,
          context: { logger, webhookApiKeys: { [FLOW.name]: [key] } },
          payload: {
            headers: {
              "x-original-url": url,
              "Api-Key": key,
              accept: "*/*",
              via: [url, "proxy"],
              "content-length": 7,
            },
          },
        },
      );
      expect(JSON.stringify(outcome)).not.toContain(token);
      expect(JSON.stringify(outcome)).not.toContain(key);
      expect(outcome.payload.queryParameters).toEqual({ other: "kept" });
      expect(outcome.payload.headers).toMatchObject({
        accept: "*/*",
        via: [expect.any(String), "proxy"],
        "content-length": 7,
      });
      expect(outcome.payload.invokeUrl).toContain("other=kept");
    }
    expect(lines.join()).not.toContain(token);
  });
});

describe("a simulated test", () => {
  it.each([context, { anything: 1 }, "no JSON"])(
    "of %j goes to Event without a token",
    async (body) => {
      const { branch, payload, response } = await call(
        body,
        { author: "agent" },
        {
          token: null,
          event: null,
          crossFlowState: {},
          context: { isSimulatedTestExecution: true },
        },
      );
      expect([branch, response.statusCode]).toEqual(["Event", 200]);
      expect(payload.body.data).toMatchObject({
        ...(typeof body === "object" ? body : {}),
        event: "ticket-message-created",
      });
    },
  );
});

describe("the event of a simulated test", () => {
  const test = { token: null, event: null, crossFlowState: {} };
  const simulated = { ...test, context: { isSimulatedTestExecution: true } };

  it.each<[what: string, body: unknown, events: string[], event: string]>([
    [
      "what the body names",
      { ...context, event: "ticket-updated" },
      ["ticket-created"],
      "ticket-updated",
    ],
    [
      "the type in the body",
      { anything: 1, event: { type: "ticket-updated" } },
      ["ticket-created"],
      "ticket-updated",
    ],
    ["the first chosen one", { anything: 1 }, ["ticket-handed-over"], "ticket-handed-over"],
  ])("is %s", async (_, body, events, event) => {
    const { payload } = await call(body, { events }, simulated);
    expect(payload.body.data.event).toBe(event);
  });

  it("is read from the bytes where the platform read no body", async () => {
    const rawBody = { data: JSON.stringify({ ...context, event: "ticket-updated" }) };
    const payload = { body: undefined, rawBody };
    const { payload: delivered } = await call(undefined, {}, { ...simulated, payload });
    expect(delivered.body.data).toMatchObject({ event: "ticket-updated", ticket });
  });
});

describe("a flow is told from others", () => {
  const kept = { token: TOKEN };

  it.each([
    [{ id: "flow-1", name: "Flow 1" }, "gorgiasWebhook:flow-1"],
    [{ name: "Flow 1" }, "gorgiasWebhook:Flow 1"],
  ])("without a stable ID: %j", async (flow, key) => {
    const outcome = await call(context, {}, { crossFlowState: { [key]: kept }, context: { flow } });
    expect(outcome.branch).toBe("Event");
  });
});

it("shows a message event as its example: what flows are built on", () => {
  const { examplePayload } = harness.component.triggers.gorgiasWebhook as unknown as {
    examplePayload: { payload: { body: { data: unknown } } };
  };
  expect(examplePayload.payload.body.data).toMatchObject({
    event: "ticket-message-created",
    ticket: {
      id: expect.any(Number),
      subject: expect.any(String),
      tags: [{ name: expect.any(String) }],
      assignee_user: { id: expect.any(Number), name: expect.any(String) },
      customer: { id: expect.any(Number), email: expect.any(String) },
    },
    message: {
      id: expect.any(Number),
      from_agent: expect.any(Boolean),
      sender: { id: expect.any(Number) },
      body_text: expect.any(String),
    },
    customer: { id: expect.any(Number) },
  });
});

describe("the input Events", () => {
  it("takes names that Gorgias may know one day, and refuses what is none", async () => {
    const event = "ticket-priority-updated";
    expect((await call({ ticket }, { events: [event] }, { event })).branch).toBe("Event");
    await expect(call(context, { events: ["everything"] })).rejects.toThrow(
      "Events must be names such as ticket-created",
    );
  });
});

describe("a filter", () => {
  const MATCHING = [
    ["Channels", { channels: ["sms", "email"] }, { channels: ["sms"] }],
    ["Via", { vias: ["helpdesk"] }, { vias: ["email"] }],
    ["Tags", { tags: ["refund", "x"] }, { tags: ["x"] }],
    ["Status", { status: "open" }, { status: "closed" }],
    ["Author", { author: "customer" }, { author: "agent" }],
    ["Visibility", { visibility: "public" }, { visibility: "internal" }],
  ] as const;

  it.each(MATCHING)(
    "by %s lets through what matches and holds back the rest",
    async (label, matching, other) => {
      expect((await call(context, matching)).branch).toBe("Event");
      const held = await call(context, other);
      expect([held.branch, held.response.statusCode]).toEqual(["Ignored", 200]);
      expect(held.payload.body.data.reason).toBe(`The filter ${label} holds the event back.`);
    },
  );

  it.each(MATCHING)(
    "by %s that cannot be decided holds the event back",
    async (label, matching, other) => {
      for (const filter of [matching, other]) {
        const held = await call(
          { ticket: { id: 5, tags: "[<Tag 1>]" }, message: { id: 71, from_agent: "?" } },
          filter,
        );
        expect(held.payload.body.data.reason).toContain(`The filter ${label} cannot be decided`);
      }
    },
  );

  it.each([{ author: "agent" }, { visibility: "public" }])(
    "by %j cannot be decided for an event of a message that did not come along",
    async (filter) => {
      const held = await call({ ticket }, filter);
      expect(held.payload.body.data.reason).toContain("cannot be decided");
    },
  );

  it("by Tags knows tags by their names alone", async () => {
    const body = { ticket: { ...ticket, tags: ["refund"] }, message };
    expect((await call(body, { tags: ["refund"] })).branch).toBe("Event");
    expect((await call(body, { tags: ["vip"] })).branch).toBe("Ignored");
  });

  it("by Author knows an agent's message by text", async () => {
    const body = { ticket, message: { ...message, from_agent: "True" } };
    expect((await call(body, { author: "customer" })).branch).toBe("Ignored");
    expect((await call(body, { author: "agent" })).branch).toBe("Event");
  });

  it.each([
    { author: "agent" },
    { visibility: "internal" },
    { channels: ["email"], vias: ["email"] },
  ])(
    "by %j judges a ticket event by the ticket, not by the message that comes along",
    async (filter) => {
      const { branch } = await call({ ticket, message: { ...message, channel: "sms" } }, filter, {
        event: "ticket-updated",
      });
      expect(branch).toBe("Event");
    },
  );

  it("knows an internal note by its channel and by public: false", async () => {
    const note = { ...message, from_agent: true, channel: "internal-note" };
    const hidden = { ...message, from_agent: true, public: "False" };
    for (const one of [note, hidden]) {
      expect((await call({ ticket, message: one }, { visibility: "internal" })).branch).toBe(
        "Event",
      );
      expect((await call({ ticket, message: one }, { visibility: "public" })).branch).toBe(
        "Ignored",
      );
    }
  });
});

describe("a repeat", () => {
  const MINUTE_MS = 60_000;
  const START = 1_000_000;
  let now: jest.SpyInstance;
  beforeEach(() => {
    now = jest.spyOn(Date, "now").mockReturnValue(START);
  });
  afterEach(() => now.mockRestore());

  const at = async (minutes: number, body: unknown, before?: Outcome, event?: string) => {
    now.mockReturnValue(START + minutes * MINUTE_MS);
    return call(
      body,
      {},
      { ...(event && { event }), instanceState: before?.instanceState ?? { kept: 1 } },
    );
  };

  it("within ten minutes is ignored with 200, and renews them", async () => {
    const first = await at(0, context);
    const second = await at(9, context, first);
    const third = await at(18, context, second);
    expect([first, second, third].map(({ branch }) => branch)).toEqual([
      "Event",
      "Ignored",
      "Ignored",
    ]);
    expect(second.response.statusCode).toBe(200);
    expect(second.payload.body.data.reason).toContain("was delivered before");
    expect((await at(28, context, third)).branch).toBe("Event");
    expect(third.instanceState).toMatchObject({ kept: 1 });
  });

  it.each([
    ["another message", { ticket, message: { ...message, id: 72 } }, undefined],
    [
      "another change at the same time",
      { ticket: { ...ticket, status: "closed" }, message },
      undefined,
    ],
    ["the same bytes for another event", context, "ticket-updated"],
  ])("is not taken for one: %s", async (_, other, event?: string) => {
    expect((await at(1, other, await at(0, context), event)).branch).toBe("Event");
  });

  it("is known by the id of the event, whatever else changed", async () => {
    const first = await at(0, { ...context, event: { id: 9 } });
    const again = await at(
      1,
      { ticket: { ...ticket, status: "closed" }, message, event: { id: 9 } },
      first,
    );
    const other = await at(1, { ...context, event: { id: 10 } }, first);
    expect([again.branch, other.branch]).toEqual(["Ignored", "Event"]);
  });

  it("is looked for among the last 500 calls, none of a clock that was set back", async () => {
    const recentCalls = Object.fromEntries(
      Array.from({ length: 600 }, (_, n) => [`call ${n}`, n < 50 ? START + 1 : START - n]),
    );
    const { instanceState } = await call(context, {}, { instanceState: { recentCalls } });
    const kept = Object.keys(instanceState?.recentCalls as object);
    expect([kept.length, kept.includes("call 0"), kept.includes("call 599")]).toEqual([
      500,
      false,
      true,
    ]);
  });
});
