/**
 * Every operation of the API and the action that performs it. A server takes whatever is sent, holds it
 * against the contract, and answers with the action's own example.
 */
import http from "node:http";
import type { AddressInfo } from "node:net";
import {
  type Operation,
  parseMultipart,
  responseViolation,
  route,
  validateRequest,
} from "gorgias-sandbox/contract";
import { operations } from "../spec/operations.json";
import component from "../src";
import { type FieldSchema, fieldSchema, typeOf } from "../src/contract/fields";
import type { Route } from "../src/contract/routes";
import { formatValue } from "../src/text";
import { apiKeyConnection, harness, runToError } from "./support/integration";

interface Input {
  key: string;
  label: string;
  comments?: string;
  example?: string;
  required?: boolean;
  collection?: string;
  model?: { value: string }[];
}

interface Action {
  display: { label: string; description: string };
  inputs: Input[];
  examplePayload?: { data: unknown };
  outputSchema?: { type: string; schema: string };
  performSafety?: string;
}

const actions = component.actions as unknown as Record<string, Action>;
function actionOf(key: string): Action {
  return actions[key] as Action;
}

interface Captured {
  operation: string;
  method: string;
  path: string;
  fault?: string;
}

/** What the page shows no example for and the action needs. */
const NEEDED: Record<string, Record<string, unknown>> = {
  createCustomer: { channels: '[{"type": "email", "address": "john@example.com"}]' },
  createTicket: { messages: '[{"channel": "email", "from_agent": true, "via": "email"}]' },
  createTicketMessage: { source: '{"type": "aircall"}' },
  deleteTicket: { id: "5" },
  getTicket: { id: "5" },
  updateTicket: { id: "5" },
  updateTicketCustomFields: { custom_fields: '[{"id": 301, "value": "Shoe"}]' },
};

/** What an action sends beside the operation that it is named for. */
const ALSO_SENDS: Record<string, string[]> = {
  updateCustomerCustomFields: [
    "update-customer-custom-field-value",
    "update-customer-custom-field-value",
    "list-customer-custom-fields-values",
  ],
  updateTicketCustomFields: ["update-ticket-custom-field", "list-ticket-custom-fields"],
  updateTicketMessage: ["get-ticket-message", "update-ticket-message"],
};

/** What the contract says of an input; nothing where it goes by another name there. */
function schemaOf(key: string, input: string): FieldSchema {
  const { method, path = "" } = operations.find(({ action }) => action === key) ?? {};
  const route = `${method} ${path.replace(/^\/api/, "")}` as Route;
  try {
    return fieldSchema(route, input);
  } catch {
    return {};
  }
}

/** Values that the contract refuses for an input. */
function refusedValues(key: string, { key: input, required, model }: Input): unknown[] {
  const schema = schemaOf(key, input);
  const isInteger = typeOf(schema) === "integer";
  return [
    ...(required ? [""] : []),
    ...(schema.enum ? ["no such choice"] : []),
    ...(isInteger ? ["12abc", "1.5"] : []),
    ...(isInteger && schema.minimum !== undefined ? [schema.minimum - 1] : []),
    ...(isInteger && schema.maximum !== undefined ? [schema.maximum + 1] : []),
    ...(schema.maxLength ? ["x".repeat(schema.maxLength + 1)] : []),
  ].map((value) => (model || typeof value === "string" ? value : String(value)));
}

/** Every example that the designer shows, as it is shown; Clear Fields contradicts the others. */
function examplesOf(key: string): Record<string, unknown> {
  const shown = actionOf(key).inputs.filter(
    ({ key: input, example }) => example !== undefined && input !== "clear_fields",
  );
  const examples = shown.map(({ key: input, example, collection }) => [
    input,
    collection === "valuelist" ? [example] : example,
  ]);
  return { ...Object.fromEntries(examples), ...NEEDED[key] };
}

describe("every operation", () => {
  let captured: Captured[] = [];
  let answer: unknown;
  let server: http.Server;
  const connection = apiKeyConnection({ username: "a@example.com", apiKey: "the-api-key" });

  const capture = async (
    request: http.IncomingMessage,
    body: Buffer,
    response: http.ServerResponse,
  ) => {
    const [path = "", query = ""] = (request.url ?? "").split("?");
    const found = route(request.method ?? "", path) as unknown as {
      operation: Operation;
      params: Record<string, string>;
    };
    const header = request.headers["content-type"] ?? "";
    const parts = await parseMultipart(body, header);
    const entry: Captured = { operation: found.operation.id, method: request.method ?? "", path };
    captured.push(entry);
    try {
      validateRequest(found.operation, {
        params: found.params,
        query,
        contentType: header.split(";")[0] ?? "",
        text: parts ? "" : body.toString(),
        parts,
      });
    } catch (error) {
      entry.fault = JSON.stringify(error, Object.getOwnPropertyNames(error));
    }
    const responses = found.operation.responses as Record<string, { content?: object }>;
    const status = Object.keys(responses).find((code) => code.startsWith("2")) ?? "200";
    const hasBody = responses[status]?.content !== undefined;
    response.writeHead(Number(status), {
      "content-type": "application/json",
      // Without it the client takes the bucket for a small one, and waits.
      "x-gorgias-account-api-call-limit": "1/900000",
    });
    response.end(hasBody ? JSON.stringify(answer) : undefined);
  };

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => capture(request, Buffer.concat(chunks), response));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    process.env.GORGIAS_SANDBOX_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    delete process.env.GORGIAS_SANDBOX_URL;
    server.closeAllConnections();
    server.close();
  });

  beforeEach(() => {
    captured = [];
  });

  const rows = operations.map((row) => [row.action, row] as const);

  it.each(rows)("%s has its key, label, description, safety and output", (key, row) => {
    const action = actionOf(key);
    expect(action.display.label).toBe(row.label);
    expect(action.display.description).toMatch(/^[A-Z].*\.$/);
    expect(action.performSafety).toBeDefined();
    const told = row.operation === "download-file" ? "description" : "type";
    expect(JSON.parse(action.outputSchema?.schema ?? "")).toHaveProperty(told);
  });

  it.each(rows.filter(([, row]) => !row.documented))("%s says of every input what it is", (key) => {
    for (const input of actionOf(key).inputs.filter(({ key: one }) => one !== "connection")) {
      expect(input).toEqual(
        expect.objectContaining({
          label: expect.stringMatching(/\S/),
          comments: expect.stringMatching(/\S/),
          example: expect.stringMatching(/\S/),
        }),
      );
    }
  });

  it.each(rows)(
    "%s sends its examples, pasted in at once, as the contract has it",
    async (key, row) => {
      const { examplePayload } = actionOf(key);
      answer = examplePayload?.data;
      const result = (await harness.action(key, { connection, ...examplesOf(key) })) as {
        data: unknown;
      };
      expect(captured.filter(({ fault }) => fault)).toEqual([]);
      expect(captured.map(({ operation }) => operation)).toEqual(
        ALSO_SENDS[key] ?? [row.operation],
      );
      if (!row.documented) {
        expect(result.data).toEqual(examplePayload?.data);
      }
    },
  );

  it.each(rows.filter(([, row]) => !row.documented))(
    "%s shows an example payload that the contract allows",
    (key, row) => {
      const { operation } = route(row.method, row.path.replace(/\{[^}]*\}/g, "1")) as unknown as {
        operation: Operation;
      };
      const responses = operation.responses as Record<string, { content?: object }>;
      const status = Object.keys(responses).find((code) => code.startsWith("2")) ?? "200";
      const body = actionOf(key).examplePayload?.data;
      if (responses[status]?.content === undefined) {
        return expect(body).toEqual({ message: "Success" });
      }
      const headers = { "X-Gorgias-Account-Api-Call-Limit": "1/40" };
      expect(
        responseViolation(operation, { status: Number(status), headers, body }),
      ).toBeUndefined();
    },
  );

  const refusals = rows.flatMap(([key]) =>
    actionOf(key)
      .inputs.filter(({ key: input }) => input !== "connection" && input !== "debugRequest")
      .flatMap((input) =>
        refusedValues(key, input).map(
          (value) => [key, input.key, formatValue(value), input.label, value] as const,
        ),
      ),
  );

  it.each(refusals)(
    "%s refuses %s given %s, before anything is sent",
    async (key, input, _, label, value) => {
      const error = await runToError(key, { connection, ...examplesOf(key), [input]: value });
      expect(error.name).toBe("InputError");
      expect(error.message).toContain(label);
      expect(captured).toEqual([]);
    },
  );
});
