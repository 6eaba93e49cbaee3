import { choicesOf, fieldSchema } from "../../../contract/fieldSchemas";
import type { Schemas } from "../../../contract/types";
import type { SourceType } from "../types";
import { cannotReply } from "./cannotReply";

/** Where the customer wrote once and does not wait: the answer goes to their mailbox. */
const ANSWERED_BY_EMAIL = {
  channels: new Set(["contact_form", "help-center"]),
  sourceTypes: new Set([
    "chat-contact-form",
    "chat-offline-capture",
    "contact-form",
    "help-center-contact-form",
  ]),
};

/** Channels that no message of the API goes out on, whatever the ticket says. */
const UNANSWERABLE = new Map([
  ["aircall", "a phone call is answered by calling back"],
  ["phone", "a phone call is answered by calling back"],
  ["api", "a message that came through the API has no address that Gorgias could send to"],
  ["internal-note", "an internal note is not from a customer"],
  ["yotpo-review", "a review is answered in Gorgias or in Yotpo"],
]);

/** The type of an answer's source where the customer's message does not tell its own. */
const SOURCE_TYPES = new Map<string, SourceType>([
  ["chat", "chat"],
  ["facebook-messenger", "facebook-messenger"],
  ["instagram-direct-message", "instagram-direct-message"],
  ["sms", "sms"],
  ["twitter-direct-message", "twitter-direct-message"],
  ["whatsapp", "whatsapp-message"],
]);

/** On what an answer goes out. */
export interface ReplyChannel {
  channel: string;
  type: SourceType;
}

/** The channel of an answer to a message, or why there is none. */
export function replyChannelOf(
  ticket: Pick<Schemas["Ticket"], "id" | "reply_options">,
  { channel: received, source }: Pick<Schemas["TicketMessage"], "channel" | "source">,
): ReplyChannel {
  const given = source?.type;
  const byEmail =
    received === "email" ||
    ANSWERED_BY_EMAIL.channels.has(received) ||
    ANSWERED_BY_EMAIL.sourceTypes.has(given ?? "");
  const channel = byEmail ? "email" : received;
  const reason = UNANSWERABLE.get(channel);
  if (reason) {
    throw cannotReply(ticket, `its channel is ${channel}, and ${reason}`);
  }
  const option = ticket.reply_options?.[channel];
  if (option?.answerable === false) {
    throw cannotReply(
      ticket,
      `Gorgias does not answer on its channel ${channel} (${option.reason || "no reason given"})`,
    );
  }
  if (!option && !isKnown(channel)) {
    throw cannotReply(
      ticket,
      `its channel ${channel} is a custom one, and Gorgias does not tell that it can be answered`,
    );
  }
  const type = byEmail ? "email" : given?.trim() || SOURCE_TYPES.get(channel);
  if (!type) {
    throw cannotReply(ticket, `it is not known how an answer on its channel ${channel} is sent`);
  }
  return { channel, type };
}

/** Is it a channel of Gorgias's own? The slug of a custom one is not among its known values. */
function isKnown(channel: string): boolean {
  return choicesOf(fieldSchema("POST /tickets", "channel")).includes(channel);
}
