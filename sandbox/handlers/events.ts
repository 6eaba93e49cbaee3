import { SortedIndex } from "../collection";
import type { QueryOf } from "../contract/types";
import { invalid, notFound } from "../errors";
import { readOrder } from "../lists";
import { renderEvent } from "../state/events";
import type { EventRecord } from "../state/records/events";
import type { State } from "../state/state";
import { readTimestamp } from "../state/timestamps";
import type { Handlers } from "./handler";

export const eventHandlers: Handlers = {
  "list-events": ({ state, query, pager }) => {
    const records = candidates(state, query);
    return {
      status: 200,
      body: pager.page(query, {
        records,
        range: timeWindow(records, query.created_datetime ?? {}),
        matches: matcher(query),
        render: (event) => renderEvent(state, event),
      }),
    };
  },

  "get-event": ({ state, path: { id } }) => {
    const event = state.events.get(id);
    if (!event) {
      throw notFound("Event", id);
    }
    return { status: 200, body: renderEvent(state, event) };
  },
};

type EventQuery = QueryOf<"list-events">;

function candidates(state: State, { object_id, order_by }: EventQuery) {
  const { field } = readOrder<"created_datetime">(order_by);
  return object_id === undefined
    ? state.events.ordered(field)
    : new SortedIndex((event) => event[field], state.events.grouped("object_id", object_id));
}

/** @throws ApiError 400 when object_type comes without object_id */
function matcher({
  object_id,
  object_type,
  types,
  user_ids,
}: EventQuery): (event: EventRecord) => boolean {
  if (object_type !== undefined && object_id === undefined) {
    throw invalid("object_id", "Required when object_type is given.");
  }
  return (event) =>
    (object_type === undefined || event.object_type === object_type) &&
    (types === undefined || types.some((type) => type === event.type)) &&
    (user_ids === undefined || (event.user_id !== null && user_ids.includes(event.user_id)));
}

/** The indexes of the events in a time window; any of its bounds may be absent. */
function timeWindow(
  records: SortedIndex<EventRecord>,
  window: NonNullable<EventQuery["created_datetime"]>,
): readonly [from: number, to: number] {
  const seek = (name: keyof typeof window, id: number, unbounded: number) => {
    const key = readTimestamp(window[name], `created_datetime[${name}]`);
    return key === null ? unbounded : records.seek({ key, id });
  };
  const end = records.records.length;
  return [
    Math.max(seek("gte", BEFORE_ALL, 0), seek("gt", AFTER_ALL, 0)),
    Math.min(seek("lt", BEFORE_ALL, end), seek("lte", AFTER_ALL, end)),
  ];
}

/** Ids below and above those of all records with the same time. */
const BEFORE_ALL = -1;
const AFTER_ALL = Number.POSITIVE_INFINITY;
