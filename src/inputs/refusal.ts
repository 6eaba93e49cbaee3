/** Refusals of what a builder gave: errors that name the input, what it takes, and what was given. */
import { InputError } from "../errors";
import { formatValue } from "../text";

/** A row of a list. */
export interface Row {
  value: unknown;
  /** Its place in the list, from 1. */
  number: number;
}

interface Where {
  /** In the JSON that was given, such as `[0].source.to[1].address`. */
  place?: string;
  /** Of the list that was given; of a place that begins with a row, that one if not said. */
  row?: Row;
}

/** A refused value, in parts, so that the refusal of a part can show all that was given. */
class Refusal extends InputError {
  readonly #parts: { label: string; expected: string; shape?: string; where: Where };

  constructor(
    label: string,
    expected: string,
    given: unknown,
    shape: string | undefined,
    where: Where,
  ) {
    const { row = rowAt(given, where.place) } = where;
    // One object where a list is wanted is taken for a list of one.
    const place = isList(given) ? where.place : where.place?.replace(/^\[0\]\.?/, "");
    const shown = given === null || given === undefined ? "nothing" : formatValue(given);
    const problem = place ? `is not accepted: ${placeInWords(place)} ${expected}` : expected;
    const inRow =
      row && isList(given) ? `, with ${formatValue(row.value)} in row ${row.number}` : "";
    const wanted = shape ? ` It takes, for example: ${shape}` : "";
    super(`${label} ${problem}; given ${shown}${inRow}.${wanted}`, { input: label, given: shown });
    this.#parts = { label, expected, shape, where };
  }

  /** The refusal of all that was given, for a part of it. */
  of(given: unknown, outer: Where): Refusal {
    const { label, expected, shape, where } = this.#parts;
    return new Refusal(label, expected, given, shape, { ...outer, ...where });
  }
}

/**
 * The error for an input that was given something it cannot take.
 *
 * @param expected goes on after the label, or after the place in what was given: "must be text".
 * @param shape what a right value looks like, as an example shows it.
 */
export function refuse(
  label: string,
  expected: string,
  given: unknown,
  shape?: string,
  where: Where = {},
): InputError {
  return new Refusal(label, expected, given, shape, where);
}

/** Cleans a part of what was given; its refusal shows all that was given, and where the part stood. */
export function cleanPart<T>(clean: () => T, given: unknown, where: Where = {}): T {
  try {
    return clean();
  } catch (error) {
    throw error instanceof Refusal ? error.of(given, where) : error;
  }
}

/** A list, or text that looks like one. */
export function isList(value: unknown): boolean {
  return Array.isArray(value) || (typeof value === "string" && value.trimStart().startsWith("["));
}

/** @returns the list that a text holds as JSON; undefined when it holds none. */
export function parsedList(text: string): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** `[0].source.to[1].address` is "address of row 2 of source.to of row 1". */
function placeInWords(place: string): string {
  return place
    .split(/\.?\[(\d+)\]\.?/)
    .map((part, index) => (index % 2 === 0 ? part : `row ${Number(part) + 1}`))
    .filter((part) => part !== "")
    .reverse()
    .join(" of ");
}

/** The row of a list that a place is in, as it was given. */
function rowAt(given: unknown, place = ""): Row | undefined {
  const index = /^\[(\d+)\]/.exec(place)?.[1];
  if (index === undefined) {
    return undefined;
  }
  const rows = typeof given === "string" ? parsedList(given) : given;
  return Array.isArray(rows)
    ? { value: rows.flat()[Number(index)], number: Number(index) + 1 }
    : undefined;
}
