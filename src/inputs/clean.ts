/**
 * From what a builder gave to what Gorgias takes, or an error that names the input and what was
 * given. All are pure. None is called with an unset value: `isUnset` has taken those out.
 */
import { isDate } from "node:util/types";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import type { FieldSchema } from "../contract/fieldSchemas";
import { TIMESTAMP_EXAMPLE, validationError } from "../contract/validation";
import { fitToSchema, toMicroseconds } from "./fitToSchema";
import { cleanPart, isList, parsedList, type Row, refuse } from "./refusal";

/** Makes a value of an input ready to send. @throws InputError */
export type Clean<T> = (value: unknown) => T;

/** The platform hands over unset inputs as absent, "", blanks or empty lists, by their kind. */
export function isUnset(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) && value.length === 0)
  );
}

/**
 * A list of blank rows is as unset as one without rows: sent as `[]`, it would remove what Gorgias
 * has.
 */
export function isUnsetList(value: unknown): boolean {
  return isList(value)
    ? (rowsOf(value)?.every((row) => isBlankRow(row.value)) ?? false)
    : isUnset(value);
}

/** `[]`, as a list or as text. */
export function isUnsetJson(value: unknown): boolean {
  return isUnset(value) || (typeof value === "string" && /^\s*\[\s*\]\s*$/.test(value));
}

/** An unset value stays unset, or is refused when the input is required. */
export function optional<T>(clean: Clean<T>, isMissing = isUnset): Clean<T | undefined> {
  return (value) => (isMissing(value) ? undefined : clean(value));
}

export function required<T>(label: string, clean: Clean<T>, isMissing = isUnset): Clean<T> {
  return (value) => {
    if (isMissing(value)) {
      throw refuse(label, "is required", value);
    }
    return clean(value);
  };
}

/** Without bounds: what this language holds exactly. */
const SAFE = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

/** A whole number, as a number or in digits. No point, exponent, or other scripts' digits. */
export function integer(
  label: string,
  { minimum = SAFE.minimum, maximum = SAFE.maximum }: { minimum?: number; maximum?: number },
): Clean<number> {
  return (value) => {
    const text = typeof value === "number" ? String(value) : value;
    const number =
      typeof text === "string" && /^(-?[1-9]\d*|0\d*)$/.test(text.trim())
        ? Number(text)
        : Number.NaN;
    if (Number.isSafeInteger(number) && number >= minimum && number <= maximum) {
      return number;
    }
    const from = minimum === SAFE.minimum ? "" : ` of ${minimum} or more`;
    const range = maximum === SAFE.maximum ? from : ` from ${minimum} to ${maximum}`;
    throw refuse(label, `must be a whole number${range}`, value);
  };
}

/** true or false, as a boolean or as text. */
export function boolean(label: string): Clean<boolean> {
  return (value) => {
    const text = typeof value === "string" ? value.trim() : value;
    if (text === true || text === "true") {
      return true;
    }
    if (text === false || text === "false") {
      return false;
    }
    throw refuse(label, "must be true or false", value);
  };
}

/**
 * Text, to the letter. A number or boolean of an earlier step is written out; a number that is not
 * exact any more, such as an id beyond 2^53, is refused: it has to come as text.
 */
export function text(label: string, schema: FieldSchema = {}): Clean<string> {
  return (value) => {
    if (!["string", "number", "boolean"].includes(typeof value)) {
      throw refuse(label, "must be text", value);
    }
    if (typeof value === "number" && (!Number.isFinite(value) || isInexact(value))) {
      throw refuse(label, "is no exact number any more: give it as text", value);
    }
    if (/\p{Surrogate}/u.test(String(value))) {
      throw refuse(label, "holds broken characters", value);
    }
    return checked(label, schema, String(value), value);
  };
}

/** A name that Gorgias can know more of than the contract does: all are taken. */
export function openChoice(label: string, schema: FieldSchema): Clean<string> {
  return (value) => text(label, schema)(value).trim();
}

/** One of the contract's values, to the letter. */
export function choice<T extends string>(label: string, choices: readonly T[]): Clean<T> {
  return (value) => {
    const given = typeof value === "string" ? value.trim() : value;
    const found = choices.find((each) => each === given);
    if (found !== undefined) {
      return found;
    }
    const shown = choices.slice(0, 12).join(", ");
    const rest = choices.length > 12 ? ` and ${choices.length - 12} more` : "";
    throw refuse(label, `must be one of ${shown}${rest}`, value);
  };
}

const TIMESTAMP =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)?$/;

/**
 * An ISO 8601 date and time, sent as it is written: microseconds survive, and without an offset it
 * means UTC to Gorgias, whatever this machine's time zone (contract, schema `Timestamp`). What is
 * finer than a microsecond is cut off.
 */
export function timestamp(label: string): Clean<string> {
  return (value) => {
    const given = isDate(value) && isValid(value) ? value.toISOString() : value;
    const text = typeof given === "string" ? given.trim() : "";
    if (TIMESTAMP.test(text) && isValid(parseISO(`${text.slice(0, 10)}T00:00:00Z`))) {
      return toMicroseconds(text);
    }
    throw refuse(label, `must be a date and time such as ${TIMESTAMP_EXAMPLE}`, value);
  };
}

/**
 * A copy of a JSON value, or what a text holds. Dates become text, as in any JSON.
 *
 * @throws InputError for text that is not JSON, null, and whole numbers too large to be exact.
 */
export function parseJson(label: string, value: unknown, shape?: string): unknown {
  let inexact = false;
  const parsed = readJson(label, value, shape, (_, inner) => {
    inexact ||= isInexact(inner);
    return inner;
  });
  if (inexact) {
    throw refuse(label, "holds a whole number too large to be exact: write it as text", value);
  }
  return parsed;
}

/** As `parseJson`, for a value of which only a part is sent: its numbers are not judged yet. */
export function readJson(
  label: string,
  value: unknown,
  shape?: string,
  revive?: (key: string, inner: unknown) => unknown,
): unknown {
  let parsed: unknown = null;
  try {
    const source = typeof value === "string" ? value : JSON.stringify(value, refuseNoNumber);
    parsed = JSON.parse(source, revive);
  } catch {
    // Refused below, with what was given.
  }
  if (parsed === null || parsed === undefined) {
    throw refuse(label, "must be JSON", value, shape);
  }
  return parsed;
}

/**
 * JSON as an object, an array, or text that holds one; fitted to the contract, and checked.
 *
 * @param shape an example, for the refusal.
 */
export function json<T>(label: string, schema: FieldSchema, shape?: string): Clean<T> {
  return (value) =>
    checked(label, schema, fitToSchema(schema, parseJson(label, value, shape)) as T, value, shape);
}

/**
 * @param given what the refusal shows.
 * @param within where in the value of the input this one stands.
 * @throws InputError for a value that the contract does not take.
 */
export function checked<T>(
  label: string,
  schema: FieldSchema,
  value: T,
  given: unknown,
  shape?: string,
  within = "",
): T {
  const error = validationError(schema, value);
  if (error) {
    const { where, problem } = error;
    const place =
      where.startsWith("[") || !within || !where ? within + where : `${within}.${where}`;
    throw refuse(label, problem, given, shape, { place });
  }
  return value;
}

/**
 * A list, each item cleaned; unset items are dropped. One bare value is a list of one, text that
 * begins with `[` is that list, and a row that is a list is taken apart.
 */
export function list<T>(label: string, schema: FieldSchema, item: Clean<T>): Clean<T[]> {
  return (value) => {
    const rows = rowsOf(value);
    if (!rows) {
      throw refuse(label, "must be a list, and its text is no JSON", value, '["first", "second"]');
    }
    const cleaned = rows
      .filter((row) => !isUnset(row.value))
      .map((row) => cleanPart(() => item(row.value), value, { row }));
    const { minItems, maxItems } = schema;
    return checked(label, { minItems, maxItems }, cleaned, value);
  };
}

const KEY_VALUE_SHAPE = '{"first": "value", "second": "value"}';

interface KeyValue {
  key: string;
  value: unknown;
}

/**
 * Keys and values: the platform's list of pairs, an object, or one `key: value`. Pairs whose key
 * and value are both empty are rows the builder left blank.
 */
export function keyValues(label: string): Clean<KeyValue[]> {
  return (value) => pairRows(label, value).map((row) => row.value);
}

/**
 * Keys and values as one object, each value JSON. A key given twice is refused, since one would be
 * lost.
 *
 * @returns undefined for blank rows only: an empty object would remove what Gorgias has, and is sent
 * only when it is given as one.
 */
export function keyValueObject(label: string): Clean<Record<string, unknown> | undefined> {
  return (value) => {
    const rows = pairRows(label, value);
    const keys = rows.map((row) => row.value.key);
    const twice = rows.find((row, index) => keys.indexOf(row.value.key) !== index);
    if (twice) {
      throw refuse(label, "must have each key once", value, undefined, { row: twice });
    }
    if (rows.length === 0 && !isEmptyObject(value)) {
      return undefined;
    }
    const values = rows.map((row) => [
      row.value.key,
      cleanPart(() => toJson(label, row.value.value), value, { row }),
    ]);
    return Object.fromEntries(values);
  };
}

/** A row of a list, or of a list of keys and values, that the builder left blank. */
function isBlankRow(item: unknown): boolean {
  if (item === null || typeof item !== "object" || !("key" in item)) {
    return isUnset(item);
  }
  return isUnset(item.key) && isUnset((item as { value?: unknown }).value);
}

/**
 * @returns the rows of a list in any form it comes in, those of a row that is a list under its number;
 * undefined for text that is no JSON.
 */
function rowsOf(value: unknown): Row[] | undefined {
  if (typeof value === "string" && isList(value)) {
    const parsed = parsedList(value);
    return parsed && rowsOf(parsed);
  }
  return Array.isArray(value)
    ? value.flatMap((row, index) => rowsOfRow(row).map((each) => ({ ...each, number: index + 1 })))
    : [{ value, number: 1 }];
}

/** A row in brackets may be a name, such as a tag "[VIP]": it stays what it is unless it is JSON. */
function rowsOfRow(value: unknown): Row[] {
  return rowsOf(value) ?? [{ value, number: 1 }];
}

/** NaN and the infinities would become null, which clears what Gorgias has. */
function refuseNoNumber(_: string, inner: unknown): unknown {
  if (typeof inner === "number" && !Number.isFinite(inner)) {
    throw new TypeError("no number");
  }
  return inner;
}

/** A number that text can hold and this language cannot: it would change on its way. */
function isInexact(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

function toPairs(label: string, value: unknown): KeyValue[] {
  if (typeof value === "string") {
    return toPair(value) ?? toPairs(label, parseJson(label, value, KEY_VALUE_SHAPE));
  }
  if (Array.isArray(value)) {
    return value.flatMap((row) => (isList(row) ? toPairs(label, row) : [row])) as KeyValue[];
  }
  if (typeof value === "object") {
    return Object.entries(value as object).map(([key, inner]) => ({ key, value: inner }));
  }
  throw refuse(label, "must be a list of keys and values", value);
}

/** `key: value`, where the key looks like no JSON. */
function toPair(text: string): [KeyValue] | undefined {
  const colon = text.indexOf(":");
  const key = text.slice(0, Math.max(colon, 0)).trim();
  const isKey = key !== "" && !/[{["]/.test(key);
  return isKey ? [{ key, value: text.slice(colon + 1).trimStart() }] : undefined;
}

/** @returns the pairs of keys and values, without blank ones, and where each stood. */
function pairRows(label: string, given: unknown): (Row & { value: KeyValue })[] {
  const rows = toPairs(label, given)
    .map((value, index) => ({ value, number: index + 1 }))
    .filter((row) => !isBlankRow(row.value));
  for (const row of rows) {
    if (typeof row.value?.key !== "string" || isUnset(row.value.key)) {
      throw refuse(label, "must have a key for every value", given, undefined, { row });
    }
  }
  return rows;
}

function isEmptyObject(value: unknown): boolean {
  return /^\s*\{\s*\}\s*$/.test(typeof value === "string" ? value : JSON.stringify(value));
}

/** A value as JSON holds it; text stays text. */
function toJson(label: string, value: unknown): unknown {
  return typeof value === "string" || value === null ? value : parseJson(label, value);
}
