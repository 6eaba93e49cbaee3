/**
 * Kinds of inputs that take parts of messages and customers as another step read them: channels,
 * source, attachments, and whole messages. What reads add to them is left out, since Gorgias refuses
 * keys that it does not know.
 */
import {
  admitsNull,
  type FieldSchema,
  propertiesOf,
  resolveSchema,
} from "../contract/fieldSchemas";
import { isJsonObject, type JsonObject } from "../jsonObject";
import { checked, parseJson } from "./clean";
import { fitToSchema } from "./fitToSchema";
import type { Kind, Presentation } from "./input";
import { toPerson } from "./people";
import { cleanPart, refuse } from "./refusal";

const PEOPLE = ["sender", "receiver"];
const RECIPIENTS = ["to", "cc", "bcc"];
const UNKNOWN_CONTENT_TYPE = "application/octet-stream";

/** What the inputs take, for refusals of those whose example the designer does not show. */
const SHAPES = {
  channels: '[{"type": "email", "address": "john@example.com"}]',
  source:
    '{"type": "email", "from": {"address": "support@example.com"}, "to": [{"address": "john@example.com"}]}',
  attachments:
    '[{"url": "https://example.com/invoice.pdf", "name": "invoice.pdf", "content_type": "application/pdf"}]',
  messages:
    '[{"channel": "email", "via": "api", "from_agent": false, "sender": {"email": "john@example.com"}, "body_text": "Hello"}]',
};

/** What only a read of a message has (contract, `TicketMessage` beside `TicketMessageCreate`). */
const READ_ONLY_KEYS = new Set([
  "auth_customer_identity",
  "id",
  "imported",
  "intents",
  "is_retriable",
  "processed_datetime",
  "replied_by",
  "replied_to",
  "rule_id",
  "ticket_id",
  "uri",
]);

/** The kind of an input that takes the channels of a customer. */
export function channels(presentation: Presentation, schema: FieldSchema): Kind<JsonObject[]> {
  return prepared(SHAPES.channels, presentation, schema, (value) =>
    eachObject(value, (row) => only(schema.items, row)),
  );
}

/** The kind of an input that takes the source of a message: its route. */
export function source(presentation: Presentation, schema: FieldSchema): Kind<JsonObject> {
  return prepared(SHAPES.source, presentation, schema, (value) =>
    isJsonObject(value) ? toSource(presentation.label, schema, value) : value,
  );
}

/** The kind of an input that takes files, as uploaded or as a message holds them. */
export function attachments(presentation: Presentation, schema: FieldSchema): Kind<JsonObject[]> {
  return prepared(SHAPES.attachments, presentation, schema, (value) =>
    toAttachments(schema, value),
  );
}

/** The kind of an input that takes messages to create a ticket with. */
export function messages(presentation: Presentation, schema: FieldSchema): Kind<JsonObject[]> {
  const message = resolveSchema(schema.items);
  return prepared(SHAPES.messages, presentation, schema, (value) =>
    eachObject(value, (row, index) => toMessage(presentation.label, message, row, index)),
  );
}

/** JSON, made ready by `prepare` and then held against the contract. */
function prepared<T>(
  shape: string,
  { label, example = shape }: Presentation,
  schema: FieldSchema,
  prepare: (value: unknown) => unknown,
): Kind<T> {
  return {
    type: "code",
    clean: (value) => {
      const fitted = fitToSchema(schema, parseJson(label, value, example));
      const ready = cleanPart(() => prepare(fitted) as T, value);
      return checked(label, schema, ready, value, example);
    },
  };
}

function toMessage(
  label: string,
  schema: FieldSchema,
  message: JsonObject,
  index: number,
): JsonObject {
  const properties = propertiesOf(schema);
  const parts = Object.entries(message)
    .filter(([key]) => !READ_ONLY_KEYS.has(key))
    .map(([key, value]) => [key, toPart(label, key, resolveSchema(properties[key]), value, index)]);
  return Object.fromEntries(parts);
}

function toPart(label: string, key: string, schema: FieldSchema, value: unknown, index: number) {
  if (value === null || value === undefined) {
    return value;
  }
  const where = `[${index}].${key}`;
  if (PEOPLE.includes(key)) {
    return toPerson(label, schema, value, value, undefined, where);
  }
  if (key === "source") {
    return isJsonObject(value) ? toSource(label, schema, value, `${where}.`) : value;
  }
  if (key === "attachments") {
    return toAttachments(schema, value);
  }
  return key === "last_sending_error" && isJsonObject(value) ? only(schema, value) : value;
}

function toSource(label: string, schema: FieldSchema, given: JsonObject, where = ""): JsonObject {
  const properties = propertiesOf(schema);
  const route = only(schema, given);
  const from = resolveSchema(properties.from);
  const recipients = RECIPIENTS.filter((key) => key in route).map((key) => [
    key,
    [route[key]]
      .flat()
      .map((row, index) => toAddress(label, from, row, `${where}${key}[${index}]`)),
  ]);
  return {
    ...route,
    ...("from" in route ? { from: toAddress(label, from, route.from, `${where}from`) } : {}),
    ...Object.fromEntries(recipients),
  };
}

/** An address, as text or as an object. On a chat the account's own is empty (contract). */
function toAddress(label: string, schema: FieldSchema, given: unknown, where: string): unknown {
  const object = typeof given === "string" ? { address: given.trim() } : given;
  if (!isJsonObject(object)) {
    return given;
  }
  const address = only(schema, object);
  if (Object.keys(address).length === 0) {
    throw refuse(label, "must have an address", given, undefined, { place: where });
  }
  return address;
}

/** Of a file as read, its name and content type can be null, and Gorgias asks for both. */
function toAttachments(schema: FieldSchema, value: unknown): unknown {
  const file = resolveSchema(schema.items) as FieldSchema & { required?: string[] };
  return eachObject(value, (row) => {
    const { url } = row;
    const size = file.required?.includes("size") ? { size: null } : {};
    const defaults = { ...size, name: nameOf(url), content_type: UNKNOWN_CONTENT_TYPE };
    return typeof url === "string" ? { ...defaults, ...only(file, row) } : row;
  });
}

/** The last part of a URL's path. */
function nameOf(url: unknown): string {
  const path = String(url).split(/[?#]/)[0] as string;
  return path.slice(path.lastIndexOf("/") + 1) || "file";
}

/** The keys that the schema knows, without those that are null where null is not taken. */
function only(schema: FieldSchema | undefined, record: JsonObject): JsonObject {
  const properties = propertiesOf(schema);
  return Object.fromEntries(
    Object.entries(record).filter(
      ([key, value]) =>
        Object.hasOwn(properties, key) &&
        value !== undefined &&
        (value !== null || admitsNull(properties[key] as FieldSchema)),
    ),
  );
}

function eachObject(value: unknown, make: (row: JsonObject, index: number) => unknown): unknown {
  return Array.isArray(value)
    ? value.map((row, index) => (isJsonObject(row) ? make(row, index) : row))
    : value;
}
