/**
 * Kinds of inputs that name users, customers and teams: by an id, an email, or as another step read
 * them. A whole record is taken, and only what names it is sent: Gorgias refuses what reads add.
 */
import { type FieldSchema, propertiesOf, resolveSchema } from "../contract/fieldSchemas";
import { isJsonObject, type JsonObject } from "../jsonObject";
import { type Clean, checked, integer, isUnset, list, parseJson, readJson } from "./clean";
import { fitToSchema } from "./fitToSchema";
import type { Kind, Presentation } from "./input";
import { cleanPart, refuse } from "./refusal";

/** Any of these says who is meant. */
const NAMING_KEYS = ["id", "email", "phone", "external_id", "channels"];

const EMAIL = /^[^\s@{}"]+@[^\s@{}"]+$/;

/** The kind of an input that takes one person, or one team. */
export function person({ label, example }: Presentation, schema: FieldSchema): Kind<JsonObject> {
  return {
    type: "code",
    clean: (value) => {
      const given = isJsonText(value) ? readJson(label, value, example) : value;
      return toPerson(label, schema, given, value, example);
    },
  };
}

/** The kind of an input that takes several users or teams, as their records or by their ids. */
export function people(
  { label, example }: Presentation,
  { items, ...schema }: FieldSchema,
): Kind<(JsonObject | number)[]> {
  const named = resolveSchema(items);
  const item: Clean<JsonObject | number> =
    named.type === "integer"
      ? (value) => integer(label, named)(idOf(parsedRecord(label, value)))
      : (value) => toPerson(label, named, parsedRecord(label, value), value, example);
  return { type: "string", collection: "valuelist", clean: list(label, schema, item) };
}

/**
 * @param given an id, an email, or an object, no longer as text.
 * @param where in the value of the input it stands, for refusals.
 * @throws InputError for an object that names nobody.
 */
export function toPerson(
  label: string,
  schema: FieldSchema,
  given: unknown,
  shown: unknown,
  shape = exampleOf(schema),
  where = "",
): JsonObject {
  const properties = propertiesOf(schema);
  if (isPlainId(given)) {
    const id = integer(label, { minimum: properties.id?.minimum });
    return cleanPart(() => ({ id: id(given) }), shown, { place: where });
  }
  const object = isEmail(given) ? { email: (given as string).trim() } : given;
  if (!isJsonObject(object)) {
    throw refuse(label, `must be an object, or only ${namesOf(properties)}`, shown, shape, {
      place: where,
    });
  }
  const named = cleanPart(() => parseJson(label, known(properties, object)) as JsonObject, shown, {
    place: where,
  });
  const isNamed = [...NAMING_KEYS, ...nameOfCustomer(properties)].some((key) => key in named);
  if (!isNamed) {
    throw refuse(label, `must name somebody by ${namesOf(properties)}`, shown, shape, {
      place: where,
    });
  }
  return checked(label, schema, fitToSchema(schema, named) as JsonObject, shown, shape, where);
}

/** What of a record as read names it: its id, or else all that the schema takes and is not blank. */
function known(properties: Record<string, FieldSchema>, record: JsonObject): JsonObject {
  if (!isUnset(record.id)) {
    return { id: record.id };
  }
  return Object.fromEntries(
    Object.entries(record).filter(
      ([key, value]) => Object.hasOwn(properties, key) && !isUnset(value),
    ),
  );
}

/** Only the customer of a ticket can be named by a name. */
function nameOfCustomer(properties: Record<string, FieldSchema>): string[] {
  return "phone" in properties ? ["name"] : [];
}

function namesOf(properties: Record<string, FieldSchema>): string {
  return "email" in properties ? "an id or an email" : "an id";
}

function exampleOf(schema: FieldSchema): string {
  return "email" in propertiesOf(schema)
    ? '{"id": 3924} or {"email": "john@example.com"}'
    : '{"id": 93}, or only 93';
}

/** A row of a list can hold the record as JSON text. */
function parsedRecord(label: string, value: unknown): unknown {
  return isJsonText(value) ? readJson(label, value) : value;
}

function isJsonText(value: unknown): boolean {
  return typeof value === "string" && /^\s*[{[]/.test(value);
}

function idOf(value: unknown): unknown {
  return isJsonObject(value) ? value.id : value;
}

/** Text that begins with a digit and is no email is meant as an id, right or wrong. */
function isPlainId(value: unknown): boolean {
  return (
    typeof value === "number" ||
    (typeof value === "string" && /^\s*\d/.test(value) && !isEmail(value))
  );
}

function isEmail(value: unknown): boolean {
  return typeof value === "string" && EMAIL.test(value.trim());
}
