import type { GorgiasClient } from "../../client";
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

const toEmailIntegrations = (integration: Integration): EmailIntegration[] => {
  const { id, name, type, meta, deactivated_datetime, deleted_datetime } = integration;
  const { address } = (meta ?? {}) as { address?: unknown };
  const isUsable = EMAIL_TYPES.has(type) && !deactivated_datetime && !deleted_datetime;
  return isUsable && typeof address === "string" && address !== ""
    ? [{ id, address, ...(name ? { name } : {}) }]
    : [];
};

/**
 * The account's email integrations that are switched on.
 *
 * The list is read without its filter `type`, which takes one type at a time and, by the report of
 * one client, no other than http (contract, parameter `IntType`).
 */
export const readEmailIntegrations = async (client: GorgiasClient): Promise<EmailIntegration[]> => {
  const { data } = await listRecords<Integration>(client, path`/integrations`, { fetchAll: true });
  return data.flatMap(toEmailIntegrations);
};

/** The integration that owns an address. */
export const ownerOf = (
  integrations: readonly EmailIntegration[],
  address: string | null | undefined,
): EmailIntegration | undefined => integrations.find((own) => isSameEmail(own.address, address));
