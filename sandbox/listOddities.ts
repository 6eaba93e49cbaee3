/**
 * Lists as a server that is not perfect may show them. Whether Gorgias's ever do is not known
 * (contract, README "Not determined"), so none of this is checked against the contract.
 */

/**
 * How a list writes the times of a record: as live responses do; without an offset, as in documented
 * examples; with `Z`; with an offset of two hours, the same moment; as Postgres writes them; as text
 * that is no time; without the time of the last update; or not at all.
 */
export const TIME_FORMS = [
  "live",
  "documented",
  "utc",
  "offset",
  "spaced",
  "unreadable",
  "noUpdate",
  "null",
] as const;
export type TimeForm = (typeof TIME_FORMS)[number];

/** A record as a list is about to show it, with its true times. */
export interface ListedRecord {
  readonly id: number;
  readonly [field: string]: unknown;
}

export interface ListOddities {
  /** Where a record stands in the list still follows from its true times. */
  listedTimes: TimeForm | ((record: ListedRecord, path: string) => TimeForm);
  /** Whether the records of a page are out of order. Page follows on page as always. */
  unsortedPages: boolean | ((path: string) => boolean);
}

/** @param body of a response; anything but a page of records stays as it is. */
export function withListOddities(
  body: unknown,
  path: string,
  { listedTimes, unsortedPages }: ListOddities,
): unknown {
  if (!isPage(body)) {
    return body;
  }
  const isUnsorted = typeof unsortedPages === "function" ? unsortedPages(path) : unsortedPages;
  const records = isUnsorted ? scrambled(body.data) : body.data;
  const formOf = (record: ListedRecord) =>
    typeof listedTimes === "function" ? listedTimes(record, path) : listedTimes;
  return { ...body, data: records.map((record) => withTimes(record, formOf(record))) };
}

function isPage(body: unknown): body is { data: ListedRecord[]; meta: object } {
  const { data, meta } = (body ?? {}) as Record<string, unknown>;
  const isList = Array.isArray(data) && typeof meta === "object" && meta !== null;
  return isList && "next_cursor" in meta && data.every((record) => typeof record?.id === "number");
}

/** In an order that has nothing to do with ids or times, and is always the same. */
function scrambled(records: readonly ListedRecord[]): ListedRecord[] {
  const rank = ({ id }: ListedRecord) => Math.imul(id, 0x9e3779b1) >>> 0;
  return [...records].sort((a, b) => rank(a) - rank(b));
}

function withTimes(record: ListedRecord, form: TimeForm): ListedRecord {
  if (form === "live") {
    return record;
  }
  const entries = Object.entries(record).map(([field, value]) => {
    const isTime = field.endsWith("_datetime") && typeof value === "string";
    return [field, isTime ? writeTime(field, value, form) : value];
  });
  return Object.fromEntries(entries);
}

const TWO_HOURS_MS = 2 * 3_600_000;

/** @param time as live responses write it: `2025-02-07T09:55:18.064317+00:00` */
function writeTime(field: string, time: string, form: TimeForm): string | null {
  const withoutOffset = time.slice(0, 26);
  switch (form) {
    case "null":
      return null;
    case "noUpdate":
      return field === "updated_datetime" ? null : time;
    case "unreadable":
      return "a while ago";
    case "documented":
      return withoutOffset;
    case "utc":
      return `${withoutOffset}Z`;
    case "spaced":
      return `${withoutOffset.replace("T", " ")}+00`;
    case "offset": {
      const shifted = new Date(Date.parse(time) + TWO_HOURS_MS).toISOString();
      return `${shifted.slice(0, 19)}${time.slice(19, 26)}+02:00`;
    }
    default:
      return time;
  }
}
