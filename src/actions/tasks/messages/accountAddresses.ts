/** The email addresses that belong to the account itself. */
import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import { InputError } from "../../../errors";
import { path } from "../../../http/path";
import { listRecords } from "../../../lists";
import { formatValue } from "../../../text";
import { isSameEmail, withoutTag } from "../customers/emails";
import type { Integration } from "../types";

const EMAIL_TYPES = new Set(["email", "gmail", "outlook"]);

/** Where Gorgias takes in the mail that is forwarded to an account (its status page, May 2025). */
const GORGIAS_MAILBOX = /@(emails\.gorgias\.com|[^@]*\.gorgias\.io)$/i;

/** An address that the account receives and sends mail with. */
export interface AccountAddress {
  /** Of the integration that owns it. */
  id: number;
  /** The sender's name that customers see. */
  name?: string;
  address: string;
  /** Mail can be sent from it: its integration is switched on. */
  isActive: boolean;
}

/**
 * The addresses of all email integrations, those that are switched off included.
 *
 * The list is read without its filter `type`, which takes one type at a time and, by the report of
 * one client, no other than http (contract, parameter `IntType`).
 */
export async function readAccountAddresses(client: GorgiasClient): Promise<AccountAddress[]> {
  const { data } = await listRecords<Integration>(client, path`/integrations`, { fetchAll: true });
  return data.flatMap(toAccountAddress);
}

/** The address of an email integration; undefined for an integration of another type. */
export function emailAddressOf(integration: Integration): string | undefined {
  return EMAIL_TYPES.has(integration.type) ? addressIn(integration) : undefined;
}

/** The addresses that a ticket says it can be answered from by email. */
export function offeredAddresses({ reply_options }: Pick<Schemas["Ticket"], "reply_options">) {
  return (reply_options?.email?.integrations ?? []).flatMap(
    ({ id, name, address }): AccountAddress[] =>
      id !== undefined && address
        ? [{ id, address, ...(name?.trim() ? { name } : {}), isActive: true }]
        : [],
  );
}

/** The address of the account that mail to a given one comes to: itself, or without its +tag. */
export function ownerOf(
  addresses: readonly AccountAddress[],
  given: string | null | undefined,
): AccountAddress | undefined {
  const find = (wanted: string | null | undefined) =>
    addresses.find((own) => isSameEmail(own.address, wanted));
  return find(given) ?? find(given && withoutTag(given));
}

/** Would mail to an address come back to the account? */
export function isOwnAddress(addresses: readonly AccountAddress[], given: string): boolean {
  return ownerOf(addresses, given) !== undefined || GORGIAS_MAILBOX.test(given);
}

/**
 * The address that a builder names, as its integration writes it.
 *
 * @throws InputError for one that the account cannot send from.
 */
export function requireSender(
  addresses: readonly AccountAddress[],
  given: string,
  label = "From Address",
): AccountAddress {
  const active = addresses.filter(({ isActive }) => isActive);
  const owner = active.find((own) => isSameEmail(own.address, given));
  if (!owner) {
    throw new InputError(
      `${label} must belong to an email integration, ${choicesOf(active)}; given ${formatValue(given)}. Nothing was sent.`,
      { input: label, given: formatValue(given) },
    );
  }
  return owner;
}

/** The one address there is to send from; undefined when there is a choice, or none. */
export function onlySender(addresses: readonly AccountAddress[]): AccountAddress | undefined {
  const [only, ...others] = addresses.filter(({ isActive }) => isActive);
  return others.length === 0 ? only : undefined;
}

/** The addresses to choose a sender from, as errors tell them. */
export function choicesOf(addresses: readonly AccountAddress[]): string {
  const active = addresses.filter(({ isActive }) => isActive);
  return active.length > 0
    ? `one of ${active.map(({ address }) => address).join(", ")}`
    : "but the account has none that is switched on";
}

function toAccountAddress(integration: Integration): AccountAddress[] {
  const { id, name, deactivated_datetime, deleted_datetime } = integration;
  const address = emailAddressOf(integration);
  const isActive = !deactivated_datetime && !deleted_datetime;
  return address ? [{ id, address, ...(name?.trim() ? { name } : {}), isActive }] : [];
}

/** An email integration holds its address in `meta` (contract); other places cost nothing. */
function addressIn({ meta, ...integration }: Integration): string | undefined {
  return [meta, integration, integration[integration.type]]
    .map((place) => (place as { address?: unknown } | null | undefined)?.address)
    .find((address): address is string => typeof address === "string" && address !== "");
}
