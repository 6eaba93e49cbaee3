import { clock } from "../clock";
import { choice, timestamp } from "../inputs/clean";
import { input } from "../inputs/input";
import { refuse } from "../inputs/refusal";
import { type SortableTimestamp, timestampOf, toSortableTimestamp } from "../timestamp";
import { RESOURCE_TYPES, type ResourceType } from "./changes/sources";

const RESOURCE_TYPE = "Resource Type";
const RECORDS_SINCE = "Records Since";

export const pollResourceType = input(
  {
    label: RESOURCE_TYPE,
    comments:
      "What to watch. Tickets and customers are found when they are created or changed, messages and events when they are created, satisfaction responses when a customer answers a survey. Tickets in the trash are included.",
    example: "tickets",
    required: true,
  },
  {
    type: "string",
    choices: RESOURCE_TYPES,
    clean: (value) => choice(RESOURCE_TYPE, RESOURCE_TYPES)(value) as ResourceType,
  },
);

export const recordsSince = input(
  {
    label: RECORDS_SINCE,
    comments:
      "Where the first run begins: it delivers what was created or updated at this time or later, 1,000 records a run. A date alone is its midnight, UTC. If left blank, the first run delivers nothing, and the next ones deliver what is created or updated from then on.",
    example: "2026-01-01T00:00:00Z",
  },
  { type: "string", clean: toPastTime },
);

const DATE = /^\s*(\d{4}-\d{2}-\d{2})\s*$/;

/**
 * A date alone is its midnight, UTC.
 *
 * @throws InputError for what is no time, or in the future: the records until then would be lost.
 */
function toPastTime(value: unknown): SortableTimestamp {
  const [, date] = DATE.exec(String(value)) ?? [];
  const time = toSortableTimestamp(timestamp(RECORDS_SINCE)(date ? `${date}T00:00:00Z` : value));
  if (time === undefined || time > timestampOf(clock.date())) {
    throw refuse(RECORDS_SINCE, "must be a date and time in the past", value);
  }
  return time;
}
