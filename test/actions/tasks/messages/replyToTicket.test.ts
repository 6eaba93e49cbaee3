import { useActions } from "../../../support/actions";

const { act, ask, fail, sandbox, sent } = useActions();

const SUPPORT = "support@sandbox.example";
const TIMES = ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z", "2026-01-01T12:00:00Z"];

type NewMessage = Parameters<ReturnType<typeof sandbox>["records"]["messages"]["add"]>[0];

/** An email of customer 1001 to the account. */
const EMAIL = {
  channel: "email",
  via: "email",
  from_agent: false,
  subject: "Where is my order?",
  source: {
    type: "email",
    from: { name: "Ada", address: "ada@example.com" },
    to: [{ name: "Shop", address: SUPPORT }],
  },
} satisfies Partial<NewMessage>;

const TIME = "2026-01-01T09:00:00.000000+00:00";

function channel(id: number, address: string) {
  const times = { created_datetime: TIME, updated_datetime: TIME, deleted_datetime: null };
  return { id, type: "email", address, preferred: id === 1, ...times };
}

beforeEach(() => {
  sandbox().records.customers.change(1001, {
    name: "Ada",
    channels: [channel(1, "customer1001@example.com"), channel(2, "ada@example.com")],
  });
});

/** Integrations that the ticket does not offer: Gorgias need not tell any. */
function withoutOffers() {
  const integration = sandbox().state.integrations.get(401);
  sandbox().state.integrations.set(401, {
    ...(integration as NonNullable<typeof integration>),
    type: "gmail",
  });
}

/** A ticket of customer 1001 with these messages, one an hour. @returns its id */
function ticketWith(...messages: Partial<NewMessage>[]): number {
  const { id } = sandbox().records.tickets.add({ customer_id: 1001, subject: "The ticket" });
  messages.forEach((message, index) => {
    const created_datetime = TIMES[index];
    sandbox().records.messages.add({ ...message, ticket_id: id, created_datetime });
  });
  return id;
}

function posts() {
  return sent().filter(({ method }) => method !== "GET");
}
function body() {
  return posts()[0]?.body as Record<string, unknown>;
}
function trafficOf() {
  return sent().map(({ method, path }) => `${method} ${path}`);
}

/** @returns the only message that was sent. */
async function reply(ticket_id: number, inputs: Record<string, unknown> = {}) {
  await act("replyToTicket", { ticket_id: String(ticket_id), body_text: "On its way.", ...inputs });
  expect(posts()).toHaveLength(1);
  return body() as { [key: string]: unknown; source: { [key: string]: unknown } };
}

/** @returns the error; nothing was written. */
async function refusal(ticket_id: number, inputs: Record<string, unknown> = {}) {
  const given = { ticket_id: String(ticket_id), body_text: "On its way.", ...inputs };
  const { message } = await fail("replyToTicket", given);
  expect(posts()).toEqual([]);
  return message;
}

function ownName() {
  return sandbox().state.integrations.get(401)?.name;
}

describe("a reply by email", () => {
  it("is one POST with the customer's addresses swapped, for Gorgias to send", async () => {
    const id = ticketWith(EMAIL);
    await reply(id);
    expect(trafficOf()).toEqual([`GET /api/tickets/${id}`, `POST /api/tickets/${id}/messages`]);
    expect(body()).toEqual({
      body_text: "On its way.",
      body_html: "<div>On its way.</div>",
      channel: "email",
      via: "api",
      from_agent: true,
      subject: "Re: Where is my order?",
      source: {
        type: "email",
        from: { name: ownName(), address: SUPPORT },
        to: [{ name: "Ada", address: "ada@example.com" }],
      },
      receiver: { id: 1001 },
    });
  });

  it("returns the message, which Gorgias then sends", async () => {
    const id = ticketWith(EMAIL);
    const { data } = await act("replyToTicket", { ticket_id: String(id), body_text: "Hello" });
    expect(data).toMatchObject({ ticket_id: id, from_agent: true, sent_datetime: null });
    expect(data).toMatchObject({ receiver: { id: 1001 }, failed_datetime: null });
  });

  it("carries HTML, attachments, the subject and the sender that are given", async () => {
    const attachment = {
      url: "https://uploads.gorgias.io/8xA2/invoice.pdf",
      name: "invoice.pdf",
      content_type: "application/pdf",
      size: 48213,
    };
    const sentMessage = await reply(ticketWith(EMAIL), {
      body_html: "<p>On its way.</p>",
      attachments: JSON.stringify([attachment]),
      subject: "Good news",
      sender_id: "2",
    });
    expect(sentMessage).toMatchObject({
      body_text: "On its way.",
      body_html: "<p>On its way.</p>",
      attachments: [attachment],
      subject: "Good news",
      sender: { id: 2 },
    });
  });

  it.each([
    ["Where is it?", "Re: Where is it?"],
    ["Re: Where is it?", "Re: Where is it?"],
    ["RE : Where is it?", "RE : Where is it?"],
    [null, "Re: The ticket"],
    ["  ", "Re: The ticket"],
  ])("to the subject %p has the subject %p", async (subject, expected) => {
    expect((await reply(ticketWith({ ...EMAIL, subject }))).subject).toBe(expected);
  });

  it("comes from the From Address, in any letter case, as the integration writes it", async () => {
    const { source } = await reply(ticketWith(EMAIL), {
      from_address: " Support@Sandbox.Example ",
    });
    expect(source.from).toEqual({ name: ownName(), address: SUPPORT });
  });

  it("from an address that no integration owns is refused before anything is written", async () => {
    const message = await refusal(ticketWith(EMAIL), { from_address: "ceo@example.com" });
    expect(message).toContain("From Address must belong to an email integration");
    expect(message).toContain(`one of ${SUPPORT}`);
    expect(message).toContain("ceo@example.com");
    expect(message).toContain("Nothing was sent.");
  });

  it("goes to the customer alone unless it is to go to all", async () => {
    const cc = [{ address: "boss@example.com" }];
    const { source } = await reply(ticketWith({ ...EMAIL, source: { ...EMAIL.source, cc } }));
    expect(Object.keys(source).sort()).toEqual(["from", "to", "type"]);
  });

  it("to all has everyone else in copy, once, without the account and the customer", async () => {
    const source = {
      ...EMAIL.source,
      to: [{ name: "Shop", address: SUPPORT }, { address: "boss@example.com" }],
      cc: [
        { address: "BOSS@example.com" },
        { name: "Bo", address: "bo@example.com" },
        { address: "Ada@Example.com" },
      ],
    };
    const message = await reply(ticketWith({ ...EMAIL, source }), { reply_to_all: "true" });
    expect(message.source).toEqual({
      type: "email",
      from: { name: ownName(), address: SUPPORT },
      to: [{ name: "Ada", address: "ada@example.com" }],
      cc: [{ address: "boss@example.com" }, { name: "Bo", address: "bo@example.com" }],
    });
  });

  it("goes to the customer's own address where the message tells none", async () => {
    const { source } = await reply(ticketWith({ ...EMAIL, source: undefined }));
    expect(source.to).toMatchObject([{ address: "customer1001@example.com" }]);
  });

  it("answers an email of the contact form too", async () => {
    const source = { type: "contact-form", from: { address: "ada@example.com" } } as never;
    const message = await reply(ticketWith({ ...EMAIL, channel: "contact_form", source }));
    expect(message).toMatchObject({
      channel: "email",
      source: { type: "email", to: [{ address: "ada@example.com" }] },
    });
  });
});

describe("the address that a reply by email goes to", () => {
  const from = (address: string, name = "Shop mailer") => ({
    ...EMAIL,
    source: { ...EMAIL.source, from: { name, address } },
  });

  it("is never a shop's mailer, but the customer's main one, under the customer's name", async () => {
    const { source } = await reply(ticketWith(from("mailer@shop.example")));
    expect(source.to).toEqual([{ name: "Ada", address: "customer1001@example.com" }]);
  });

  it("is the one that the Reply-To names if it is the customer's", async () => {
    const headers = { "reply-to": '"Ada" <ADA@example.com>, x@example.com' };
    const { source } = await reply(ticketWith({ ...from("mailer@shop.example"), headers }));
    expect(source.to).toEqual([{ name: "Ada", address: "ADA@example.com" }]);
  });

  it("is not the one that the Reply-To names if that is somebody else's", async () => {
    const headers = { "Reply-To": "somebody@example.com" };
    const { source } = await reply(ticketWith({ ...from("mailer@shop.example"), headers }));
    expect(source.to).toMatchObject([{ address: "customer1001@example.com" }]);
  });

  it("carries no blank name", async () => {
    const { source } = await reply(ticketWith(from("ada@example.com", "  ")));
    expect(source.to).toEqual([{ address: "ada@example.com" }]);
  });

  it("is the only one of a customer without a name, and no Reply-To is asked for", async () => {
    const channels = [channel(1, "customer1001@example.com")];
    sandbox().records.customers.change(1001, { name: "", channels });
    const { source } = await reply(ticketWith(from("mailer@shop.example")));
    expect(source.to).toEqual([{ address: "customer1001@example.com" }]);
    expect(trafficOf().filter((line) => /messages\/\d/.test(line))).toEqual([]);
  });

  it("is read with the customer where the ticket does not tell their channels", async () => {
    const id = ticketWith(EMAIL);
    const ticket = (await ask(`/api/tickets/${id}`)) as { customer: object };
    const { channels: _, ...customer } = ticket.customer as { channels: unknown };
    const body = { ...ticket, customer };
    sandbox().faults.add({ path: `/api/tickets/${id}`, fault: { status: 200, body } });
    const { source } = await reply(id);
    expect(source.to).toEqual([{ name: "Ada", address: "ada@example.com" }]);
    expect(trafficOf()).toContain("GET /api/customers/1001");
  });

  it("is the email that the ticket tells of a customer who was deleted since", async () => {
    const id = ticketWith(EMAIL);
    const ticket = (await ask(`/api/tickets/${id}`)) as object;
    const customer = { id: 1001, email: "customer1001@example.com", name: "Ada" };
    const body = { ...ticket, customer };
    sandbox().faults.add({ path: `/api/tickets/${id}`, fault: { status: 200, body } });
    sandbox().faults.add({ path: "/api/customers/1001", fault: { status: 404 } });
    const { source } = await reply(id);
    expect(source.to).toEqual([{ name: "Ada", address: "customer1001@example.com" }]);
  });

  it("is none when the customer has none", async () => {
    sandbox().records.customers.change(1001, { email: null, channels: [] });
    withoutOffers();
    expect(await refusal(ticketWith(EMAIL))).toContain("cannot be replied to");
  });
});

describe("the address that a reply by email comes from", () => {
  it("is found among the integrations where the ticket offers none", async () => {
    withoutOffers();
    const id = ticketWith(EMAIL);
    const { source } = await reply(id);
    expect(source.from).toMatchObject({ address: SUPPORT });
    expect(trafficOf()).toEqual([
      `GET /api/tickets/${id}`,
      "GET /api/integrations",
      `POST /api/tickets/${id}/messages`,
    ]);
  });

  it("is read where the ticket tells no reply options, or an address without an ID", async () => {
    for (const reply_options of [null, { email: { integrations: [{ address: SUPPORT }] } }]) {
      const id = ticketWith(EMAIL);
      const body = { ...((await ask(`/api/tickets/${id}`)) as object), reply_options };
      sandbox().faults.add({ path: `/api/tickets/${id}`, fault: { status: 200, body } });
      await act("replyToTicket", { ticket_id: String(id), body_text: "On its way." });
      expect(posts().at(-1)?.body).toMatchObject({ source: { from: { address: SUPPORT } } });
    }
    expect(trafficOf().filter((line) => line.endsWith("/integrations"))).toHaveLength(2);
  });

  it("is the one without its +tag that the customer wrote to", async () => {
    const to = [{ address: "support+order42@sandbox.example" }];
    const { source } = await reply(ticketWith({ ...EMAIL, source: { ...EMAIL.source, to } }));
    expect(source.from).toMatchObject({ address: SUPPORT });
  });

  it("needs no right to read integrations that the ticket offers", async () => {
    sandbox().faults.add({ method: "GET", path: "/api/integrations", fault: { status: 403 } });
    expect((await reply(ticketWith(EMAIL))).source.from).toMatchObject({ address: SUPPORT });
  });

  it("is not known when several would do and the message names none", async () => {
    const first = sandbox().state.integrations.get(401) as NonNullable<
      ReturnType<ReturnType<typeof sandbox>["state"]["integrations"]["get"]>
    >;
    const second = { ...first, id: 499, meta: { address: "sales@sandbox.example" } };
    sandbox().state.integrations.set(499, second);
    const message = await refusal(ticketWith({ ...EMAIL, source: { type: "email" } }));
    expect(message).toMatch(
      /one of (sales|support)@sandbox.example, (sales|support)@sandbox.example/,
    );
  });
});

describe("the integrations that a reply by email could come from", () => {
  /** Email integrations beside the one that the sandbox starts with, which is left out. */
  function integrate(...own: object[]) {
    const { integrations } = sandbox().state;
    const first = integrations.get(401);
    integrations.delete(401);
    for (const [index, values] of own.entries()) {
      const id = 490 + index;
      integrations.set(id, { ...(first as NonNullable<typeof first>), id, ...values } as never);
    }
  }

  it("may have no name, which is then not sent", async () => {
    integrate({ name: " ", meta: { address: "help@sandbox.example" } });
    const { source } = await reply(ticketWith(EMAIL));
    expect(source.from).toEqual({ address: "help@sandbox.example" });
  });

  it("may have no name among those that the ticket does not offer", async () => {
    integrate({ name: null, type: "gmail", meta: { address: SUPPORT } });
    const { source } = await reply(ticketWith(EMAIL));
    expect(source.from).toEqual({ address: SUPPORT });
  });

  it("do not include one that is switched off or has no address", async () => {
    integrate(
      { type: "gmail", meta: { address: SUPPORT }, deactivated_datetime: TIME },
      { meta: {} },
    );
    const message = await refusal(ticketWith(EMAIL), { from_address: SUPPORT });
    expect(message).toContain("but the account has none that is switched on");
  });

  it("are known by their ID where the message tells it alone", async () => {
    integrate(
      { meta: { address: "help@sandbox.example" } },
      { meta: { address: "sales@sandbox.example" } },
    );
    const { source } = await reply(
      ticketWith({ ...EMAIL, source: { type: "email" }, integration_id: 491 }),
    );
    expect(source.from).toMatchObject({ address: "sales@sandbox.example" });
  });
});

describe("a reply to all", () => {
  it("leaves out what belongs to the account, switched off or with a +tag, and the sender", async () => {
    const first = sandbox().state.integrations.get(401);
    sandbox().state.integrations.set(499, {
      ...(first as NonNullable<typeof first>),
      id: 499,
      meta: { address: "old@sandbox.example" },
      deactivated_datetime: TIME,
    });
    const from = { address: "mailer@shop.example" };
    const cc = [
      { address: "old@sandbox.example" },
      { address: "Support+42@sandbox.example" },
      { address: "a1b2c3@emails.gorgias.com" },
      { address: "shop@shop.gorgias.io" },
      { address: "mailer@shop.example" },
      { address: "boss@example.com" },
    ];
    const id = ticketWith({ ...EMAIL, source: { ...EMAIL.source, from, cc } });
    const { source } = await reply(id, { reply_to_all: "true" });
    expect(source.cc).toEqual([{ address: "boss@example.com" }]);
  });
});

describe("a ticket that an agent began", () => {
  const FIRST = {
    ...EMAIL,
    from_agent: true,
    sender: { kind: "user", id: 2 },
    source: {
      type: "email",
      from: { name: "Shop", address: SUPPORT },
      to: [{ name: "Ada", address: "ada@example.com" }],
    },
  } satisfies Partial<NewMessage>;

  it("is followed up from the same address to the same one", async () => {
    expect(await reply(ticketWith(FIRST))).toMatchObject({
      subject: "Re: Where is my order?",
      source: {
        from: { address: SUPPORT },
        to: [{ name: "Ada", address: "ada@example.com" }],
      },
      receiver: { id: 1001 },
    });
  });

  it("without its addresses is followed up from the account's only one to the customer's", async () => {
    const { source } = await reply(ticketWith({ ...FIRST, source: { type: "email" } }));
    expect(source).toMatchObject({
      from: { address: SUPPORT },
      to: [{ name: "Ada", address: "customer1001@example.com" }],
    });
  });

  it("is answered by what the customer wrote, once they did", async () => {
    const answer = { ...EMAIL, subject: "Thanks" };
    expect((await reply(ticketWith(FIRST, answer))).subject).toBe("Re: Thanks");
  });
});

describe("the text of a reply", () => {
  it.each([
    ["<p>Hello&nbsp;<b>Ada</b>,</p><p>1 &lt; 2</p>", "Hello Ada,\n\n1 < 2"],
    ["One<br>two<ul><li>a</li><li>b</li></ul>", "One\ntwo\n- a\n\n- b"],
    [
      '<style>p {}</style>See <a href="https://x.example/?a=1&amp;b=2">here</a>',
      "See here (https://x.example/?a=1&b=2)",
    ],
    ['<a href="https://x.example">https://x.example</a> &#8364;&#x20AC;', "https://x.example €€"],
    ["<p>&NBSP;&copy; &#x110000; &apos;5&apos;</p>", "&copy; &#x110000; '5'"],
  ])("is made from the HTML %p", async (body_html, text) => {
    const sentMessage = await reply(ticketWith(EMAIL), { body_text: "", body_html });
    expect(sentMessage).toMatchObject({ body_html, body_text: text });
  });

  it("is made into HTML that shows it as it is", async () => {
    const { body_html } = await reply(ticketWith(EMAIL), { body_text: "1 < 2 &\n3" });
    expect(body_html).toBe("<div>1 &lt; 2 &amp;<br>3</div>");
  });
});

describe("a reply with an External ID", () => {
  const EXTERNAL = { external_id: "order-1042-shipped" };

  it("is written once, however often it is run", async () => {
    const id = ticketWith(EMAIL);
    const given = { ticket_id: String(id), body_text: "On its way.", ...EXTERNAL };
    const first = await act("replyToTicket", given);
    const second = await act("replyToTicket", given);
    expect(posts()).toHaveLength(1);
    expect(body()).toMatchObject(EXTERNAL);
    expect((second.data as { id: number }).id).toBe((first.data as { id: number }).id);
  });

  it("is found after an answer that was lost", async () => {
    const id = ticketWith(EMAIL);
    const given = { ticket_id: String(id), body_text: "On its way.", ...EXTERNAL };
    sandbox().faults.add({ method: "POST", path: /messages/, fault: { reset: "after" } });
    const { message } = await fail("replyToTicket", given);
    expect(message).toContain("run this again, it looks for the External ID first");
    expect((await act("replyToTicket", given)).data).toMatchObject(EXTERNAL);
    expect(posts()).toHaveLength(1);
  });

  it("that a message of the customer has is refused", async () => {
    const message = await refusal(ticketWith({ ...EMAIL, ...EXTERNAL }), EXTERNAL);
    expect(message).toContain("External ID must be the reply's own");
  });
});

describe("the message that is answered", () => {
  const other = { ...EMAIL, subject: "Another" };

  it("is the customer's last one", async () => {
    expect((await reply(ticketWith(EMAIL, other))).subject).toBe("Re: Another");
  });

  it("is the later one by its time, in whatever order the ticket lists them", async () => {
    const id = ticketWith(EMAIL, other);
    const ticket = (await ask(`/api/tickets/${id}`)) as { messages: object[] };
    const body = { ...ticket, messages: [...ticket.messages].reverse() };
    sandbox().faults.add({ path: `/api/tickets/${id}`, fault: { status: 200, body } });
    expect((await reply(id)).subject).toBe("Re: Another");
  });

  it("is the last that the ticket lists where it does not tell their times", async () => {
    const id = ticketWith(EMAIL, other);
    const ticket = (await ask(`/api/tickets/${id}`)) as { messages: object[] };
    const messages = ticket.messages.map((one) => ({ ...one, created_datetime: null }));
    const body = { ...ticket, messages };
    sandbox().faults.add({ path: `/api/tickets/${id}`, fault: { status: 200, body } });
    expect((await reply(id)).subject).toBe("Re: Another");
  });

  it.each<[string, Partial<NewMessage>]>([
    [
      "an internal note",
      {
        channel: "internal-note",
        from_agent: true,
        sender: { kind: "user", id: 2 },
        public: false,
      },
    ],
    ["an answer of an agent", { ...other, from_agent: true, sender: { kind: "user", id: 2 } }],
    ["a message of somebody in copy", { ...other, sender: { kind: "customer", id: 1002 } }],
    ["a note that is not public", { ...other, public: false }],
  ])("is not %s that came after it", async (_, last) => {
    expect((await reply(ticketWith(EMAIL, last))).subject).toBe("Re: Where is my order?");
  });
});

describe("a ticket cannot be replied to", () => {
  it("without a message of its customer", async () => {
    const id = ticketWith();
    expect(await refusal(id)).toBe(
      `Ticket ${id} cannot be replied to: it holds no message of its customer. Nothing was sent.`,
    );
  });

  it("when only others have written in it", async () => {
    const id = ticketWith({ ...EMAIL, sender: { kind: "customer", id: 1002 } });
    expect(await refusal(id)).toContain("only others have");
  });

  it.each<[string, object]>([
    ["it is spam", { spam: true }],
    ["it is in the trash", { trashed_datetime: TIME }],
  ])("when %s", async (reason, values) => {
    const id = ticketWith(EMAIL);
    sandbox().records.tickets.change(id, values);
    expect(await refusal(id)).toContain(reason);
  });

  it("without a customer", async () => {
    const { id } = sandbox().records.tickets.add({ customer_id: null });
    expect(await refusal(id)).toContain("it has no customer");
  });

  it("when the customer called by phone", async () => {
    const id = ticketWith({ ...EMAIL, channel: "phone", via: "phone" });
    expect(await refusal(id)).toContain("a phone call is answered by calling back");
  });

  it("when the customer's address is one of the account's own", async () => {
    sandbox().records.customers.change(1001, { email: SUPPORT, channels: [] });
    expect(await refusal(ticketWith(EMAIL))).toContain("an address of the account");
  });

  it("without a text, and then nothing is asked either", async () => {
    const { message } = await fail("replyToTicket", { ticket_id: "1" });
    expect(message).toContain("At least one of these inputs is required: Body Text, Body HTML");
    expect(sent()).toEqual([]);
  });
});

describe("another channel", () => {
  const SMS = {
    channel: "sms",
    via: "sms",
    from_agent: false,
    source: {
      type: "sms",
      from: { address: "+14155550100" },
      to: [{ address: "+14155550199" }],
    },
  } satisfies Partial<NewMessage>;

  it("is answered on itself, without a subject and without reading integrations", async () => {
    const id = ticketWith(SMS);
    expect(await reply(id)).toEqual({
      body_text: "On its way.",
      body_html: "<div>On its way.</div>",
      channel: "sms",
      via: "api",
      from_agent: true,
      source: {
        type: "sms",
        from: { address: "+14155550199" },
        to: [{ address: "+14155550100" }],
      },
      receiver: { id: 1001 },
    });
    expect(trafficOf()).toEqual([`GET /api/tickets/${id}`, `POST /api/tickets/${id}/messages`]);
  });

  it.each([null, { type: "sms" }, { type: "sms", from: null, to: [] }])(
    "is not answered when the message tells no address: %j",
    async (source) => {
      const message = await refusal(ticketWith({ ...SMS, source } as never));
      expect(message).toContain(
        "the last message of its customer does not tell an address on sms to send to",
      );
    },
  );

  const FIRST = {
    ...SMS,
    from_agent: true,
    sender: { kind: "user", id: 2 },
    source: { type: "sms", from: SMS.source.to[0], to: [SMS.source.from] },
  } satisfies Partial<NewMessage>;

  it("is followed up on itself where an agent began the ticket", async () => {
    const { source } = await reply(ticketWith(FIRST));
    expect(source).toEqual(
      expect.objectContaining({
        from: { address: "+14155550199" },
        to: [{ address: "+14155550100" }],
      }),
    );
  });

  it.each([null, { type: "sms" }])(
    "is not followed up when the agent's message tells no address: %j",
    async (source) => {
      const message = await refusal(ticketWith({ ...FIRST, source } as never));
      expect(message).toContain(
        "the last message of its account does not tell an address on sms to send to",
      );
    },
  );

  it("is answered without a sender where the message does not tell whom it was to", async () => {
    const source = { type: "sms" as const, from: SMS.source.from };
    expect((await reply(ticketWith({ ...SMS, source }))).source).toEqual({
      type: "sms",
      to: [{ address: "+14155550100" }],
    });
  });

  describe("on which the customer wrote to several addresses", () => {
    const to = [{ address: "+14155550198" }, { address: "+14155550199" }];
    const SEVERAL = { ...SMS, source: { ...SMS.source, to } };

    async function ticketOffering(reply_options: object) {
      const id = ticketWith(SEVERAL);
      const body = { ...((await ask(`/api/tickets/${id}`)) as object), reply_options };
      sandbox().faults.add({ path: `/api/tickets/${id}`, fault: { status: 200, body } });
      return id;
    }

    it("is answered from the one that the ticket says is the account's", async () => {
      const integrations = [{ id: 9, address: "+14155550199" }];
      const id = await ticketOffering({ sms: { answerable: true, integrations } });
      expect((await reply(id)).source.from).toEqual({ address: "+14155550199" });
    });

    it.each([{}, { sms: { answerable: true } }])(
      "is not answered when the ticket does not say which is the account's: %j",
      async (reply_options) => {
        expect(await refusal(await ticketOffering(reply_options))).toContain(
          "it is not known which of them belongs to the account",
        );
      },
    );
  });

  it("takes no From Address", async () => {
    expect(await refusal(ticketWith(SMS), { from_address: SUPPORT })).toContain(
      "From Address can be set for a reply by email only",
    );
  });
});

describe("a chat", () => {
  const CHAT = {
    channel: "chat",
    via: "chat",
    from_agent: false,
    source: { type: "chat", from: { address: "visitor-1" }, to: [{ name: "Chat", address: "" }] },
  } satisfies Partial<NewMessage>;

  it("is answered without a receiver, from an empty address", async () => {
    const message = await reply(ticketWith(CHAT));
    expect(message.source).toEqual({
      type: "chat",
      from: { name: "Chat", address: "" },
      to: [{ address: "visitor-1" }],
    });
    expect(message).not.toHaveProperty("receiver");
  });

  it("without a name of the account's side is answered without one", async () => {
    const source = { ...CHAT.source, to: [{ name: " ", address: "" }] };
    expect((await reply(ticketWith({ ...CHAT, source }))).source.from).toEqual({ address: "" });
  });

  it("that an agent began is followed up from the same side", async () => {
    const message = await reply(
      ticketWith({
        ...CHAT,
        from_agent: true,
        sender: { kind: "user", id: 2 },
        source: { type: "chat", from: { name: "Chat", address: "" }, to: [CHAT.source.from] },
      }),
    );
    expect(message.source).toEqual({
      type: "chat",
      from: { name: "Chat", address: "" },
      to: [{ address: "visitor-1" }],
    });
  });
});

it("a merged ticket is replied to in the one that remains", async () => {
  const from = ticketWith(EMAIL);
  const into = ticketWith(EMAIL);
  sandbox().mergeTickets(from, into);
  await reply(from);
  expect(posts().map(({ path }) => path)).toEqual([`/api/tickets/${into}/messages`]);
});

it("a reply whose answer is lost is not sent again, and the error says where to look", async () => {
  const id = ticketWith(EMAIL);
  sandbox().faults.add({ method: "POST", path: /messages/, fault: { reset: "after" } });
  const { message } = await fail("replyToTicket", { ticket_id: String(id), body_text: "Hello" });
  expect(message).toContain("look with List Messages");
  expect(posts()).toHaveLength(1);
});
