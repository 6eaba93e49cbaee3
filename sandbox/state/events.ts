import { createHash } from "node:crypto";
import type { Schemas } from "../contract/types";
import type { Actor } from "./actor";
import type { EventRecord } from "./records/events";
import type { State } from "./state";

export type NewEvent = Pick<EventRecord, "type" | "object_type" | "object_id"> & {
  data?: Record<string, unknown>;
};

/** Writes an event into the log of the account. */
export function recordEvent(state: State, actor: Actor, event: NewEvent): void {
  const id = state.events.nextId();
  state.events.set(id, {
    id,
    ...event,
    user_id: actor.userId,
    created_datetime: state.timeline.next(),
    data: event.data ?? null,
    chain: actor.chain,
  });
}

export function renderEvent(state: State, event: EventRecord): Schemas["Event"] {
  const { chain, ...shown } = event;
  return {
    ...shown,
    context: contextId(state, chain),
    uri: `/api/events/${event.id}/`,
  };
}

/** What events of one chain have in common. */
export function contextId({ seed }: State, chain: number): string {
  return uuid(`${seed}:chain:${chain}`);
}

/** A UUID that depends on nothing but its name. */
export function uuid(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
