import type { components } from "../../../contract/generated/gorgias";

/** What an HTTP integration of Gorgias can be called for (contract, schema `Triggers`). */
type EventKey = keyof components["schemas"]["Triggers"];

const KEYS: Record<EventKey, true> = {
  "ticket-created": true,
  "ticket-updated": true,
  "ticket-message-created": true,
  "ticket-self-unsnoozed": true,
  "ticket-message-failed": true,
  "ticket-assignment-updated": true,
  "ticket-status-updated": true,
  "ticket-handed-over": true,
};

export const EVENT_KEYS = Object.keys(KEYS) as EventKey[];

/**
 * The event's name in Gorgias's hyphens: receivers report dotted ones too (contract, webhook
 * `httpIntegrationCall`).
 *
 * @returns undefined for what is no name, such as a template that was not filled in.
 */
export function toEventKey(name: unknown): string | undefined {
  if (typeof name !== "string") {
    return undefined;
  }
  const key = name.trim().toLowerCase().replace(/[._]/g, "-");
  return /^[a-z]+(-[a-z]+)+$/.test(key) ? key : undefined;
}
