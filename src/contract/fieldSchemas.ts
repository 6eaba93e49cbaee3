/**
 * What the contract says of the fields of an operation: its path and query parameters and the
 * properties of its body, by the API's own names. Inputs are made from it, never typed again.
 */
import contract from "./generated/schemas.json";
import { type Route, routeEntry } from "./routes";

/** The part of JSON Schema that the contract's fields use. */
export interface FieldSchema {
  type?: string | string[];
  /** The values that there are, and no others. */
  enum?: string[];
  /** Values that Gorgias is known to take, beside others. */
  "x-known-values"?: string[];
  const?: string | boolean;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  additionalProperties?: boolean;
  properties?: Record<string, FieldSchema>;
  items?: FieldSchema;
  anyOf?: FieldSchema[];
  oneOf?: FieldSchema[];
  $ref?: string;
}

const definitions = contract.$defs as unknown as Record<string, FieldSchema>;
const operationSchemas = contract.operations as unknown as Record<
  string,
  { properties: Record<string, FieldSchema> }
>;

/** All schemas, for a validator to find references in. */
export const rootSchema = { $defs: { ...definitions, ...operationSchemas } };

/** @returns the schema of one field, references resolved at its top. */
export function fieldSchema(route: Route, field: string): FieldSchema {
  const schema = fieldSchemas(route)[field];
  if (!schema) {
    throw new Error(`The contract knows no field ${field} of ${route}.`);
  }
  return resolveSchema(schema);
}

/** @returns the names of all fields of an operation: of its path, its query and its body. */
export function fieldNames(route: Route): string[] {
  return Object.keys(fieldSchemas(route));
}

/** @returns the names of the body's fields that accept null, in the contract's order. */
export function nullableFields(route: Route): string[] {
  return Object.entries(fieldSchemas(route))
    .filter(([, schema]) => admitsNull(schema))
    .map(([name]) => name);
}

/** @returns the one concrete type that a schema allows: "string", "integer", "object", … */
export function typeOf(schema: FieldSchema): string | undefined {
  return [schema.type].flat().find((type) => type !== "null");
}

/** @returns the values to offer for a field; where null is one of them, unset stands for it. */
export function choicesOf(schema: FieldSchema): string[] {
  return (schema.enum ?? schema["x-known-values"] ?? []).filter((value) => value !== null);
}

/** Is it the schema of a date and time? */
export function isTimestamp({ format }: FieldSchema): boolean {
  return format === "timestamp";
}

/** The schema behind references, and behind "this or null"; an empty one for none. */
export function resolveSchema(schema: FieldSchema = {}): FieldSchema {
  if (schema.$ref) {
    return resolveSchema(followReference(schema));
  }
  const concrete = schema.anyOf?.filter((option) => option.type !== "null");
  return concrete?.length === 1 && concrete[0] ? resolveSchema(concrete[0]) : schema;
}

/** @returns the schemas of an object's properties, none for a schema of anything else. */
export function propertiesOf(schema: FieldSchema | undefined): Record<string, FieldSchema> {
  return resolveSchema(schema).properties ?? {};
}

/** @returns the schema that a `$ref` names. */
export function followReference({ $ref }: FieldSchema): FieldSchema {
  return definitions[($ref as string).replace("#/$defs/", "")] as FieldSchema;
}

/** Does a field take null, and so can be emptied? */
export function admitsNull(schema: FieldSchema): boolean {
  return [schema.type].flat().includes("null") || (schema.anyOf?.some(admitsNull) ?? false);
}

function fieldSchemas(route: Route): Record<string, FieldSchema> {
  return operationSchemas[routeEntry(route).operation]?.properties ?? {};
}
