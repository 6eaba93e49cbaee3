/**
 * What the contract says of the fields of an operation: its path and query parameters and the
 * properties of its body, by the API's own names. Inputs are made from it, never typed again.
 */
import { dereference, type OutputUnit, type Schema, validate } from "@cfworker/json-schema";
import type { operations } from "../../contract/generated/gorgias";
import contract from "./generated/schemas.json";

type Parameters<O> = O extends { parameters: infer P } ? P : never;
/** The generator types what an operation does not have as never; here that adds nothing. */
type OrNothing<V> = [V] extends [never] ? unknown : V;
type At<P, K extends string> = P extends { [key in K]?: infer V }
  ? OrNothing<NonNullable<V>>
  : unknown;
type Body<O> = O extends { requestBody?: { content: { "application/json": infer B } } }
  ? [B] extends [readonly unknown[]]
    ? { body: B }
    : OrNothing<B>
  : unknown;

/** Id of an operation of the contract, such as `create-ticket`. */
export type OperationId = keyof operations & keyof typeof contract.operations;

/** The fields of an operation and their types. */
export type Fields<O extends OperationId> = At<Parameters<operations[O]>, "path"> &
  At<Parameters<operations[O]>, "query"> &
  Body<operations[O]>;

/** The part of JSON Schema that the contract's fields use. */
export interface FieldSchema {
  type?: string | string[];
  enum?: string[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  properties?: Record<string, FieldSchema>;
  items?: FieldSchema;
  anyOf?: FieldSchema[];
  $ref?: string;
}

const definitions = contract.$defs as Record<string, FieldSchema>;
const operationSchemas = contract.operations as Record<
  OperationId,
  { properties: Record<string, FieldSchema> }
>;

let resolved: ReturnType<typeof dereference> | undefined;

/** @returns the schema of one field, references resolved at its top. */
export function fieldSchema(operation: OperationId, field: string): FieldSchema {
  const schema = operationSchemas[operation].properties[field];
  if (!schema) {
    throw new Error(`The contract knows no field ${field} of ${operation}.`);
  }
  return resolve(schema);
}

/** @returns the names of the body's fields that accept null, in the contract's order. */
export function nullableFields(operation: OperationId): string[] {
  return Object.entries(operationSchemas[operation].properties)
    .filter(([, schema]) => admitsNull(schema))
    .map(([name]) => name);
}

/** @returns the one concrete type that a schema allows: "string", "integer", "object", … */
export function typeOf(schema: FieldSchema): string | undefined {
  return [schema.type].flat().find((type) => type !== "null");
}

/** Keywords that only say that something inside them failed. */
const WRAPPERS = new Set(["$ref", "properties", "items", "anyOf", "allOf", "oneOf", "if"]);

/**
 * Checks a value against a field's schema.
 *
 * @param value JSON: no undefined, no class instances.
 * @returns what is wrong with it, in words that begin with where; undefined when nothing is.
 */
export function findFault(schema: FieldSchema, value: unknown): string | undefined {
  const { valid, errors } = validate(value, schema as Schema, "2020-12", lookup());
  if (valid) {
    return undefined;
  }
  const fault = errors.find(
    ({ keyword }) => !WRAPPERS.has(keyword) && keyword !== "additionalProperties",
  );
  if (!fault) {
    return "has the wrong shape";
  }
  return `${locate(fault.instanceLocation)} ${inWords(fault)}`.trim();
}

/** Every schema by its URI, made at the first check: most runs check one input. */
function lookup(): ReturnType<typeof dereference> {
  resolved ??= dereference({ $defs: { ...definitions, ...operationSchemas } } as Schema);
  return resolved;
}

/** The schema behind references, and behind "this or null". */
function resolve(schema: FieldSchema): FieldSchema {
  if (schema.$ref) {
    return resolve(definitions[schema.$ref.replace("#/$defs/", "")] ?? {});
  }
  const concrete = schema.anyOf?.filter((option) => option.type !== "null");
  return concrete?.length === 1 && concrete[0] ? resolve(concrete[0]) : schema;
}

function admitsNull(schema: FieldSchema): boolean {
  return [schema.type].flat().includes("null") || (schema.anyOf?.some(admitsNull) ?? false);
}

function locate(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
}

function inWords({ keyword, error }: OutputUnit): string {
  const quoted = [...error.matchAll(/"([^"]*)"/g)].map(([, text]) => text);
  switch (keyword) {
    case "type":
      return `must be ${quoted.slice(1).join(" or ")}, not ${quoted[0]}`;
    case "required":
      return `${quoted[0]} is missing`;
    case "false":
      return "is not known to Gorgias";
    case "enum":
    case "const":
      return error.replace("Instance does not match", "must be").replace("any of", "one of");
    case "pattern":
    case "format":
      return error.replace("String does not match", "does not have the right");
    default:
      return error.replace(/\.$/, "");
  }
}
