import { createHash } from "node:crypto";
import type { EventData } from "./call";

/** Gorgias was seen to repeat a call 50 to 60 seconds later (contract, README "Webhooks"). */
const WINDOW_MS = 2 * 60_000;
/** What is kept at most; a flow's state is no place for more. */
const MAX_KEPT = 200;

/** Calls of the last two minutes: what they were about, and when they came, ms. */
export type Recent = Readonly<Record<string, number>>;

/** @returns whether a call like it came within two minutes, and what to keep for the next ones. */
export function checkRepeat(
  call: EventData,
  recent: Recent,
  now: number,
): { isRepeat: boolean; recent: Recent } {
  const fresh = Object.entries(recent).filter(([, at]) => now - at < WINDOW_MS && at <= now);
  const fingerprint = fingerprintOf(call);
  if (fingerprint === undefined) {
    return { isRepeat: false, recent: Object.fromEntries(fresh) };
  }
  const isRepeat = fresh.some(([known]) => known === fingerprint);
  const kept = isRepeat ? fresh : [...fresh, [fingerprint, now] as [string, number]];
  return { isRepeat, recent: Object.fromEntries(kept.slice(-MAX_KEPT)) };
}

/** What a repetition has in common with the call it repeats: the event, its object, and its time. */
function fingerprintOf({ event, ticket, message }: EventData): string | undefined {
  // A message can stand in the context of a ticket's event too, and is then not what it is about.
  const isOfMessage = event.startsWith("ticket-message-") && message !== undefined;
  const about = isOfMessage ? message : (ticket ?? message);
  if (about?.id === undefined) {
    return undefined;
  }
  const when = isOfMessage
    ? [message.created_datetime, message.failed_datetime]
    : [about.updated_datetime ?? about.created_datetime];
  return createHash("sha256")
    .update(JSON.stringify([event, ticket?.id, about.id, when]))
    .digest("base64url")
    .slice(0, 22);
}
