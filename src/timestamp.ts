/**
 * Gorgias's times in one form, whose alphabetical order is their order in time.
 *
 * Live responses carry microseconds and an offset, documented examples no offset, which means UTC
 * (contract, schema `Timestamp`). A Date of this language would lose the microseconds.
 */
export type SortableTimestamp = string;

/** Before every time: the watermark of an account where nothing was. */
export const BEFORE_ALL: SortableTimestamp = "";

/** After every time. */
export const AFTER_ALL: SortableTimestamp = "9999-12-31T23:59:59.999999Z";

const PARTS =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:Z|([+-]\d{2}):?(\d{2})?)?$/i;

/** @returns undefined for what is no time of Gorgias's. */
export function toSortableTimestamp(time: unknown): SortableTimestamp | undefined {
  const [, day, minute, second = "00", fraction = "", hours = "+00", minutes = "00"] =
    PARTS.exec(typeof time === "string" ? time.trim() : "") ?? [];
  const ms = Date.parse(`${day}T${minute}:${second}${hours}:${minutes}`);
  if (day === undefined || Number.isNaN(ms)) {
    return undefined;
  }
  return `${new Date(ms).toISOString().slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, "0")}Z`;
}

/** @param ms milliseconds since 1970. */
export function timestampOf(ms: number): SortableTimestamp {
  return `${new Date(ms).toISOString().slice(0, 23)}000Z`;
}

/** The next time that Gorgias can tell: a microsecond later. */
export function justAfter(time: SortableTimestamp): SortableTimestamp {
  const us = Number(time.slice(20, 26)) + 1;
  if (us < 1_000_000) {
    return `${time.slice(0, 20)}${String(us).padStart(6, "0")}Z`;
  }
  return timestampOf(Date.parse(`${time.slice(0, 19)}Z`) + 1_000);
}
