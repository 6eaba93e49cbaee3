/**
 * From what a builder gave to what Gorgias takes, or an error that names the input and what was
 * given. All are pure. None is called with an unset value: `isUnset` has taken those out.
 */
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import { type FieldSchema, findFault } from "../contract/fields";
import { InputError } from "../errors";
import { formatValue } from "../text";

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
  return isUnset(value) || (Array.isArray(value) && value.every(isBlankRow));
}

/** The error for an input that was given something it cannot take. */
export function refuse(label: string, expected: string, given: unknown): InputError {
  return new InputError(
    `${label} ${expected}; given ${given === null || given === undefined ? "nothing" : formatValue(given)}.`,
  );
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
  { minimum = SAFE.minimum, maximum = SAFE.maximum },
): Clean<number> {
  return (value) => {
    const text = typeof value === "number" ? String(value) : value;
    const number =
      typeof text === "string" && /^(-?[1-9]\d*|0+\d*)$/.test(text.trim())
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

/** Text, to the letter. A number or boolean of an earlier step is written out. */
export function text(label: string, schema: FieldSchema = {}): Clean<string> {
  return (value) => {
    if (!["string", "number", "boolean"].includes(typeof value)) {
      throw refuse(label, "must be text", value);
    }
    if (/\p{Surrogate}/u.test(String(value))) {
      throw refuse(label, "holds broken characters", value);
    }
    return checked(label, schema, String(value), value);
  };
}

/** One of the contract's values, to the letter. */
export function choice(label: string, choices: readonly string[]): Clean<string> {
  return (value) => {
    const given = typeof value === "string" ? value.trim() : value;
    if (typeof given === "string" && choices.includes(given)) {
      return given;
    }
    const shown = choices.slice(0, 12).join(", ");
    const rest = choices.length > 12 ? ` and ${choices.length - 12} more` : "";
    throw refuse(label, `must be one of ${shown}${rest}`, value);
  };
}

const TIMESTAMP =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)?$/;

/**
 * An ISO 8601 date and time, sent as it is written: microseconds survive, and without an offset it
 * means UTC to Gorgias, whatever this machine's time zone (contract, schema `Timestamp`).
 */
export function timestamp(label: string): Clean<string> {
  return (value) => {
    const given = value instanceof Date && isValid(value) ? value.toISOString() : value;
    const text = typeof given === "string" ? given.trim() : "";
    if (TIMESTAMP.test(text) && isValid(parseISO(`${text.slice(0, 10)}T00:00:00Z`))) {
      return text;
    }
    throw refuse(
      label,
      "must be a date and time such as 2020-01-27T10:42:21 (UTC) or 2020-01-27T10:42:21+01:00",
      value,
    );
  };
}

/**
 * A copy of a JSON value, or what a text holds. Dates become text, as in any JSON.
 *
 * @throws InputError for text that is not JSON, null, and whole numbers too large to be exact.
 */
export function parseJson(label: string, value: unknown): unknown {
  let inexact = false;
  let parsed: unknown = null;
  try {
    const source = typeof value === "string" ? value : JSON.stringify(value, refuseNoNumber);
    parsed = JSON.parse(source, (_, inner) => {
      inexact ||= isInexact(inner);
      return inner;
    });
  } catch {
    // Refused below, with what was given.
  }
  if (inexact) {
    throw refuse(label, "holds a whole number too large to be exact: write it as text", value);
  }
  if (parsed === null || parsed === undefined) {
    throw refuse(label, "must be JSON", value);
  }
  return parsed;
}

/** JSON as an object, an array, or text that holds one; checked against the contract. */
export function json<T>(label: string, schema: FieldSchema): Clean<T> {
  return (value) => checked(label, schema, parseJson(label, value) as T, value);
}

/** A list, each item cleaned; unset items are dropped. One bare value is a list of one. */
export function list<T>(label: string, schema: FieldSchema, item: Clean<T>): Clean<T[]> {
  return (value) => {
    const items = Array.isArray(value) ? value : [value];
    const cleaned = items.filter((entry) => !isUnset(entry)).map(item);
    const { minItems, maxItems } = schema as { minItems?: number; maxItems?: number };
    return checked(label, { minItems, maxItems } as FieldSchema, cleaned, value);
  };
}

interface KeyValue {
  key: string;
  value: unknown;
}

/**
 * Keys and values: the platform's list of pairs, an object, or one `key: value`. Pairs whose key
 * and value are both empty are rows the builder left blank.
 */
export function keyValues(label: string): Clean<KeyValue[]> {
  return (value) => withoutBlankRows(label, toPairs(label, value));
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
    const pairs = keyValues(label)(value);
    const keys = pairs.map(({ key }) => key);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) {
      throw refuse(label, "must have each key once", twice);
    }
    if (pairs.length === 0 && !isEmptyObject(value)) {
      return undefined;
    }
    const values = pairs.map((pair) => [pair.key, toJson(label, pair.value)]);
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

function checked<T>(label: string, schema: FieldSchema, value: T, given: unknown): T {
  const fault = findFault(schema, value);
  if (fault) {
    throw refuse(label, `is not accepted: ${fault}`, given);
  }
  return value;
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
  if (Array.isArray(value)) {
    return value as KeyValue[];
  }
  if (typeof value === "string") {
    const [, key, rest] = /^\s*([^:{["]+?)\s*:\s*(.*)$/s.exec(value) ?? [];
    if (key !== undefined) {
      return [{ key, value: rest }];
    }
    return toPairs(label, parseJson(label, value));
  }
  if (typeof value === "object") {
    return Object.entries(value as object).map(([key, inner]) => ({ key, value: inner }));
  }
  throw refuse(label, "must be a list of keys and values", value);
}

function withoutBlankRows(label: string, given: readonly KeyValue[]): KeyValue[] {
  const pairs = given.filter((pair) => !isBlankRow(pair));
  for (const pair of pairs) {
    if (typeof pair?.key !== "string" || isUnset(pair.key)) {
      throw refuse(label, "must have a key for every value", pair);
    }
  }
  return pairs;
}

function isEmptyObject(value: unknown): boolean {
  return /^\s*\{\s*\}\s*$/.test(typeof value === "string" ? value : JSON.stringify(value));
}

/** A value as JSON holds it; text stays text. */
function toJson(label: string, value: unknown): unknown {
  return typeof value === "string" || value === null ? value : parseJson(label, value);
}
