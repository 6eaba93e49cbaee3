/**
 * Writes `src/contract/generated/schemas.json`: what the contract says of every field that an operation
 * takes, trimmed to what a validator reads. The inputs are made from it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Schema = { [key: string]: Json };

const ROOT = path.resolve(__dirname, "..");
const TARGET = path.join(ROOT, "src/contract/generated/schemas.json");
const METHODS = ["get", "post", "put", "delete"];
/** Open lists: offered as choices, and never enforced. */
const KNOWN_VALUES = "x-known-values";
const ANNOTATIONS = new Set(["description", "examples", "example", "default", "title"]);

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape
const contract: any = JSON.parse(
  readFileSync(path.join(ROOT, "contract/generated/gorgias-openapi.json"), "utf8"),
);
const spec = JSON.parse(readFileSync(path.join(ROOT, "spec/operations.json"), "utf8"));
const wanted = new Set<string>(spec.operations.map((row: { operation: string }) => row.operation));

function resolve<T>(node: T & { $ref?: string }): T {
  return node?.$ref
    ? resolve(
        node.$ref
          .slice(2)
          .split("/")
          .reduce((at, key) => at[key], contract),
      )
    : node;
}

const definitions: Record<string, Schema> = {};

/** A pattern of the contract's that stands for a date and time: `format: timestamp` in what is written. */
function isTimestamp(key: string, value: Json): boolean {
  return (
    key === "pattern" && typeof value === "string" && value.startsWith("^\\d{4}-\\d{2}-\\d{2}T")
  );
}

function isAnnotation(key: string): boolean {
  return ANNOTATIONS.has(key) || (key.startsWith("x-") && key !== KNOWN_VALUES);
}

/** Drops annotations, points references at `$defs` and copies what they name there. */
function trim(node: Json, inProperties = false): Json {
  if (Array.isArray(node)) {
    return node.map((item) => trim(item));
  }
  if (node === null || typeof node !== "object") {
    return node;
  }
  const nullable = asNullable(node);
  if (nullable) {
    return trim(nullable);
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => inProperties || !isAnnotation(key))
      .map(([key, value]) =>
        isTimestamp(key, value)
          ? ["format", "timestamp"]
          : key === "$ref" && !inProperties
            ? ["$ref", define(value as string)]
            : [key, trim(value, key === "properties" && !inProperties)],
      ),
  );
}

/** `anyOf: [X, null]` with X of one type is that type or null: errors of a validator read better. */
function asNullable(node: Schema): Schema | undefined {
  const options = node.anyOf;
  if (!Array.isArray(options) || options.length !== 2) {
    return undefined;
  }
  const [first, second] = options.map((option) => resolve(option as Schema)) as [Schema, Schema];
  if (second.type !== "null" || typeof first.type !== "string" || first.enum || first.properties) {
    return undefined;
  }
  return { ...first, type: [first.type, "null"] };
}

function define(reference: string): string {
  const name = reference.split("/").at(-1) as string;
  if (!(name in definitions)) {
    definitions[name] = {};
    definitions[name] = trim(resolve({ $ref: reference })) as Schema;
  }
  return `#/$defs/${name}`;
}

function fieldsOf(operation: { parameters?: Schema[]; requestBody?: Schema }) {
  const fields: Record<string, Json> = {};
  for (const reference of operation.parameters ?? []) {
    const parameter = resolve(reference) as { name?: string; schema?: Json };
    if (parameter.name && parameter.schema) {
      fields[parameter.name] = trim(parameter.schema);
    }
  }
  const content = (operation.requestBody as { content?: Record<string, { schema: Json }> })
    ?.content;
  const body = content?.["application/json"]?.schema as Schema | undefined;
  if (!body) {
    return fields;
  }
  const schema = resolve(body as Schema & { $ref?: string }) as Schema;
  if (schema.type !== "object") {
    return { ...fields, body: trim(body) };
  }
  for (const [name, property] of Object.entries(schema.properties as Schema)) {
    fields[name] = trim(property);
  }
  return fields;
}

const operations: Record<string, { properties: Record<string, Json> }> = {};
for (const item of Object.values(contract.paths) as Record<string, Schema>[]) {
  for (const method of METHODS) {
    const operation = item[method] as { operationId?: string } | undefined;
    if (operation?.operationId && wanted.has(operation.operationId)) {
      operations[operation.operationId] = { properties: fieldsOf(operation as object) };
    }
  }
}

writeFileSync(TARGET, `${JSON.stringify({ operations, $defs: definitions }, null, 1)}\n`);
