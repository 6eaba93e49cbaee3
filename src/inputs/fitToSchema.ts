import {
  type FieldSchema,
  isTimestamp,
  propertiesOf,
  resolveSchema,
  typeOf,
} from "../contract/fieldSchemas";
import { isJsonObject } from "../jsonObject";

/**
 * A JSON value in the form that the contract has for it, where there is no doubt what is meant: digits
 * in text for a whole number, one object for a list of one, a list within a list, and times finer
 * than a microsecond. All else is left as it is, and judged by the validation that follows.
 */
export function fitToSchema(schema: FieldSchema | undefined, value: unknown): unknown {
  const concrete = resolveSchema(schema);
  switch (typeOf(concrete)) {
    case "integer":
      return typeof value === "string" ? toInteger(value) : value;
    case "string":
      return typeof value === "string" && isTimestamp(concrete) ? toMicroseconds(value) : value;
    case "array":
      return fitList(concrete.items, value);
    case "object":
      return isJsonObject(value) ? fitObject(propertiesOf(concrete), value) : value;
    default:
      return value;
  }
}

/** Times of other systems can have nanoseconds, which Gorgias does not take. */
export function toMicroseconds(timestamp: string): string {
  return timestamp.replace(/(\.\d{6})\d{1,3}(?!\d)/, "$1");
}

function toInteger(text: string): unknown {
  const number = /^\s*(0|-?[1-9]\d*)\s*$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : text;
}

function fitList(items: FieldSchema | undefined, value: unknown): unknown {
  const takesLists = typeOf(resolveSchema(items)) === "array";
  const isOneOfList = isJsonObject(value) && typeOf(resolveSchema(items)) === "object";
  const rows = isOneOfList ? [value] : value;
  if (!Array.isArray(rows)) {
    return value;
  }
  return (takesLists ? rows : rows.flat()).map((row) => fitToSchema(items, row));
}

function fitObject(properties: Record<string, FieldSchema>, value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      Object.hasOwn(properties, key) ? fitToSchema(properties[key] as FieldSchema, inner) : inner,
    ]),
  );
}
