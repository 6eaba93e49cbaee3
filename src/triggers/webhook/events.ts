/** What an HTTP integration of Gorgias can be called for (contract, schema `Triggers`). */
export const EVENT_KEYS = [
  "ticket-created",
  "ticket-updated",
  "ticket-message-created",
  "ticket-self-unsnoozed",
  "ticket-message-failed",
  "ticket-assignment-updated",
  "ticket-status-updated",
  "ticket-handed-over",
] as const;

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

/** Is the event about a message? A ticket's event can carry one too. */
export function isMessageEvent(event: string): boolean {
  return event.startsWith("ticket-message-");
}
