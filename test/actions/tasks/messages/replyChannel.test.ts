import { replyChannelOf } from "../../../../src/actions/tasks/messages/replyChannel";
import { replySubject } from "../../../../src/actions/tasks/messages/replySubject";
import type { Schemas } from "../../../../src/contract/types";

function messageOf(own: object): Schemas["TicketMessage"] {
  return { source: null, ...own } as unknown as Schemas["TicketMessage"];
}

function ticketOf(own: object): Schemas["Ticket"] {
  return { id: 5, reply_options: null, ...own } as unknown as Schemas["Ticket"];
}

describe("the channel of a reply", () => {
  it.each([
    ["email", null, { channel: "email", type: "email" }],
    ["contact_form", null, { channel: "email", type: "email" }],
    ["chat", "chat-offline-capture", { channel: "email", type: "email" }],
    ["chat", "chat", { channel: "chat", type: "chat" }],
    ["whatsapp", null, { channel: "whatsapp", type: "whatsapp-message" }],
    ["sms", " ", { channel: "sms", type: "sms" }],
    ["sms", "sms-of-tomorrow", { channel: "sms", type: "sms-of-tomorrow" }],
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

it.each([
  ["Where is it?", "Re: Where is it?"],
  ["Re: Where is it?", "Re: Where is it?"],
  [" ", undefined],
  [null, undefined],
])("the subject of a reply to %j is %j", (given, subject) => {
  expect(replySubject(given)).toBe(subject);
});
