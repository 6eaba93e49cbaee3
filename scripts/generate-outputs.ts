/**
 * Writes `src/contract/generated/outputs.json`: what each operation answers, as JSON Schema, so that the designer
 * knows an action's result before its first run. Cut off below a depth, to keep the bundle small; what
 * several operations answer is written once.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

type Schema = { [key: string]: unknown; $ref?: string };

/** Levels of properties that are told; below them, only the type is. */
const DEPTH = 3;
const ROOT = path.resolve(__dirname, "..");
// biome-ignore lint/suspicious/noExplicitAny: a document of any shape
const contract: any = JSON.parse(
  readFileSync(path.join(ROOT, "contract/generated/gorgias-openapi.json"), "utf8"),
);
const spec = JSON.parse(readFileSync(path.join(ROOT, "spec/operations.json"), "utf8"));

function nameOf(reference: string): string {
  return reference.split("/").at(-1) as string;
}
function lookUp(reference: string): Schema {
  return reference
    .slice(2)
    .split("/")
    .reduce((at, key) => at[key], contract);
}

function concrete(schema: Schema): { schema: Schema; nullable: boolean } {
  if (schema.$ref) {
    return concrete(lookUp(schema.$ref));
  }
  const options = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  const first = options?.find((option) => option.type !== "null");
  if (!options || !first) {
    return { schema, nullable: false };
  }
  const inner = concrete(first);
  return { ...inner, nullable: inner.nullable || options.some(({ type }) => type === "null") };
}

function typeOf({ type, properties }: Schema, nullable: boolean): unknown {
  const types = [type ?? (properties ? "object" : [])].flat() as string[];
  const all = [...new Set([...types, ...(nullable && types.length > 0 ? ["null"] : [])])];
  return all.length === 1 ? all[0] : all;
}

function trim(given: Schema, depth: number): Schema {
  const { schema, nullable } = concrete(given);
  const type = typeOf(schema, nullable);
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  return {
    ...([type].flat().length > 0 ? { type } : {}),
    ...(schema.enum ? { enum: [...(schema.enum as unknown[]), ...(nullable ? [null] : [])] } : {}),
    ...(depth > 0 && properties.length > 0
      ? {
          properties: Object.fromEntries(
            properties.map(([key, inner]) => [key, trim(inner, depth - 1)]),
          ),
        }
      : {}),
    ...(schema.items && (depth > 0 || !(schema.items as Schema).$ref)
      ? { items: trim(schema.items as Schema, depth - 1) }
      : {}),
  };
}

const records: Record<string, Schema> = {};
const outputs: Record<string, string> = {};

/** Names what an answer holds: "Ticket", "Ticket[]" for a list, or nothing. */
function outputOf(schema: Schema | undefined): string | undefined {
  if (!schema) {
    return undefined;
  }
  if (schema.$ref) {
    const name = nameOf(schema.$ref);
    records[name] = trim(schema, DEPTH);
    return name;
  }
  const { schema: inner } = concrete(schema);
  const items = (inner.items ??
    (inner.properties as Record<string, Schema>)?.data?.items) as Schema;
  const name = items && outputOf(items);
  return name && (inner.type === "array" ? `${name}[]` : `{${name}}`);
}

const wanted = new Set(spec.operations.map(({ operation }: { operation: string }) => operation));
for (const methods of Object.values(contract.paths) as Record<string, Schema>[]) {
  for (const operation of Object.values(methods)) {
    const { operationId, responses } = operation as { operationId?: string; responses?: object };
    if (!operationId || !wanted.has(operationId)) {
      continue;
    }
    const happy = Object.entries(responses ?? {}).find(([status]) => status.startsWith("2"))?.[1];
    const output = outputOf(happy?.content?.["application/json"]?.schema);
    if (output) {
      outputs[operationId] = output;
    }
  }
}

const target = path.join(ROOT, "src/contract/generated/outputs.json");
writeFileSync(target, `${JSON.stringify({ outputs, records }, null, 1)}\n`);
