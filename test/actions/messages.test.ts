import { encodedQuery, useActions } from "../support/actions";

const { act, ask, fail, lines, sandbox, sent } = useActions();

const MOMENT = "2020-01-27T10:42:21.468912";
const SOURCE = {
  type: "email",
  from: { name: "Support", address: "support@sandbox.example" },
  to: [{ name: "John", address: "customer1001@example.com" }],
  cc: [],
  bcc: [],
};
const path = "/api/tickets/5/messages";
const LEAST = { ticket_id: "5", channel: "email", via: "api", source: SOURCE };

describe("Create Ticket Message", () => {
  it("sends Action in the query and every other input in the body", async () => {
    const attachments = [
      { url: "https://example.com/a.png", name: "a.png", size: 10, content_type: "image/png" },
    ];
    const body = {
      body_html: "<b>Hello</b>",
      body_text: "Hello",
      channel: "email",
      created_datetime: MOMENT,
      external_id: "MSG-78545",
      failed_datetime: MOMENT,
      message_id: "<123345676453.2445.234@web>",
      sent_datetime: MOMENT,
      subject: "Order issue",
      via: "email",
    };
    const result = await act("createTicketMessage", {
      ...body,
      action: "force",
      attachments: JSON.stringify(attachments),
      from_agent: "true",
      receiver: '{"id": 1001}',
      sender: "2",
      source: JSON.stringify(SOURCE),
      ticket_id: "5",
    });
    expect(sent()).toEqual([
      {
        method: "POST",
        path,
        query: ["action=force"],
        body: {
          ...body,
          attachments,
          from_agent: true,
          receiver: { id: 1001 },
          sender: { id: 2 },
          source: SOURCE,
        },
      },
    ]);
    const { id } = result.data as { id: number };
    expect(result).toEqual({ data: await ask(`${path}/${id}`) });
    expect(result.data).toMatchObject({ external_id: "MSG-78545", sender: { id: 2 } });
  });

  it("sends what is required and From Agent, which is false unless set", async () => {
    await act("createTicketMessage", LEAST);
    expect(sent()).toEqual([
      {
        method: "POST",
        path,
        query: [],
        body: { channel: "email", via: "api", source: SOURCE, from_agent: false },
      },
    ]);
  });

  it.each<[given: unknown, expected: boolean]>([
    ["true", true],
    [true, true],
    ["false", false],
    [false, false],
    ["", false],
    [undefined, false],
  ])("sends From Agent %p as %p", async (from_agent, expected) => {
    await act("createTicketMessage", { ...LEAST, from_agent });
    expect(sent()).toMatchObject([{ body: { from_agent: expected } }]);
  });

  it.each(["force", "retry", "cancel"])("sends Action %s in the query only", async (action) => {
    await act("createTicketMessage", { ...LEAST, action });
    expect(sent()[0]?.query).toEqual([`action=${action}`]);
    expect(sent()[0]?.body).not.toHaveProperty("action");
  });

  it.each<[given: unknown, expected: unknown]>([
    [{ id: 1001 }, { id: 1001 }],
    [{ email: "customer1001@example.com" }, { email: "customer1001@example.com" }],
    ['{"id": 1001}', { id: 1001 }],
    ["1001", { id: 1001 }],
    [1001, { id: 1001 }],
  ])("takes %j as sender and as receiver", async (given, expected) => {
    await act("createTicketMessage", { ...LEAST, sender: given });
    await act("createTicketMessage", { ...LEAST, from_agent: true, receiver: given });
    expect(sent().map(({ body }) => body)).toEqual([
      { channel: "email", via: "api", source: SOURCE, from_agent: false, sender: expected },
      { channel: "email", via: "api", source: SOURCE, from_agent: true, receiver: expected },
    ]);
  });

  it.each<[inputs: Record<string, unknown>, refusal: RegExp]>([
    [{ channel: "" }, /^Channel is required/],
    [{ via: "" }, /^Via is required/],
    [{ source: "" }, /^Source is required/],
    [{ ticket_id: "" }, /^Ticket ID is required/],
    [{ ticket_id: "5/messages" }, /^Ticket ID must be a whole number/],
    [{ action: "repeat" }, /^Action must be one of force, retry, cancel; given "repeat"\.$/],
    [{ from_agent: "agent" }, /^From Agent must be true or false; given "agent"\.$/],
    [
      { receiver: "john" },
      /^Receiver ID must be an object, or only an id or an email; given "john"\./,
    ],
    [{ sender: { email: 5 } }, /^Sender is not accepted: email must be text, not a number/],
    [{ source: { to: {} } }, /^Source is not accepted: row 1 of to must have an address/],
    [{ attachments: [{ name: "x" }] }, /^Attachments is not accepted: url of row 1 is missing/],
    [{ sent_datetime: "yesterday" }, /^Sent Date must be a date and time/],
  ])("refuses %j before anything is sent", async (inputs, refusal) => {
    const error = await fail("createTicketMessage", { ...LEAST, ...inputs });
    expect([error.name, error.message]).toEqual(["InputError", expect.stringMatching(refusal)]);
    expect(sent()).toEqual([]);
  });

  it("is not sent again once it may have arrived, and says how to look", async () => {
    sandbox().faults.add({ method: "POST", fault: { status: 500, after: true } });
    const { message } = await fail("createTicketMessage", LEAST);
    expect(message).toContain("The message may have been created all the same");
    expect(message).toContain("look with List Messages (Ticket ID)");
    expect(sent()).toHaveLength(1);
  });
});

describe("an internal note", () => {
  const NOTE = {
    ...LEAST,
    channel: "internal-note",
    via: "api",
    source: { type: "internal-note" },
  };

  it("is an agent's, and has no receiver", async () => {
    const { data } = await act("createTicketMessage", {
      ...NOTE,
      from_agent: "true",
      sender: 2,
      body_text: "Check the warehouse.",
    });
    expect(sent()).toEqual([
      {
        method: "POST",
        path,
        query: [],
        body: {
          channel: "internal-note",
          via: "api",
          source: { type: "internal-note" },
          from_agent: true,
          sender: { id: 2 },
          body_text: "Check the warehouse.",
        },
      },
    ]);
    expect(data).toMatchObject({ channel: "internal-note", receiver: null });
  });

  it.each<[what: string, inputs: Record<string, unknown>, refusal: string]>([
    [
      "from a customer",
      { from_agent: "false" },
      'From Agent must be true when Channel is "internal-note"; given false.',
    ],
    [
      "without From Agent",
      {},
      'From Agent must be true when Channel is "internal-note"; given false.',
    ],
    [
      "to somebody",
      { from_agent: "true", receiver: "1001" },
      'Receiver ID must be empty when Channel is "internal-note"; given {"id":1001}.',
    ],
  ])("%s is refused before anything is sent", async (_, inputs, refusal) => {
    const error = await fail("createTicketMessage", { ...NOTE, ...inputs });
    expect([error.name, error.message]).toEqual(["InputError", refusal]);
    expect(sent()).toEqual([]);
  });
});

describe("Get Ticket Message", () => {
  it("reads the message of the ticket", async () => {
    const result = await act("getTicketMessage", { ticket_id: "1", id: "1000001" });
    expect(sent()).toEqual([{ method: "GET", path: "/api/tickets/1/messages/1000001", query: [] }]);
    expect(result).toEqual({ data: await ask("/api/tickets/1/messages/1000001") });
  });

  it("of another ticket is Gorgias's error", async () => {
    const error = await fail("getTicketMessage", { ticket_id: 5, id: 1000001 });
    expect(error).toMatchObject({ name: "GorgiasError", status: 404 });
  });
});

describe("List Messages", () => {
  it("sends every filter, and returns Gorgias's envelope", async () => {
    const result = await act("listMessages", {
      ticket_id: "1",
      limit: "30",
      order_by: "created_datetime:asc",
    });
    const query = ["order_by=created_datetime:asc", "ticket_id=1", "limit=30"];
    expect(sent()).toEqual([{ method: "GET", path: "/api/messages", query }]);
    expect(result).toEqual({ data: await ask(`/api/messages?${encodedQuery(query)}`) });
    expect(result.data).toMatchObject({ object: "list", data: [{ id: 1000001, ticket_id: 1 }] });
  });

  it("refuses an order that Gorgias does not know", async () => {
    const { message } = await fail("listMessages", { order_by: "updated_datetime:asc" });
    expect(message).toMatch(
      /^Order By must be one of created_datetime:asc, created_datetime:desc;/,
    );
    expect(sent()).toEqual([]);
  });
});

describe("Update Ticket Message", () => {
  const id = "1000001";
  const message = "/api/tickets/1/messages/1000001";

  it("sends back what Gorgias asks for as the message has it", async () => {
    const own = (await ask(message)) as Record<string, unknown>;
    await act("updateTicketMessage", { ticket_id: "1", id, subject: "Changed" });
    expect(sent().slice(1)).toEqual([
      { method: "GET", path: message, query: [] },
      {
        method: "PUT",
        path: message,
        query: [],
        body: {
          subject: "Changed",
          channel: own.channel,
          from_agent: own.from_agent,
          via: own.via,
          ...(own.sent_datetime ? { sent_datetime: own.sent_datetime } : {}),
        },
      },
    ]);
  });

  it("never clears the date on which the message was sent", async () => {
    const error = await fail("updateTicketMessage", {
      ticket_id: "1",
      id,
      clear_fields: ["sent_datetime"],
    });
    expect(error.message).toMatch(/^Clear Fields must be one of /);
    expect(sent()).toEqual([]);
  });

  it("sends nothing that Gorgias does not tell of it, such as a date of one never sent", async () => {
    const body = {
      id: Number(id),
      channel: "api",
      from_agent: true,
      via: null,
      sent_datetime: null,
    };
    sandbox().faults.add({ method: "GET", path: message, fault: { status: 200, body } });
    const answer = { status: 202, body };
    sandbox().faults.add({ method: "PUT", path: message, fault: answer });
    await act("updateTicketMessage", { ticket_id: "1", id, subject: "Changed" });
    expect(sent().at(-1)).toEqual({
      method: "PUT",
      path: message,
      query: [],
      body: { subject: "Changed", channel: "api", from_agent: true },
    });
  });

  it("is not sent again with an Action after a lost response", async () => {
    sandbox().faults.add({ method: "PUT", path: message, fault: { status: 502, body: "" } });
    await fail("updateTicketMessage", { ticket_id: "1", id, action: "retry" });
    expect(sent().filter(({ method }) => method === "PUT")).toHaveLength(1);
  });

  it("with nothing set is refused before anything is sent", async () => {
    const { message: refusal } = await fail("updateTicketMessage", { ticket_id: "1", id });
    expect(refusal).toMatch(/^There is nothing to update/);
    expect(sent()).toEqual([]);
  });
});

describe("a message that Create Ticket Message would send by its date alone", () => {
  const given = { ticket_id: "5", channel: "api", via: "api", source: {}, from_agent: "true" };

  it.each<[what: string, inputs: object, count: number]>([
    ["of the past is warned of", { created_datetime: MOMENT }, 1],
    ["with a Sent Date is not", { created_datetime: MOMENT, sent_datetime: MOMENT }, 0],
    ["that is internal is not", { created_datetime: MOMENT, public: "false" }, 0],
    ["without a date is not", {}, 0],
    ["of the future is not", { created_datetime: "2999-01-01T00:00:00" }, 0],
  ])("%s", async (_, inputs, count) => {
    await act("createTicketMessage", { ...given, ...inputs });
    expect(lines().filter((line) => /^warn: .*sends it to the customer/.test(line))).toHaveLength(
      count,
    );
  });
});
