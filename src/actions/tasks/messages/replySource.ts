import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import { InputError } from "../../../errors";
import { formatValue } from "../../../text";
import { isEmail, isSameEmail } from "../customers/emails";
import type { MessageSource, SourceAddress } from "../types";
import {
  type AccountAddress,
  choicesOf,
  isOwnAddress,
  offeredAddresses,
  onlySender,
  ownerOf,
  readAccountAddresses,
  requireSender,
} from "./accountAddresses";
import { type FilledAddress, recipientsOf, toAddress } from "./addresses";
import { cannotReply } from "./cannotReply";
import type { Conversation } from "./conversation";
import { customerAddress } from "./customerAddress";
import type { ReplyChannel } from "./replyChannel";

/** What a builder says of the addresses. */
export interface Addressing {
  from_address?: string;
  reply_to_all: boolean;
}

/**
 * How a reply is routed: the addresses of the message that it goes by, swapped, or once more when
 * the account wrote that.
 *
 * @throws InputError when there is no address to send to or from, and for a From Address that the
 * account does not own.
 */
export async function replySource(
  client: GorgiasClient,
  ticket: Schemas["Ticket"],
  conversation: Conversation,
  reply: ReplyChannel,
  addressing: Addressing,
): Promise<MessageSource> {
  if (reply.channel === "email") {
    return emailSource(client, ticket, conversation, addressing);
  }
  if (addressing.from_address !== undefined) {
    throw new InputError(
      `From Address can be set for a reply by email only, and ticket ${ticket.id} is answered on ${reply.channel}; given ${formatValue(addressing.from_address)}. Nothing was sent.`,
      { input: "From Address", given: formatValue(addressing.from_address) },
    );
  }
  return otherSource(ticket, conversation, reply);
}

async function emailSource(
  client: GorgiasClient,
  ticket: Schemas["Ticket"],
  conversation: Conversation,
  addressing: Addressing,
): Promise<MessageSource> {
  const to = await customerAddress(client, ticket, conversation);
  const account = await neededAddresses(client, ticket, conversation, addressing);
  if (isOwnAddress(account, to.address)) {
    throw cannotReply(
      ticket,
      `${to.address} is an address of the account itself, and the reply would come back as a message of its customer`,
    );
  }
  const from =
    addressing.from_address === undefined
      ? (senderOf(account, conversation) ?? requireOnlySender(ticket, account))
      : requireSender(account, addressing.from_address);
  const cc = addressing.reply_to_all ? othersIn(conversation.message, account, to) : [];
  return {
    type: "email",
    from: toAddress(from)[0],
    to: [to],
    ...(cc.length > 0 ? { cc } : {}),
  };
}

/**
 * The account's addresses as far as this reply needs them: those that the ticket offers often
 * suffice, and the integrations may be closed to the connection. Only they tell every own address.
 */
async function neededAddresses(
  client: GorgiasClient,
  ticket: Schemas["Ticket"],
  conversation: Conversation,
  { from_address, reply_to_all }: Addressing,
): Promise<AccountAddress[]> {
  const offered = offeredAddresses(ticket);
  const sender =
    from_address === undefined
      ? senderOf(offered, conversation)
      : offered.find(({ address }) => isSameEmail(address, from_address));
  if (sender && !reply_to_all) {
    return offered;
  }
  const read = await readAccountAddresses(client);
  return [...read, ...offered.filter(({ address }) => !ownerOf(read, address))];
}

/** The address that the customer wrote to or, when the account wrote, that it wrote from. */
function senderOf(
  account: readonly AccountAddress[],
  { message, isFollowUp }: Conversation,
): AccountAddress | undefined {
  const active = account.filter(({ isActive }) => isActive);
  const used = isFollowUp ? toAddress(message.source?.from) : recipientsOf(message);
  return (
    used.map(({ address }) => ownerOf(active, address)).find((owner) => owner !== undefined) ??
    active.find(({ id }) => id === message.integration_id)
  );
}

/** The one address there is. @throws InputError when there is a choice, or none */
function requireOnlySender(
  ticket: Schemas["Ticket"],
  account: readonly AccountAddress[],
): AccountAddress {
  const only = onlySender(account);
  if (!only) {
    throw cannotReply(
      ticket,
      `it is not known which address of the account its customer wrote to: set From Address to that of an email integration, ${choicesOf(account)}`,
    );
  }
  return only;
}

/** Everyone else who got the message, once, without the account's own addresses. */
function othersIn(
  message: Schemas["TicketMessage"],
  account: readonly AccountAddress[],
  to: FilledAddress,
): FilledAddress[] {
  const sender = message.source?.from?.address;
  const others = recipientsOf(message).filter(
    ({ address }) =>
      isEmail(address) &&
      !isOwnAddress(account, address) &&
      ![to.address, sender].some((one) => isSameEmail(address, one)),
  );
  const isFirst = ({ address }: FilledAddress, index: number): boolean =>
    others.findIndex((other) => isSameEmail(other.address, address)) === index;
  return others.filter(isFirst);
}

function otherSource(
  ticket: Schemas["Ticket"],
  { message, isFollowUp }: Conversation,
  { channel, type }: ReplyChannel,
): MessageSource {
  const from = toAddress(message.source?.from);
  const to = (message.source?.to ?? []).flatMap(toAddress);
  const [theirs, ours] = isFollowUp ? [to, from] : [from, to];
  if (theirs.length === 0) {
    throw cannotReply(
      ticket,
      `the last message of its ${isFollowUp ? "account" : "customer"} does not tell an address on ${channel} to send to`,
    );
  }
  const own =
    channel === "chat"
      ? [chatSide(isFollowUp ? message.source?.from : message.source?.to?.[0])]
      : answeringAddress(ticket, ours, channel);
  return { type, ...(own[0] ? { from: own[0] } : {}), to: theirs.slice(0, 1) };
}

/** The account's side of a chat has an empty address (contract, README "Not determined"). */
function chatSide(used: { name?: string | null } | null | undefined): SourceAddress {
  const name = used?.name?.trim();
  return { ...(name ? { name } : {}), address: "" };
}

/** The address of the company that the customer wrote to, on a channel other than email. */
function answeringAddress(
  ticket: Schemas["Ticket"],
  used: readonly SourceAddress[],
  channel: string,
): readonly SourceAddress[] {
  if (used.length <= 1) {
    return used;
  }
  const own = ticket.reply_options?.[channel]?.integrations ?? [];
  const answering = used.find(({ address }) => own.some((one) => one.address === address));
  if (!answering) {
    throw cannotReply(
      ticket,
      "its customer wrote to several addresses, and it is not known which of them belongs to the account",
    );
  }
  return [answering];
}
