/** Checks values against the contract's schemas, and says in plain words what is wrong with them. */
import { dereference, format, type OutputUnit, type Schema, validate } from "@cfworker/json-schema";
import { type FieldSchema, followReference, isTimestamp, rootSchema } from "./fieldSchemas";

/** What is wrong with a value: `where` in it ("" for the whole of it), and what it must be. */
export interface ValidationError {
  where: string;
  problem: string;
}

export const TIMESTAMP_EXAMPLE = "2020-01-27T10:42:21 (UTC) or 2020-01-27T10:42:21+01:00";

/** Keywords that only say that something inside them failed. */
const WRAPPERS = new Set([
  "$ref",
  "properties",
  "additionalProperties",
  "items",
  "anyOf",
  "allOf",
  "oneOf",
  "if",
]);

/** Dates and times there are, with or without an offset, and with six digits of a second at most. */
const TIMESTAMP =
  /^\d{4}-(?!02-3|(?:02|04|06|09|11)-31)(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?$/;
format.timestamp = (text) => TIMESTAMP.test(text);

const EXPECTED: Record<string, string> = {
  array: "a list",
  object: "an object",
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
};

let schemasByUri: ReturnType<typeof dereference> | undefined;

/**
 * Checks a value against a field's schema.
 *
 * @param value JSON: no undefined, no class instances.
 * @returns undefined when nothing is wrong with it.
 */
export function validationError(schema: FieldSchema, value: unknown): ValidationError | undefined {
  const { valid, errors } = validate(value, schema as Schema, "2020-12", lookup());
  if (valid) {
    return undefined;
  }
  const causes = errors
    .filter(({ keyword }) => !WRAPPERS.has(keyword))
    .map((error) => new Cause(error, schema, value));
  // Of alternatives, the one that fits best says the most: it failed deepest in the value.
  const depth = Math.max(...causes.map((cause) => cause.path.length));
  const deepest = causes.filter((cause) => cause.path.length === depth);
  const [first] = deepest;
  if (!first) {
    return { where: "", problem: "must have another shape" };
  }
  const alike = deepest.filter(({ keyword }) => keyword === first.keyword);
  return { where: locate(first), problem: inWords(first, alike) };
}

/** One failed keyword, with the schema that it stands in and the value that failed. */
class Cause {
  readonly keyword: string;
  readonly path: string[];
  readonly schema: FieldSchema;
  readonly given: unknown;
  /** The property that is missing. */
  readonly property: string | undefined;

  constructor(error: OutputUnit, schema: FieldSchema, value: unknown) {
    this.keyword = error.keyword;
    this.path = segments(error.instanceLocation);
    this.schema = schemaAt(schema, segments(error.keywordLocation).slice(0, -1));
    this.given = this.path.reduce<unknown>(
      (at, key) => (at as Record<string, unknown>)[key],
      value,
    );
    this.property = error.keyword === "required" ? /"(.*)"/s.exec(error.error)?.[1] : undefined;
  }
}

/** Every schema by its URI, made at the first check: most runs check one input. */
function lookup(): ReturnType<typeof dereference> {
  schemasByUri ??= dereference(rootSchema as Schema);
  return schemasByUri;
}

function segments(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Follows a keyword's location from a field's schema, through references. */
function schemaAt(schema: FieldSchema, path: readonly string[]): FieldSchema {
  return path.reduce<FieldSchema>(
    (at, key) =>
      key === "$ref" ? followReference(at) : ((at as Record<string, FieldSchema>)[key] ?? {}),
    schema,
  );
}

function locate({ path, property }: Cause): string {
  return [...path, ...(property === undefined ? [] : [property])]
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
}

function inWords(cause: Cause, alike: readonly Cause[]): string {
  const { keyword, schema, given } = cause;
  switch (keyword) {
    case "type":
      return `must be ${expectedTypes(alike)}, not ${typeInWords(given)}`;
    case "required":
      return "is missing";
    case "false":
      return "is not known to Gorgias";
    case "enum":
    case "const":
      return `must be ${oneOf(alike.flatMap((each) => each.schema.enum ?? [each.schema.const]))}`;
    case "pattern":
      return "may only hold letters, digits, _ and -";
    case "format":
      if (isTimestamp(schema)) {
        return `must be a date and time such as ${TIMESTAMP_EXAMPLE}`;
      }
      return schema.format === "email" ? "must be an email address" : `must be a ${schema.format}`;
    case "minLength":
      return schema.minLength === 1
        ? "must not be empty"
        : `must have at least ${schema.minLength} characters`;
    case "maxLength":
      return `must have at most ${schema.maxLength} characters`;
    case "minItems":
      return schema.minItems === 1 ? "must not be empty" : `must hold at least ${schema.minItems}`;
    case "maxItems":
      return `must hold at most ${schema.maxItems}`;
    case "minimum":
      return `must be ${schema.minimum} or more`;
    case "maximum":
      return `must be ${schema.maximum} or less`;
    default:
      return "must have another shape";
  }
}

/** null is not named: leaving an input blank, or Clear Fields, stands for it. */
function expectedTypes(causes: readonly Cause[]): string {
  const types = causes.flatMap(({ schema }) => [schema.type].flat());
  const words = new Set(types.flatMap((type) => EXPECTED[String(type)] ?? []));
  return words.size > 0 ? [...words].join(" or ") : "null";
}

function typeInWords(value: unknown): string {
  if (value === null || typeof value === "boolean") {
    return String(value);
  }
  if (Array.isArray(value)) {
    return "a list";
  }
  if (typeof value === "number") {
    return Number.isInteger(value) ? "a number" : "a number with a fraction";
  }
  return typeof value === "string" ? "text" : "an object";
}

function oneOf(values: readonly unknown[]): string {
  const texts = [...new Set(values.filter((value) => value !== null).map(String))];
  return texts.length === 1 ? (texts[0] as string) : `one of ${texts.join(", ")}`;
}
