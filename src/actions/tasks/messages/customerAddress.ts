import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import { addressesOf } from "../customers/customerQueries";
import { isEmail, isSameEmail } from "../customers/emails";
import { readIfThere } from "../readIfThere";
import { type FilledAddress, recipientsOf, toAddress } from "./addresses";
import { cannotReply } from "./cannotReply";
import type { Conversation } from "./conversation";

/**
 * Where a reply by email reaches the ticket's customer.
 *
 * It is the address that they wrote from if it is theirs, else the one that they asked to be
 * answered at if that is, else their main one. A shop's mailer that sent the mail in their name is
 * none of these. Whether `source.from` holds the From or the Reply-To of a mail is not documented
 * (contract, README "Not determined").
 *
 * @throws InputError when no address of the customer is known.
 */
export async function customerAddress(
  client: GorgiasClient,
  ticket: Schemas["Ticket"],
  { customer, message, isFollowUp }: Conversation,
): Promise<FilledAddress> {
  const own = await ownAddresses(client, customer);
  const isTheirs = (address: string) => own.some((one) => isSameEmail(one, address));
  const used = isFollowUp ? recipientsOf(message) : toAddress(message.source?.from);
  const written = used.find(({ address }) => isTheirs(address));
  if (written) {
    return written;
  }
  // With one address there is no other to ask for.
  const asked =
    own.length > 1 && !isFollowUp ? await replyTo(client, ticket, message) : ([] as string[]);
  const [address] = toAddress({
    name: customer.name,
    address: asked.find(isTheirs) ?? own[0],
  });
  if (!address) {
    throw cannotReply(ticket, "no email address of its customer is known");
  }
  return address;
}

/** The customer's email addresses, the main one first. */
async function ownAddresses(
  client: GorgiasClient,
  customer: Conversation["customer"],
): Promise<string[]> {
  // Live tickets show the channels of their customer; not every answer has to.
  const channels =
    customer.channels ??
    (await readIfThere(client.request("GET /customers/{id}", { id: customer.id })))?.channels;
  const all = [customer.email, ...addressesOf({ channels: channels ?? [] }, ["email"])];
  return all
    .filter(isEmail)
    .filter((one, index, others) => others.findIndex((other) => isSameEmail(one, other)) === index);
}

/** The addresses in a message's Reply-To, which stands on its own resource only. */
async function replyTo(
  client: GorgiasClient,
  ticket: Schemas["Ticket"],
  { id }: Schemas["TicketMessage"],
): Promise<string[]> {
  const message = await readIfThere(
    client.request("GET /tickets/{ticket_id}/messages/{id}", { ticket_id: ticket.id, id }),
  );
  const headers = Object.entries(message?.headers ?? {});
  const [, value] = headers.find(([name]) => name.toLowerCase() === "reply-to") ?? [];
  return String(value ?? "").match(/[^\s<>,;:"']+@[^\s<>,;:"']+/g) ?? [];
}
