/**
 * Writes `src/contract/generated/routes.json`: every operation by its method and path, and where each of
 * its inputs goes. Path parameters stand in the path, and the rest is the body's.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

interface Node {
  [key: string]: unknown;
  $ref?: string;
}

interface Operation {
  operationId?: string;
  parameters?: Node[];
  requestBody?: Content;
  responses?: Record<string, Content>;
}

interface Content extends Node {
  content?: Record<string, { schema: Node }>;
}

interface RouteEntry {
  operation: string;
  query?: string[];
  body?: "object" | "list" | "scalar" | "multipart";
  /** Does it answer a list of records? */
  list?: true;
}

const ROOT = path.resolve(__dirname, "..");
const TARGET = path.join(ROOT, "src/contract/generated/routes.json");
const METHODS = ["get", "post", "put", "delete"];

const contract = JSON.parse(
  readFileSync(path.join(ROOT, "contract/generated/gorgias-openapi.json"), "utf8"),
) as Node & { paths: Record<string, Record<string, Operation>> };
const spec = JSON.parse(readFileSync(path.join(ROOT, "spec/operations.json"), "utf8"));
const wanted = new Set<string>(spec.operations.map((row: { operation: string }) => row.operation));

function resolve(node: Node): Node {
  const found = node.$ref
    ?.slice(2)
    .split("/")
    .reduce<unknown>((at, key) => (at as Node)[key], contract);
  return found ? resolve(found as Node) : node;
}

function bodyOf({ requestBody }: Operation): RouteEntry["body"] {
  const { content } = requestBody ? (resolve(requestBody) as Content) : {};
  if (content?.["multipart/form-data"]) {
    return "multipart";
  }
  const schema = content?.["application/json"]?.schema;
  if (!schema) {
    return undefined;
  }
  const { type } = resolve(schema);
  return type === "object" ? "object" : type === "array" ? "list" : "scalar";
}

/** Does a response hold records under `data`? */
function holdsRecords({ responses = {} }: Operation): boolean {
  const success = Object.entries(responses).find(([status]) => status.startsWith("2"))?.[1];
  const schema = success?.content?.["application/json"]?.schema;
  const options = schema ? [schema, ...((schema.oneOf ?? schema.anyOf ?? []) as Node[])] : [];
  return options
    .map(resolve)
    .some(({ properties }) => (properties as { data?: Node })?.data?.type === "array");
}

function listOf(method: string, operation: Operation, query: Node[]) {
  // A search answers a list, too: what can be paged is one.
  const canBePaged = method === "get" || query.some(({ name }) => name === "cursor");
  return canBePaged && holdsRecords(operation) ? { list: true as const } : {};
}

function entryOf(method: string, operation: Operation & { operationId: string }): RouteEntry {
  const parameters = (operation.parameters ?? []).map(resolve);
  const query = parameters.filter((parameter) => parameter.in === "query");
  return {
    operation: operation.operationId,
    ...(query.length > 0 ? { query: query.map(({ name }) => name as string) } : {}),
    ...(operation.requestBody ? { body: bodyOf(operation) } : {}),
    ...listOf(method, operation, query),
  };
}

const routes: Record<string, RouteEntry> = {};
for (const [template, item] of Object.entries(contract.paths)) {
  for (const method of METHODS) {
    const { operationId, ...operation } = item[method] ?? {};
    if (operationId && wanted.has(operationId)) {
      const route = `${method.toUpperCase()} ${template.replace(/^\/api/, "")}`;
      routes[route] = entryOf(method, { ...operation, operationId });
    }
  }
}

writeFileSync(TARGET, `${JSON.stringify(routes, null, 1)}\n`);
