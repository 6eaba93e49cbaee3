import { useActions } from "../../support/actions";

const { act, fail, sandbox, sent } = useActions();

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
    expect(trafficOf()).toEqual([
      `GET /api/tickets/${id}`,
      "GET /api/integrations",
      `POST /api/tickets/${id}/messages`,
    ]);
    expect(body()).toEqual({
      body_text: "On its way.",
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

describe("the message that is answered", () => {
  const other = { ...EMAIL, subject: "Another" };

  it("is the customer's last one", async () => {
    expect((await reply(ticketWith(EMAIL, other))).subject).toBe("Re: Another");
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
    ["a deleted message", { ...other, deleted_datetime: TIMES[2] }],
  ])("is not %s that came after it", async (_, last) => {
    expect((await reply(ticketWith(EMAIL, last))).subject).toBe("Re: Where is my order?");
  });
});

describe("a ticket cannot be replied to", () => {
  it("without a message of its customer", async () => {
    const id = ticketWith({ ...EMAIL, from_agent: true, sender: { kind: "user", id: 2 } });
    expect(await refusal(id)).toBe(
      `Ticket ${id} cannot be replied to: it holds no message of its customer. Nothing was sent.`,
    );
  });

  it("when only others have written in it", async () => {
    const id = ticketWith({ ...EMAIL, sender: { kind: "customer", id: 1002 } });
    expect(await refusal(id)).toContain("only others have");
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
    const source = { ...EMAIL.source, from: { address: SUPPORT } };
    expect(await refusal(ticketWith({ ...EMAIL, source }))).toContain("an address of the account");
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

  it("takes no From Address", async () => {
    expect(await refusal(ticketWith(SMS), { from_address: SUPPORT })).toContain(
      "From Address can be set for a reply by email only",
    );
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
