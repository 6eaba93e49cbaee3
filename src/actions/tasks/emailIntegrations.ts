import type { GorgiasClient } from "../../client";
import type { Ticket } from "../../contract/types";
import { path } from "../../http/path";
import { listRecords } from "../../listing";
import { isSameEmail } from "./addresses";
import type { Integration } from "./types";

const EMAIL_TYPES = new Set(["email", "gmail", "outlook"]);

/** An address that the account receives and sends mail with. */
export interface EmailIntegration {
  id: number;
  /** The sender's name that customers see. */
  name?: string;
  address: string;
}

/**
 * The account's email integrations that are switched on, and those that the ticket names.
 *
 * The list is read without its filter `type`, which takes one type at a time and, by the report of
 * one client, no other than http (contract, parameter `IntType`).
 */
export async function readEmailIntegrations(
  client: GorgiasClient,
  ticket: Ticket,
): Promise<EmailIntegration[]> {
  const { data } = await listRecords<Integration>(client, path`/integrations`, { fetchAll: true });
  const all = [...data.flatMap(toEmailIntegrations), ...inReplyOptions(ticket)];
  return [
    ...new Map(all.reverse().map((one) => [one.address.toLowerCase(), one])).values(),
  ].reverse();
}

/** The integration that owns an address. */
export function ownerOf(
  integrations: readonly EmailIntegration[],
  address: string | null | undefined,
): EmailIntegration | undefined {
  return integrations.find((own) => isSameEmail(own.address, address));
}

/** Where an integration holds its address is not documented: its `meta` was seen to. */
function addressIn({ meta, ...integration }: Integration): string | undefined {
  return [meta, integration, integration[integration.type]]
    .map((place) => (place as { address?: unknown } | null | undefined)?.address)
    .find((address): address is string => typeof address === "string" && address !== "");
}

function toEmailIntegrations(integration: Integration): EmailIntegration[] {
  const { id, name, type, deactivated_datetime, deleted_datetime } = integration;
  const address = addressIn(integration);
  const isUsable = EMAIL_TYPES.has(type) && !deactivated_datetime && !deleted_datetime;
  return isUsable && address ? [{ id, address, ...(name ? { name } : {}) }] : [];
}

/** The email integrations that a ticket says it can be answered with. */
function inReplyOptions({ reply_options }: Ticket): EmailIntegration[] {
  return (reply_options?.email?.integrations ?? []).flatMap(({ id, name, address }) =>
    id !== undefined && address ? [{ id, address, ...(name ? { name } : {}) }] : [],
  );
}
