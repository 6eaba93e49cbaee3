import { createHash } from "node:crypto";
import type { Schemas } from "../api";
import { Collection } from "../collection";
import type { Actor, State } from ".";

export interface EventRecord {
  readonly id: number;
  readonly type: string;
  readonly object_type: string;
  readonly object_id: number;
  readonly user_id: number | null;
  readonly created_datetime: string;
  readonly data: Record<string, unknown> | null;
  /** Number of the chain that the event belongs to; shown as a UUID. */
  readonly chain: number;
}

export function eventCollection() {
  return new Collection<EventRecord, "created_datetime", "object_id">({
    orders: { created_datetime: (event) => event.created_datetime },
    groups: { object_id: (event) => [event.object_id] },
  });
}

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
    context: uuid(`${state.seed}:chain:${chain}`),
    uri: `/api/events/${event.id}/`,
  };
}

/** A UUID that depends on nothing but its name. */
export function uuid(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
