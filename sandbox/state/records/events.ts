import { Collection } from "../../collection";

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
