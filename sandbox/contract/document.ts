/**
 * The contract, loaded once a process: its operations, and validators compiled on first use.
 *
 * `$ref`s are left to ajv. The whole document is registered as one schema, so each component is
 * compiled once and shared by every operation that refers to it; a dereferenced copy of the ticket
 * schema for every operation and status would cost several times the start time.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv2020, { type ErrorObject, type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { OperationId } from "./types";

/** Beside the package in the repository, and beside its compiled files in what is published. */
const CONTRACT_FILE = path.join(__dirname, "../../contract/generated/gorgias-openapi.json");
const METHODS = ["get", "post", "put", "delete", "patch"] as const;

type Json = Record<string, unknown>;

/** One parameter of an operation; `pointer` is where its schema stands in the contract. */
export interface Parameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  style: string | undefined;
  schema: Json;
  /** Names of parameters that are refused beside it (`x-excludes`). */
  excludes: readonly string[];
  pointer: string;
}

export interface Operation {
  id: OperationId;
  method: string;
  /** Template, such as `/api/tickets/{id}`. */
  path: string;
  /** Scope that an OAuth token needs (`x-oauth-scope`), or undefined. */
  scope: string | undefined;
  /** False where the contract lets anybody in (`security: [{}]`). */
  secured: boolean;
  parameters: readonly Parameter[];
  /** Media type of the request body, or undefined when the operation takes none. */
  requestType: string | undefined;
  pointer: string;
  responses: Json;
}

interface Contract {
  document: Json;
  operations: readonly Operation[];
  ajv: Ajv2020;
}

/**
 * Compiling takes longer than all the checks of a short-lived sandbox: it is kept cheap. That the
 * schemas are schemas is known, since the generated types were made of them.
 */
const AJV_OPTIONS = {
  strict: false,
  allErrors: true,
  meta: false,
  validateSchema: false,
  code: { optimize: false },
} as const;

let loaded: Contract | undefined;

/** The contract; read and parsed by the first caller. */
export function contract(): Contract {
  loaded ??= readContract();
  return loaded;
}

function readContract(): Contract {
  const document = JSON.parse(readFileSync(CONTRACT_FILE, "utf8")) as Json;
  const ajv = addFormats(new Ajv2020(AJV_OPTIONS));
  ajv.addSchema({ $id: "contract", ...document }, undefined, undefined, false);
  return { document, operations: readOperations(document), ajv };
}

function readOperations(document: Json): Operation[] {
  return Object.entries(document.paths as Record<string, Json>).flatMap(([template, item]) =>
    METHODS.filter((method) => method in item).map((method) =>
      readOperation(document, template, method, item[method] as Json),
    ),
  );
}

function readOperation(document: Json, template: string, method: string, raw: Json): Operation {
  const pointer = `#/paths/${escapePointer(template)}/${method}`;
  const content = (raw.requestBody as { content?: Json } | undefined)?.content;
  const security = raw.security as Json[] | undefined;
  return {
    id: raw.operationId as OperationId,
    method: method.toUpperCase(),
    path: template,
    scope: raw["x-oauth-scope"] as string | undefined,
    secured: !security?.some((scheme) => Object.keys(scheme).length === 0),
    parameters: ((raw.parameters as Json[] | undefined) ?? []).map((parameter, index) =>
      readParameter(document, parameter, `${pointer}/parameters/${index}`),
    ),
    requestType: content && Object.keys(content)[0],
    pointer,
    responses: raw.responses as Json,
  };
}

function readParameter(document: Json, raw: Json, place: string): Parameter {
  const pointer = typeof raw.$ref === "string" ? raw.$ref : place;
  const parameter = resolve(document, raw);
  return {
    name: parameter.name as string,
    in: parameter.in as "path" | "query",
    required: parameter.required === true,
    style: parameter.style as string | undefined,
    schema: resolve(document, parameter.schema as Json),
    excludes: (parameter["x-excludes"] as string[] | undefined) ?? [],
    pointer: `${pointer}/schema`,
  };
}

/** Follows local `$ref`s until something that is not a reference. */
function resolve(document: Json, node: Json): Json {
  let current = node;
  while (typeof current.$ref === "string") {
    current = at(document, current.$ref);
  }
  return current;
}

function at(document: Json, pointer: string): Json {
  return pointer
    .slice(2)
    .split("/")
    .reduce<unknown>(
      (node, token) => (node as Json)[token.replace(/~1/g, "/").replace(/~0/g, "~")],
      document,
    ) as Json;
}

/** Follows a `$ref` of the contract, such as one response of an operation. */
export function resolveInContract(node: unknown): Json {
  return resolve(contract().document, node as Json);
}

export function escapePointer(token: string): string {
  return token.replace(/~/g, "~0").replace(/\//g, "~1");
}

const validators = new Map<string, ValidateFunction>();

/** Compiles `schema` at the first call with this `key` and keeps it for the process. */
export function validator(key: string, schema: () => Json): ValidateFunction {
  let found = validators.get(key);
  if (!found) {
    found = contract().ajv.compile(schema());
    validators.set(key, found);
  }
  return found;
}

/** A schema that stands for the place of the contract at `pointer` (`#/paths/...`). */
export function reference(pointer: string): Json {
  const fragment = pointer.slice(1).split("/").map(encodeURIComponent).join("/");
  return { $ref: `contract#${fragment}` };
}

/** Reasons by field (dotted, as in `messages.0.channel`), from ajv's errors. */
export function reasonsByField(
  errors: readonly ErrorObject[],
  whole: string,
): Record<string, string[]> {
  const reasons: Record<string, string[]> = Object.create(null);
  for (const error of errors) {
    const field = fieldOf(error) || whole;
    const reason = reasonOf(error);
    reasons[field] ??= [];
    if (!reasons[field].includes(reason)) {
      reasons[field].push(reason);
    }
  }
  return reasons;
}

function fieldOf(error: ErrorObject): string {
  const missing = error.params.missingProperty ?? error.params.additionalProperty;
  const tokens = error.instancePath.split("/").slice(1).map(unescapePointer);
  return [...tokens, ...(missing === undefined ? [] : [missing])].join(".");
}

function unescapePointer(token: string): string {
  return token.replace(/~1/g, "/").replace(/~0/g, "~");
}

function reasonOf(error: ErrorObject): string {
  switch (error.keyword) {
    case "additionalProperties":
      return "Unknown field.";
    case "required":
      return "Missing data for required field.";
    case "enum":
      return `Must be one of: ${error.params.allowedValues.join(", ")}.`;
    default:
      return `${error.message ?? error.keyword}.`;
  }
}
