/** The contract as the tests read it: past `src/contract`, which they test. */
import { readFileSync } from "node:fs";
import path from "node:path";

interface Node {
  [key: string]: unknown;
}

/** The whole OpenAPI document. */
export const document = JSON.parse(
  readFileSync(path.join(__dirname, "../../contract/generated/gorgias-openapi.json"), "utf8"),
) as Node;

function at(pointer: string): Node {
  return pointer
    .slice(2)
    .split("/")
    .reduce<Node>((node, key) => node[key] as Node, document);
}

function resolve(node: Node): Node {
  return "$ref" in node ? resolve(at(node.$ref as string)) : node;
}

function takesNull(node: Node): boolean {
  const { type, anyOf, oneOf, enum: values } = resolve(node);
  const options = [anyOf, oneOf].flatMap((list) => (list ?? []) as Node[]);
  return (
    [type].flat().includes("null") ||
    (values as unknown[] | undefined)?.includes(null) === true ||
    options.some(takesNull)
  );
}

/** @returns the fields of an operation's JSON body that may be null. */
export function nullableBodyFields(operationId: string): string[] {
  const operations = Object.values(document.paths as Node).flatMap((item) =>
    Object.values(item as Node),
  ) as Node[];
  const operation = operations.find((entry) => entry?.operationId === operationId) as Node;
  const body = resolve(operation.requestBody as Node) as {
    content: { "application/json": { schema: Node } };
  };
  const { properties } = resolve(body.content["application/json"].schema);
  return Object.entries(properties as Record<string, Node>)
    .filter(([, schema]) => takesNull(schema))
    .map(([name]) => name);
}
