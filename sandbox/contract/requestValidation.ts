/** Checks a request against the contract and turns its texts into values. */

import type { ErrorObject } from "ajv";
import { ApiError } from "../errors";
import { type Operation, type Parameter, reasonsByField, reference, validator } from "./document";
import type { FilePart } from "./multipart";

export interface ValidRequest {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
}

export interface RawRequest {
  params: Record<string, string>;
  /** Query string without the question mark. */
  query: string;
  /** Media type of the body without parameters, in lower case; empty when there is none. */
  contentType: string;
  /** Text of the body; empty when there is none. */
  text: string;
  parts: readonly FilePart[] | undefined;
}

export interface ValidationOptions {
  /** Leave unknown keys of the body out instead of refusing them. */
  ignoreUnknownKeys?: boolean;
}

/**
 * Checks path, query and body.
 * @throws ApiError 400 naming every offending field; an unknown query parameter or body key is one.
 */
export function validateRequest(
  operation: Operation,
  raw: RawRequest,
  options: ValidationOptions = {},
): ValidRequest {
  const path = readPath(operation, raw.params);
  const query = readQuery(operation, raw.query);
  check(operation, "path", path);
  check(operation, "query", query);
  checkExclusions(operation, query);
  return { path, query, body: readBody(operation, raw, options) };
}

function readPath(operation: Operation, params: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, text]) => {
      const parameter = operation.parameters.find((p) => p.in === "path" && p.name === name);
      return [name, coerce(text, parameter?.schema.type)];
    }),
  );
}

/** Arrays repeat their key, an object is written `name[key]=value`; any other repeat is refused. */
function readQuery(operation: Operation, text: string): Record<string, unknown> {
  // Without a prototype: a parameter called __proto__ is one like any other.
  const query: Record<string, unknown> = Object.create(null);
  for (const name of new Set(new URLSearchParams(text).keys())) {
    const values = new URLSearchParams(text).getAll(name);
    const { parameter, key } = queryParameter(operation, name);
    if (parameter && key !== undefined) {
      query[parameter.name] = { ...(query[parameter.name] as object), [key]: single(values) };
    } else if (parameter?.schema.type === "array") {
      const items = parameter.schema.items as { type?: unknown };
      query[name] = values.map((value) => coerce(value, items.type));
    } else {
      const value = single(values);
      query[name] = typeof value === "string" ? coerce(value, parameter?.schema.type) : value;
    }
  }
  return query;
}

function queryParameter(
  operation: Operation,
  name: string,
): { parameter?: Parameter; key?: string | undefined } {
  const inQuery = operation.parameters.filter((parameter) => parameter.in === "query");
  const exact = inQuery.find((p) => p.name === name && p.style !== "deepObject");
  if (exact) {
    return { parameter: exact };
  }
  const [, base, key] = /^([^[]+)\[([^\]]*)\]$/.exec(name) ?? [];
  const deep = inQuery.find((p) => p.name === base && p.style === "deepObject");
  return deep ? { parameter: deep, key } : {};
}

/** A repeated value stays an array, which no scalar schema accepts. */
function single(values: string[]): string | string[] {
  return values.length === 1 ? (values[0] as string) : values;
}

/** Text as the type its schema asks for; text that does not read as that type stays text. */
function coerce(text: string, type: unknown): unknown {
  if (type === "integer" && /^-?\d{1,15}$/.test(text)) {
    return Number(text);
  }
  if (type === "boolean" && (text === "true" || text === "false")) {
    return text === "true";
  }
  return text;
}

function check(operation: Operation, place: "path" | "query", value: unknown): void {
  const validate = validator(`${operation.id} ${place}`, () => parametersSchema(operation, place));
  if (!validate(value)) {
    throw new ApiError(400, "Invalid request.", reasonsByField(validate.errors ?? [], place));
  }
}

/** @throws ApiError 400 naming the parameters that another one of the request excludes */
function checkExclusions(operation: Operation, query: Record<string, unknown>): void {
  const refused = operation.parameters
    .filter(({ name }) => name in query)
    .flatMap(({ name, excludes }) =>
      excludes
        .filter((other) => other in query)
        .map((other) => [other, [`Not allowed beside ${name}.`]] as [string, string[]]),
    );
  if (refused.length > 0) {
    throw new ApiError(400, "Invalid request.", Object.fromEntries(refused));
  }
}

function parametersSchema(operation: Operation, place: "path" | "query"): Record<string, unknown> {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map((p) => [p.name, reference(p.pointer)])),
    required: parameters.filter((p) => p.required).map((p) => p.name),
    additionalProperties: false,
  };
}

function readBody(
  operation: Operation,
  raw: RawRequest,
  { ignoreUnknownKeys = false }: ValidationOptions,
): unknown {
  const { requestType } = operation;
  if (requestType === undefined) {
    return undefined;
  }
  if (raw.contentType !== requestType) {
    throw invalidBody(`Content-Type must be ${requestType}.`);
  }
  const body = decodeBody(requestType, raw);
  const validate = validator(`${operation.id} body`, () =>
    reference(`${operation.pointer}/requestBody/content/${requestType.replace("/", "~1")}/schema`),
  );
  const valid = validate(body);
  const errors = validate.errors ?? [];
  if (!valid && !(ignoreUnknownKeys && errors.every(isUnknownKey))) {
    throw new ApiError(400, "Invalid request.", reasonsByField(errors, "body"));
  }
  return without(
    body,
    errors.map(({ params }) => params.additionalProperty),
  );
}

/** Whether all that is wrong is a key of the body itself. */
function isUnknownKey({ keyword, instancePath }: ErrorObject): boolean {
  return keyword === "additionalProperties" && instancePath === "";
}

function without(body: unknown, keys: readonly string[]): unknown {
  return keys.length === 0
    ? body
    : Object.fromEntries(Object.entries(body as object).filter(([key]) => !keys.includes(key)));
}

function decodeBody(requestType: string, raw: RawRequest): unknown {
  if (requestType === "multipart/form-data") {
    return Object.fromEntries((raw.parts ?? []).map((part) => [part.name, part.filename]));
  }
  if (requestType === "application/x-www-form-urlencoded") {
    return Object.fromEntries(new URLSearchParams(raw.text));
  }
  try {
    return JSON.parse(raw.text);
  } catch {
    throw invalidBody("Not valid JSON.");
  }
}

function invalidBody(reason: string): ApiError {
  return new ApiError(400, "Invalid request.", { body: [reason] });
}
