import { gorgiasAction } from "../../action";
import type { Ticket, TicketMessage } from "../../contract/types";
import { path } from "../../http/path";
import { text } from "../../inputs/clean";
import { fieldsOf, input } from "../../inputs/field";
import { connection, debugRequest, toggle } from "../../inputs/shared";
import { requireOneOf } from "./alternatives";
import { lastReceived } from "./customerMessage";
import { readEmailIntegrations } from "./emailIntegrations";
import { replyExample } from "./examples";
import { messageContent, senderId, trimmed, writtenTicketId } from "./inputs";
import { replyChannelOf } from "./replyChannel";
import { replySource } from "./replySource";
import { replySubject } from "./replySubject";
import type { NewMessage } from "./types";

const routing = {
  from_address: input(
    {
      label: "From Address",
      comments:
        "The email address that the reply is sent from; it must belong to an email integration of the account. For replies by email only. If left blank, it is the address that the customer wrote to.",
      example: "support@example.com",
    },
    { type: "string", clean: trimmed(text("From Address")) },
  ),
  subject: fieldsOf("create-ticket-message")("subject", {
    label: "Subject",
    comments:
      'The subject of the reply. If left blank, a reply by email has that of the customer\'s message, after "Re:".',
    example: "Re: Where is my order?",
  }),
  reply_to_all: toggle({
    label: "Reply to All",
    comments:
      "When enabled, everyone else who got the customer's email gets the reply as a copy, addresses of the account apart. Otherwise it goes to the customer alone.",
    example: "false",
  }),
};

export const replyToTicket = gorgiasAction({
  operation: "create-ticket-message",
  display: {
    label: "Reply to Ticket",
    description:
      "Send a reply to the customer of a ticket, on the channel of the customer's last message.",
  },
  reads: false,
  inputs: {
    connection,
    ticket_id: writtenTicketId,
    ...messageContent("reply"),
    sender_id: senderId,
    ...routing,
    debugRequest,
  },
  perform: async (
    client,
    { ticket_id, sender_id, subject, from_address, reply_to_all, ...body },
  ) => {
    requireOneOf({ "Body Text": body.body_text, "Body HTML": body.body_html });
    const ticket = await client.get<Ticket>(path`/tickets/${ticket_id}`);
    const received = lastReceived(ticket);
    const reply = replyChannelOf(ticket, received.message);
    const isEmail = reply.channel === "email";
    const integrations = isEmail ? await readEmailIntegrations(client, ticket) : [];
    const addressing = { from_address, reply_to_all };
    const asked = isEmail ? replySubject(received.message.subject ?? ticket.subject) : undefined;
    // Without a sent_datetime: Gorgias sends it (contract, schema `MessageCreate`).
    const message: Partial<NewMessage> = {
      ...body,
      channel: reply.channel,
      via: "api",
      from_agent: true,
      subject: subject ?? asked,
      source: replySource(ticket, received, reply, integrations, addressing),
      sender: sender_id === undefined ? undefined : { id: sender_id },
      receiver: { id: received.customer.id },
    };
    return {
      // A ticket that was merged answers as the one that remains.
      data: await client.post<TicketMessage>(path`/tickets/${ticket.id}/messages`, message, {
        creates: {
          what: "reply",
          advice: "look with List Messages (Ticket ID) before you run this again",
        },
      }),
    };
  },
  examplePayload: replyExample,
});
