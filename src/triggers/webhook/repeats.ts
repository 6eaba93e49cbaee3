import { createHash } from "node:crypto";
import type { EventData } from "./call";
import { isNothing } from "./templateText";

/** Gorgias was seen to repeat a call 50 to 60 seconds later (contract, README "Webhooks"). */
const WINDOW_MS = 10 * 60_000;
/** What is kept at most; a flow's state is no place for more. */
const MAX_KEPT = 500;

/** Calls of the last ten minutes: what they were, and when they last came, ms. */
export type Recent = Readonly<Record<string, number>>;

/**
 * @param bytes of the call's body.
 * @param now ms.
 * @returns whether the same call came within ten minutes, and what to keep for the next ones.
 */
export function checkRepeat(
  call: EventData,
  bytes: string,
  recent: Recent,
  now: number,
): { isRepeat: boolean; recent: Recent } {
  const fresh = Object.entries(recent).filter(([, at]) => now - at < WINDOW_MS && at <= now);
  const fingerprint = fingerprintOf(call, bytes);
  const others = fresh.filter(([known]) => known !== fingerprint);
  // The newest stand last, so that what is cut off is the oldest.
  const kept = [...others, [fingerprint, now] as [string, number]].slice(-MAX_KEPT);
  return { isRepeat: others.length < fresh.length, recent: Object.fromEntries(kept) };
}

/** The event's id where Gorgias tells it, else the very bytes: two changes can have equal times. */
function fingerprintOf({ event, event_details: details }: EventData, bytes: string): string {
  const identity = isNothing(details?.id) ? ["bytes", bytes] : ["id", String(details?.id)];
  return createHash("sha256")
    .update(JSON.stringify([event, ...identity]))
    .digest("base64url")
    .slice(0, 22);
}
