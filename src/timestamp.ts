/**
 * Gorgias's times in one form, whose alphabetical order is their order in time.
 *
 * Live answers carry microseconds and an offset, documented examples no offset, which means UTC
 * (contract, schema `Timestamp`). A Date of this language would lose the microseconds.
 */
export type SortableTimestamp = string;

/** Before every time: the mark of an account where nothing was. */
export const BEFORE_ALL: SortableTimestamp = "";

const PARTS = /^(.{16})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** @returns undefined for what is no time of Gorgias's. */
export function toSortableTimestamp(time: unknown): SortableTimestamp | undefined {
  const [, minute, second = "00", fraction = "", offset = "Z"] =
    PARTS.exec(typeof time === "string" ? time : "") ?? [];
  const ms = Date.parse(`${minute}:${second}${offset}`);
  if (minute === undefined || Number.isNaN(ms)) {
    return undefined;
  }
  return `${new Date(ms).toISOString().slice(0, 19)}.${fraction.padEnd(6, "0")}Z`;
}

/**
 * The last instant that an answer's `Date` header covers: it tells whole seconds.
 *
 * @returns undefined without a usable header.
 */
export function endOfDate(date: string | undefined): SortableTimestamp | undefined {
  const ms = Date.parse(date ?? "");
  if (Number.isNaN(ms)) {
    return undefined;
  }
  return `${new Date(ms).toISOString().slice(0, 19)}.999999Z`;
}

/** After every time: the limit of an answer that does not say when it was given. */
export const AFTER_ALL: SortableTimestamp = "9999-12-31T23:59:59.999999Z";
