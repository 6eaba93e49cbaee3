/**
 * A Gorgias that takes whatever is sent, holds it against the contract, and answers each operation with
 * the example of its action.
 */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { type Operation, parseMultipart, route, validateRequest } from "gorgias-sandbox/contract";
import { operations } from "../../spec/operations.json";
import component from "../../src";

/** A request as it arrived. */
export interface Captured {
  operation: string;
  method: string;
  path: string;
  query: string;
  /** JSON as a value, any other body as text. */
  body: unknown;
  headers: http.IncomingHttpHeaders;
  /** What the contract has against it. */
  fault?: string;
}

interface WithExample {
  examplePayload?: { data: unknown };
}

const examples = new Map(
  operations.map(({ operation, action }) => {
    const { examplePayload } = (component.actions as Record<string, WithExample>)[action] ?? {};
    return [operation, examplePayload?.data];
  }),
);

/** Without it the client takes the bucket for a small one, and waits. */
const CALL_LIMIT = { "x-gorgias-account-api-call-limit": "1/900000" };

/**
 * Answers all requests of the tests of a file; the list holds those of the present test.
 *
 * @param instead in the place of the examples, by the ids of their operations.
 */
export function useCaptureServer(instead: Record<string, unknown> = {}): Captured[] {
  const captured: Captured[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => respond(captured, instead, request, Buffer.concat(chunks), response));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    process.env.GORGIAS_SANDBOX_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    captured.length = 0;
  });
  afterAll(async () => {
    delete process.env.GORGIAS_SANDBOX_URL;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return captured;
}

interface Found {
  operation: Operation;
  params: Record<string, string>;
}

async function respond(
  captured: Captured[],
  instead: Record<string, unknown>,
  request: http.IncomingMessage,
  body: Buffer,
  response: http.ServerResponse,
): Promise<void> {
  const { method = "", url = "", headers } = request;
  const [path = "", query = ""] = url.split("?");
  const { operation, params } = route(method, path) as unknown as Partial<Found>;
  const type = headers["content-type"] ?? "";
  const parts = await parseMultipart(body, type);
  const text = parts ? "" : body.toString();
  const entry: Captured = {
    operation: operation?.id ?? "",
    method,
    path,
    query,
    body: parts ? parts : toJson(text),
    headers,
  };
  captured.push(entry);
  if (!operation || !params) {
    response.writeHead(404, CALL_LIMIT).end();
    return;
  }
  try {
    const contentType = type.split(";")[0] ?? "";
    validateRequest(operation, { params, query, contentType, text, parts });
  } catch (error) {
    entry.fault = JSON.stringify(error, Object.getOwnPropertyNames(error));
  }
  const responses = operation.responses as Record<string, { content?: object }>;
  const status = Object.keys(responses).find((code) => code.startsWith("2")) ?? "200";
  response.writeHead(Number(status), { "content-type": "application/json", ...CALL_LIMIT });
  const hasBody = responses[status]?.content !== undefined;
  const data = instead[operation.id] ?? examples.get(operation.id);
  response.end(hasBody ? JSON.stringify(data) : undefined);
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
