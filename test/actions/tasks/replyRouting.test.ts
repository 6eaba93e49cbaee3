import { lastReceived } from "../../../src/actions/tasks/customerMessage";
import type { EmailIntegration } from "../../../src/actions/tasks/emailIntegrations";
import { readEmailIntegrations } from "../../../src/actions/tasks/emailIntegrations";
import { replyChannelOf } from "../../../src/actions/tasks/replyChannel";
import { replySource } from "../../../src/actions/tasks/replySource";
import { replySubject } from "../../../src/actions/tasks/replySubject";
import type { GorgiasClient } from "../../../src/client";
import type { Ticket, TicketMessage } from "../../../src/contract/types";

const CUSTOMER = { id: 3, email: "john@example.com", name: "John" };

function messageOf(own: object): TicketMessage {
  return {
    id: 1,
    from_agent: false,
    channel: "email",
    sender: CUSTOMER,
    source: null,
    created_datetime: "2026-01-01T00:00:00",
    ...own,
  } as unknown as TicketMessage;
}

function ticketOf(own: object): Ticket {
  return {
    id: 5,
    customer: CUSTOMER,
    messages: [],
    reply_options: null,
    ...own,
  } as unknown as Ticket;
}

describe("the channel of a reply", () => {
  it.each([
    ["email", null, { channel: "email", type: "email" }],
    ["contact_form", null, { channel: "email", type: "email" }],
    ["chat", "chat-offline-capture", { channel: "email", type: "email" }],
    ["chat", "chat", { channel: "chat", type: "chat" }],
    ["whatsapp", null, { channel: "whatsapp", type: "whatsapp-message" }],
    ["sms", "no type of Gorgias's", { channel: "sms", type: "sms" }],
  ])("to a message on %s with source %s", (channel, type, reply) => {
    expect(replyChannelOf(ticketOf({}), messageOf({ channel, source: { type } }))).toEqual(reply);
  });

  it.each([
    ["phone", {}, "a phone call is answered by calling back"],
    ["api", {}, "no address"],
    ["instagram-comment", {}, "it is not known how"],
    ["my-channel", {}, "a custom one"],
    ["sms", { sms: { answerable: false, reason: "no number" } }, "(no number)"],
    ["sms", { sms: { answerable: false } }, "(no reason given)"],
  ])("on %s with %j is refused", (channel, reply_options, reason) => {
    const ticket = ticketOf({ reply_options });
    expect(() => replyChannelOf(ticket, messageOf({ channel }))).toThrow(reason);
  });

  it("can be a custom one that the ticket says is answerable", () => {
    const ticket = ticketOf({ reply_options: { "my-channel": { answerable: true } } });
    const message = messageOf({ channel: "my-channel", source: { type: "app" } });
    expect(replyChannelOf(ticket, message)).toEqual({ channel: "my-channel", type: "app" });
  });
});

describe("the message that is answered", () => {
  it.each([
    ["has no customer", { customer: null }],
    ["holds no message of its customer", {}],
    ["only others have", { messages: [messageOf({ sender: { id: 9 } })] }],
  ])("is none when the ticket %s", (reason, own) => {
    expect(() => lastReceived(ticketOf(own))).toThrow(reason);
  });

  it("is the customer's last one in time, in whatever order they come", () => {
    const messages = [
      messageOf({ id: 2, created_datetime: "2026-01-02T00:00:00+00:00" }),
      messageOf({ id: 1, created_datetime: "2026-01-01T00:00:00" }),
      messageOf({ id: 3, created_datetime: "2026-01-03T00:00:00", channel: "internal-note" }),
      messageOf({ id: 4, created_datetime: null }),
    ];
    expect(lastReceived(ticketOf({ messages })).message.id).toBe(2);
  });
});

const SUPPORT: EmailIntegration = { id: 7, name: "Support", address: "support@example.com" };
const SALES: EmailIntegration = { id: 8, address: "sales@example.com" };
const EMAIL = { channel: "email", type: "email" } as const;

function route(
  source: object | null,
  {
    own = [SUPPORT, SALES],
    message = {},
    from_address,
    reply_to_all = false,
    reply = EMAIL,
    ticket = {},
  }: {
    own?: EmailIntegration[];
    message?: object;
    from_address?: string;
    reply_to_all?: boolean;
    reply?: { channel: string; type: never | "email" | "sms" };
    ticket?: object;
  } = {},
) {
  const received = { customer: CUSTOMER, message: messageOf({ source, ...message }) } as never;
  return replySource(ticketOf(ticket), received, reply, own, { from_address, reply_to_all });
}

describe("the addresses of a reply by email", () => {
  const received = {
    from: { name: "Johnny", address: "johnny@home.example" },
    to: [{ address: "SALES@example.com" }, { name: "Ann", address: "ann@example.org" }],
    cc: [{ address: "ANN@example.org" }, { address: "bob@example.org" }, { address: null }],
  };

  it("are those of the customer's message, swapped", () => {
    expect(route(received)).toEqual({
      type: "email",
      from: { address: "sales@example.com" },
      to: [{ name: "Johnny", address: "johnny@home.example" }],
    });
  });

  it("have everybody else in copy, once, when all are to be answered", () => {
    expect(route(received, { reply_to_all: true }).cc).toEqual([
      { name: "Ann", address: "ann@example.org" },
      { address: "bob@example.org" },
    ]);
  });

  it.each([
    ["the integration that the message names", { message: { integration_id: 7 } }],
    ["the only one there is", { own: [SUPPORT] }],
    ["the given address", { from_address: "Support@Example.com" }],
  ])("are sent from %s when no address tells", (_, options) => {
    expect(route(null, options)).toEqual({
      type: "email",
      from: { name: "Support", address: "support@example.com" },
      to: [{ name: "John", address: "john@example.com" }],
    });
  });

  it.each([
    ["several integrations and no hint", {}, "set From Address"],
    ["no integration", { own: [] }, "the account has none"],
    ["a From Address of nobody", { from_address: "x@example.com" }, "From Address must belong"],
  ])("are refused with %s", (_, options, reason) => {
    expect(() => route(null, options)).toThrow(reason);
  });

  it("are refused when the customer has none, or one of the account's own", () => {
    const nameless = { message: { sender: { id: 3 } } };
    const received2 = { customer: { id: 3 }, message: messageOf({ sender: { id: 3 } }) } as never;
    expect(() =>
      replySource(ticketOf({}), received2, EMAIL, [SUPPORT], { reply_to_all: false }),
    ).toThrow("no email address of its customer is known");
    expect(() => route({ from: SUPPORT }, nameless)).toThrow("an address of the account itself");
  });
});

describe("the addresses of a reply on another channel", () => {
  const SMS = { channel: "sms", type: "sms" } as const;
  const phone = (address: string) => ({ address });

  it("are those of the customer's message, swapped", () => {
    const source = { from: phone("+1555"), to: [phone("+1777")] };
    expect(route(source, { reply: SMS })).toEqual({
      type: "sms",
      from: phone("+1777"),
      to: [phone("+1555")],
    });
    expect(route({ from: phone("+1555") }, { reply: SMS })).toEqual({
      type: "sms",
      to: [phone("+1555")],
    });
  });

  it("are sent from the account's own of several", () => {
    const source = { from: phone("+1555"), to: [phone("+1777"), phone("+1888")] };
    const reply_options = { sms: { answerable: true, integrations: [{ address: "+1888" }] } };
    expect(route(source, { reply: SMS, ticket: { reply_options } }).from).toEqual(phone("+1888"));
    expect(() => route(source, { reply: SMS })).toThrow("several addresses");
  });

  it("are refused without one to send to, and with a From Address", () => {
    expect(() => route(null, { reply: SMS })).toThrow("does not tell an address on sms");
    expect(() => route(null, { reply: SMS, from_address: "a@example.com" })).toThrow(
      "From Address can be set for a reply by email only",
    );
  });
});

describe("the email integrations of an account", () => {
  const read = (integrations: object[], reply_options: object | null = null) => {
    const logger = { info: () => undefined };
    const request = async () => ({ data: { data: integrations, meta: {} }, headers: {} });
    const client = { request, logger } as unknown as GorgiasClient;
    return readEmailIntegrations(client, ticketOf({ reply_options }));
  };

  it("are those of mail that are switched on, wherever they hold their address", async () => {
    const found = await read([
      { id: 1, type: "email", name: "A", meta: { address: "a@example.com" } },
      { id: 2, type: "gmail", meta: null, address: "b@example.com" },
      { id: 3, type: "outlook", outlook: { address: "c@example.com" } },
      { id: 4, type: "http", meta: { address: "d@example.com" } },
      {
        id: 5,
        type: "email",
        meta: { address: "e@example.com" },
        deactivated_datetime: "2026-01-01T00:00:00",
      },
      { id: 6, type: "email", meta: { address: "" } },
    ]);
    expect(found).toEqual([
      { id: 1, name: "A", address: "a@example.com" },
      { id: 2, address: "b@example.com" },
      { id: 3, address: "c@example.com" },
    ]);
  });

  it("include those that the ticket can be answered with, once", async () => {
    const listed = { id: 1, type: "email", name: "A", meta: { address: "a@example.com" } };
    const integrations = [
      { id: 1, address: "A@example.com" },
      { id: 9, name: "Z", address: "z@example.com" },
      { address: "no-id@example.com" },
    ];
    expect(await read([listed], { email: { answerable: true, integrations } })).toEqual([
      { id: 1, name: "A", address: "a@example.com" },
      { id: 9, name: "Z", address: "z@example.com" },
    ]);
  });
});

it.each([
  ["Where is it?", "Re: Where is it?"],
  ["Re: Where is it?", "Re: Where is it?"],
  [null, undefined],
])("the subject of a reply to %j is %j", (given, subject) => {
  expect(replySubject(given)).toBe(subject);
});
