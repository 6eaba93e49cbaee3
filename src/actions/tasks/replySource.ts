import type { Ticket, TicketMessage } from "../../contract/types";
import { InputError } from "../../errors";
import { formatValue } from "../../text";
import { isEmail, isSameEmail } from "./addresses";
import { cannotReply } from "./cannotReply";
import type { Received } from "./customerMessage";
import { type EmailIntegration, ownerOf } from "./emailIntegrations";
import type { ReplyChannel } from "./replyChannel";
import type { MessageSource, SourceAddress } from "./types";

/** What a builder says of the addresses. */
export interface Addressing {
  from_address?: string;
  reply_to_all: boolean;
}

type Found = { name?: string | null; address?: string | null };

/**
 * How a reply is routed: the addresses of the customer's message, swapped.
 *
 * @param integrations the account's, for a reply by email.
 * @throws InputError when there is no address to send to or from, and for a From Address that the
 * account does not own.
 */
export function replySource(
  ticket: Ticket,
  received: Received,
  reply: ReplyChannel,
  integrations: readonly EmailIntegration[],
  addressing: Addressing,
): MessageSource {
  if (reply.channel === "email") {
    return emailSource(ticket, received, integrations, addressing);
  }
  if (addressing.from_address !== undefined) {
    throw new InputError(
      `From Address can be set for a reply by email only, and ticket ${ticket.id} is answered on ${reply.channel}; given ${formatValue(addressing.from_address)}. Nothing was sent.`,
    );
  }
  return otherSource(ticket, received, reply);
}

/** An address as Gorgias takes it: without the id that it is read with. */
function toAddress({ name, address }: Found): SourceAddress[] {
  return address ? [{ ...(name ? { name } : {}), address }] : [];
}

function recipientsOf({ source }: TicketMessage): SourceAddress[] {
  return [...(source?.to ?? []), ...(source?.cc ?? [])].flatMap(toAddress);
}

/** The addresses to choose a sender from, as errors tell them. */
function choicesOf(integrations: readonly EmailIntegration[]): string {
  return integrations.length > 0
    ? `one of ${integrations.map(({ address }) => address).join(", ")}`
    : "but the account has none that is switched on";
}

function givenSender(integrations: readonly EmailIntegration[], given: string) {
  const owner = ownerOf(integrations, given);
  if (!owner) {
    throw new InputError(
      `From Address must belong to an email integration, ${choicesOf(integrations)}; given ${formatValue(given)}. Nothing was sent.`,
    );
  }
  return owner;
}

/** The integration that the customer wrote to: by address, by id, or because there is no other. */
function receivingIntegration(
  ticket: Ticket,
  message: TicketMessage,
  integrations: readonly EmailIntegration[],
): EmailIntegration {
  const addressed = recipientsOf(message).map(({ address }) => ownerOf(integrations, address));
  const [only, ...others] = integrations;
  const receiver =
    addressed.find((owner) => owner !== undefined) ??
    integrations.find(({ id }) => id === message.integration_id) ??
    (others.length === 0 ? only : undefined);
  if (!receiver) {
    throw cannotReply(
      ticket,
      `it is not known which address of the account its customer wrote to: set From Address to that of an email integration, ${choicesOf(integrations)}`,
    );
  }
  return receiver;
}

function customerEmail({ customer, message }: Received): SourceAddress[] {
  const { source, sender } = message;
  const address = [source?.from?.address, sender?.email, customer.email].find(isEmail);
  return toAddress({ name: source?.from?.name ?? sender?.name, address });
}

/** Everyone else who got the customer's message, once, the account's own addresses apart. */
function othersIn(
  message: TicketMessage,
  integrations: readonly EmailIntegration[],
  to: SourceAddress,
): SourceAddress[] {
  const others = recipientsOf(message).filter(
    ({ address }) =>
      isEmail(address) && !ownerOf(integrations, address) && !isSameEmail(address, to.address),
  );
  const isFirst = ({ address }: SourceAddress, index: number): boolean =>
    others.findIndex((other) => isSameEmail(other.address, address)) === index;
  return others.filter(isFirst);
}

function emailSource(
  ticket: Ticket,
  received: Received,
  integrations: readonly EmailIntegration[],
  { from_address, reply_to_all }: Addressing,
): MessageSource {
  const [to] = customerEmail(received);
  if (!to) {
    throw cannotReply(ticket, "no email address of its customer is known");
  }
  if (ownerOf(integrations, to.address)) {
    throw cannotReply(
      ticket,
      `${to.address} is an address of the account itself, and the reply would come back as a message of its customer`,
    );
  }
  const from =
    from_address === undefined
      ? receivingIntegration(ticket, received.message, integrations)
      : givenSender(integrations, from_address);
  const cc = reply_to_all ? othersIn(received.message, integrations, to) : [];
  return {
    type: "email",
    from: toAddress(from)[0],
    to: [to],
    ...(cc.length > 0 ? { cc } : {}),
  };
}

/** The address of the company that the customer wrote to, on a channel other than email. */
function answeringAddress(
  ticket: Ticket,
  message: TicketMessage,
  channel: string,
): SourceAddress[] {
  const recipients = (message.source?.to ?? []).flatMap(toAddress);
  if (recipients.length <= 1) {
    return recipients;
  }
  const own = ticket.reply_options?.[channel]?.integrations ?? [];
  const recipient = recipients.find(({ address }) => own.some((one) => one.address === address));
  if (!recipient) {
    throw cannotReply(
      ticket,
      "its customer wrote to several addresses, and it is not known which of them belongs to the account",
    );
  }
  return [recipient];
}

function otherSource(
  ticket: Ticket,
  { message }: Received,
  { channel, type }: ReplyChannel,
): MessageSource {
  const to = toAddress(message.source?.from ?? {});
  if (to.length === 0) {
    throw cannotReply(
      ticket,
      `the last message of its customer does not tell an address on ${channel} to send to`,
    );
  }
  const [from] = answeringAddress(ticket, message, channel);
  return { type, ...(from ? { from } : {}), to };
}
