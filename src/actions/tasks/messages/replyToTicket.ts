import { gorgiasAction } from "../../../action";
import type { Schemas } from "../../../contract/types";
import { fieldsOf, input } from "../../../inputs/input";
import { toggle } from "../../../inputs/shared";
import { emailAddress } from "../customers/emails";
import { replyExample } from "../examples";
import { contentInputs, messageExternalId, senderId, writtenTicketId } from "../inputs";
import { requireOneOf } from "../requireOneOf";
import type { NewMessage } from "../types";
import { completeBodies } from "./bodies";
import { conversationOf } from "./conversation";
import { replyChannelOf } from "./replyChannel";
import { type Addressing, replySource } from "./replySource";
import { replySubject } from "./replySubject";
import { writeMessage } from "./writeMessage";
import { writtenBefore } from "./writtenBefore";

const routing = {
  from_address: input(
    {
      label: "From Address",
      comments:
        "The email address that the reply is sent from; it must belong to an email integration of the account. For replies by email only. If left blank, it is the address that the customer wrote to.",
      example: "support@example.com",
      dataSource: "selectEmailAddress",
    },
    { type: "string", clean: emailAddress("From Address") },
  ),
  subject: fieldsOf("POST /tickets/{ticket_id}/messages")("subject", {
    label: "Subject",
    comments:
      'The subject of the reply. If left blank, a reply by email has that of the customer\'s message, after "Re:".',
    example: "Re: Where is my order?",
  }),
  reply_to_all: toggle({
    label: "Reply to All",
    comments:
      "When enabled, everyone else who got the customer's email gets the reply as a copy, without the account's own addresses. Otherwise it goes to the customer alone.",
    example: "false",
  }),
};

export const replyToTicket = gorgiasAction({
  answers: "POST /tickets/{ticket_id}/messages",
  display: {
    important: true,
    label: "Reply to Ticket",
    description:
      "Send a reply to the customer of a ticket, on the channel of the customer's last message, or follow up what an agent wrote first.",
  },
  reads: false,
  inputs: {
    ticket_id: writtenTicketId,
    ...contentInputs("reply"),
    external_id: messageExternalId("reply"),
    sender_id: senderId,
    ...routing,
  },
  perform: async (client, { ticket_id, from_address, reply_to_all, ...given }) => {
    requireOneOf({ "Body Text": given.body_text, "Body HTML": given.body_html });
    const ticket = await client.request("GET /tickets/{id}", { id: ticket_id });
    const { external_id } = given;
    const written = writtenBefore(ticket.messages, external_id, "reply");
    if (written) {
      client.logger.info(`Ticket ${ticket.id} holds this reply already: message ${written.id}.`);
      return { data: written };
    }
    const { channel, source, subject, receiver } = await routed(client, ticket, {
      from_address,
      reply_to_all,
    });
    const { sender_id, ...content } = given;
    // Without a sent_datetime: Gorgias sends it (contract, schema `MessageCreate`).
    const message: Partial<NewMessage> = {
      ...content,
      ...completeBodies(content),
      channel,
      via: "api",
      from_agent: true,
      subject: content.subject ?? subject,
      source,
      sender: sender_id === undefined ? undefined : { id: sender_id },
      receiver,
    };
    return {
      // A ticket that was merged answers as the one that remains.
      data: await writeMessage(client, ticket.id, message, "reply"),
    };
  },
  examplePayload: replyExample,
});

/** Where a reply to a ticket goes, and on what. @throws InputError when it cannot be sent */
async function routed(
  client: Parameters<typeof replySource>[0],
  ticket: Schemas["Ticket"],
  addressing: Addressing,
): Promise<Partial<NewMessage>> {
  const conversation = conversationOf(ticket);
  const { customer, message } = conversation;
  const reply = replyChannelOf(ticket, message);
  const asked = message.subject?.trim() ? message.subject : ticket.subject;
  return {
    channel: reply.channel,
    source: await replySource(client, ticket, conversation, reply, addressing),
    subject: reply.channel === "email" ? replySubject(asked) : undefined,
    // A reply in a chat that names its receiver is shown as not delivered (one client).
    receiver: reply.channel === "chat" ? undefined : { id: customer.id },
  };
}
