/** Every operation of the API and the action that performs it, against a server that takes all. */
import { type Operation, responseViolation, route } from "gorgias-sandbox/contract";
import { operations } from "../spec/operations.json";
import { type FieldSchema, fieldSchema, typeOf } from "../src/contract/fieldSchemas";
import type { Route } from "../src/contract/routes";
import { formatValue } from "../src/text";
import { type AnyInput, actionOf, examplesOf } from "./support/anyAction";
import { useCaptureServer } from "./support/captureServer";
import { apiKeyConnection, harness, recordingLogger, runToError } from "./support/integration";

/** What an action sends beside the operation that it is named for. */
const ALSO_SENDS: Record<string, string[]> = {
  updateCustomer: ["get-customer", "update-customer"],
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
function refusedValues(key: string, { key: input, required, model }: AnyInput): unknown[] {
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

describe("every operation", () => {
  const captured = useCaptureServer();
  const connection = apiKeyConnection({ username: "a@example.com", apiKey: "the-api-key" });

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
      const context = { logger: recordingLogger().logger } as never;
      const inputs = { connection, ...examplesOf(key) };
      const result = (await harness.action(key, inputs, context)) as { data: unknown };
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
