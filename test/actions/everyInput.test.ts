/** What holds for every input of every action, against a server that takes whatever is sent. */

import * as actions from "../../src/actions";
import { jobExample } from "../../src/actions/jobs/examples";
import { clock } from "../../src/clock";
import {
  type FieldSchema,
  fieldNames,
  fieldSchema,
  isTimestamp,
} from "../../src/contract/fieldSchemas";
import { rowOf } from "../../src/operationAction";
import { type AnyInput, actionOf, allActions, examplesOf } from "../support/anyAction";
import { type Captured, useCaptureServer } from "../support/captureServer";
import { hostileText } from "../support/hostileText";
import { UNSET } from "../support/inputs";
import { apiKeyConnection, recordingLogger, run } from "../support/integration";
import fc from "../support/properties";

/** Jobs are done at once, so that none is looked at until the time is up. */
const captured = useCaptureServer({ "get-job": { ...jobExample.data, status: "done" } });
const connection = apiKeyConnection({ username: "a@example.com", apiKey: "the-api-key" });

const realClock = { ...clock };

// Waits pass at once, and time goes on by them. Mocks would keep each of the many calls.
beforeEach(() => {
  let skipped = 0;
  const today = Date.now();
  Object.assign(clock, {
    now: () => realClock.now() + skipped,
    date: () => today,
    sleep: async (ms: number) => {
      skipped += ms;
    },
  });
});
afterAll(() => {
  Object.assign(clock, realClock);
});

interface Outcome {
  /** What was sent, without the headers. */
  sent: object[];
  error?: Error & { input?: string };
}

/** Runs an action and tells what it sent and how it failed. */
async function outcomeOf(key: string, inputs: Record<string, unknown>): Promise<Outcome> {
  captured.length = 0;
  const { logger } = recordingLogger();
  let error: Error | undefined;
  // The traces of thousands of refusals would take as long as the refusals.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    await run(key, { connection, ...inputs }, { logger });
  } catch (thrown) {
    error = thrown as Error;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  const sent = captured.map(({ method, path, query, body }) => ({ method, path, query, body }));
  return { sent, error };
}

/** Actions of one operation, all of whose inputs are sent, by where they go. */
const rows = new Map(
  Object.entries(actions).flatMap(([key, action]) => {
    const row = rowOf(action);
    return row ? [[key, row] as const] : [];
  }),
);

const keys = Object.keys(allActions).sort();

function ownInputs(key: string): AnyInput[] {
  return actionOf(key).inputs.filter((input) => input.key !== "connection");
}

/** The examples of what is required and, of an update, of one thing that it changes. */
function least(key: string): Record<string, unknown> {
  const inputs = ownInputs(key);
  const changed = inputs.some((input) => input.key === "clear_fields")
    ? inputs.find((input) => !input.required && input.example !== undefined && !input.default)
    : undefined;
  const names = inputs.filter(({ required }) => required).map((input) => input.key);
  const given = examplesOf(key);
  const chosen = [...names, ...(changed ? [changed.key] : []), ...(ONE_OF[key] ?? [])];
  return Object.fromEntries(chosen.map((name) => [name, given[name]]));
}

/** Of tasks that need one of several inputs. */
const ONE_OF: Record<string, readonly string[]> = {
  addCustomerChannel: ["customer_id"],
  addInternalNote: ["body_text"],
  assignTicket: ["user"],
  eraseCustomer: ["customer_id"],
  findCustomer: ["email"],
  findOrCreateCustomer: ["email"],
  importTicket: ["customer_id"],
  listCustomerTickets: ["customer_id"],
  openTicket: ["customer_id", "body_text"],
  replyToTicket: ["body_text"],
};

describe.each(keys)("%s", (key) => {
  const inputs = ownInputs(key);

  it("takes what is unset for not given, in every form", async () => {
    const given = least(key);
    const optional = inputs.filter((input) => !(input.key in given));
    const of = (value: unknown) => Object.fromEntries(optional.map((input) => [input.key, value]));
    const expected = await outcomeOf(key, { ...of(undefined), ...given });
    for (const [, value] of UNSET) {
      const { sent, error } = await outcomeOf(key, { ...of(value), ...given });
      expect({ value, sent, message: error?.message }).toEqual({
        value,
        sent: expected.sent,
        message: expected.error?.message,
      });
    }
  });

  it("names the label of a required input that is missing, before anything is sent", async () => {
    for (const { key: name, label } of inputs.filter(({ required }) => required)) {
      for (const [form, value] of UNSET) {
        const { sent, error } = await outcomeOf(key, { ...least(key), [name]: value });
        expect([name, form, error?.name, sent]).toEqual([name, form, "InputError", []]);
        expect(error?.message).toContain(`${label} is required`);
      }
    }
  });

  it("refuses hostile text by the label, or sends it as it is", async () => {
    const usual = await outcomeOf(key, least(key));
    const usualNames = namesIn(captured);
    const problems: string[] = [];
    for (const input of inputs) {
      for (const text of HOSTILE) {
        problems.push(...(await problemsWith(key, input, text, usual, usualNames)));
      }
    }
    expect(problems).toEqual([]);
  });

  it("refuses any text by the label, or sends it as it is", async () => {
    const usual = await outcomeOf(key, least(key));
    const usualNames = namesIn(captured);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...inputs), hostileText, async (input, text) => {
        expect(await problemsWith(key, input, text, usual, usualNames)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

/**
 * Gives an input a text beside what the action needs.
 *
 * @param usual what the action does without it, and the names of what it then sends.
 * @returns what is wrong with what was sent, or with the refusal.
 */
async function problemsWith(
  key: string,
  input: AnyInput,
  text: string,
  usual: Outcome,
  usualNames: ReadonlySet<string>,
): Promise<string[]> {
  const { error } = await outcomeOf(key, { ...least(key), [input.key]: text });
  const problems: string[] = [];
  if (error?.name === "InputError" && !usual.error && !error.message.includes(input.label)) {
    problems.push(`names no label: ${error.message}`);
  }
  if (captured.some(({ path }) => path.split("/").some((segment) => /^\.\.?$/.test(segment)))) {
    problems.push("leaves its address");
  }
  if (captured.some(({ headers }) => "x-evil" in headers)) {
    problems.push("sends a header of its own");
  }
  if (error === undefined && key !== "rawRequest") {
    problems.push(...captured.flatMap(({ fault }) => fault ?? []));
  }
  // A switch that is on, such as Fetch All, may send what it stands for.
  if (error === undefined && rows.has(key) && input.type !== "boolean") {
    const names = [...namesIn(captured)].filter((name) => !usualNames.has(name));
    const others = names.filter((name) => name !== input.key && name !== BECOMES[input.key]);
    problems.push(...others.map((name) => `sends ${name}, which is not set`));
    const isSent = isLiteral(key, input)
      ? holdsLiterally
      : isTakenApart(input)
        ? () => true
        : holds;
    if (!captured.some((request) => isSent(request, text))) {
      problems.push("does not send it as it is");
    }
  }
  return problems.map((problem) => `${input.key} given ${JSON.stringify(text)} ${problem}`);
}

/** Inputs that fill a field of another name. */
const BECOMES: Record<string, string> = { assignee_user_id: "assignee_user" };

/** The names of all that requests carry in their queries and bodies. */
function namesIn(requests: readonly Captured[]): Set<string> {
  return new Set(
    requests.flatMap(({ query, body }) => [
      ...new URLSearchParams(query).keys(),
      ...(typeof body === "object" && body !== null && !Array.isArray(body)
        ? Object.keys(body)
        : []),
    ]),
  );
}

/** Is it text for Gorgias, of which every character counts? */
function isLiteral(key: string, { key: name, collection }: AnyInput): boolean {
  const row = rows.get(key);
  if (!row || collection || !fieldNames(row.route).includes(name)) {
    return false;
  }
  const schema: FieldSchema = fieldSchema(row.route, name);
  const isText = [schema.type].flat().includes("string");
  return isText && !schema.enum && !schema["x-known-values"] && !isTimestamp(schema);
}

function holdsLiterally({ path, query, body }: Captured, text: string): boolean {
  return (
    path.split("/").map(decodeURIComponent).includes(text) ||
    [...new URLSearchParams(query).values()].includes(text) ||
    body === text ||
    (typeof body === "object" && body !== null && Object.values(body).includes(text))
  );
}

/** Keys and values of a text, and the parts of a source, are sent each by itself. */
function isTakenApart({ key, collection }: AnyInput): boolean {
  return collection === "keyvaluelist" || key === "source";
}

/** Does a request hold a text, in its path, its query or its body, as it is or as the JSON it means? */
function holds({ path, query, body }: Captured, text: string): boolean {
  const meant = meaningOf(text);
  const isMeant = (value: unknown): boolean =>
    String(value) === text ||
    String(value) === text.trim() ||
    JSON.stringify(value) === meant ||
    (/^\s*\d+\s*$/.test(text) && String(value) === String(Number(text))) ||
    (typeof value === "object" && value !== null && Object.values(value).some(isMeant));
  return (
    path.split("/").map(decodeURIComponent).some(isMeant) ||
    valuesIn(query).some(isMeant) ||
    isMeant(body)
  );
}

/** The values of a query, and those of each name as a list. */
function valuesIn(query: string): unknown[] {
  const values = new URLSearchParams(query);
  return [...values.values(), ...[...values.keys()].map((name) => values.getAll(name))];
}

function meaningOf(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Text that breaks what is not careful: addresses, headers, JSON, templates, prototypes. */
const HOSTILE = [
  "../../admin",
  "..",
  "a\r\nX-Evil: 1",
  "a\u0000b",
  "\ud800",
  '{"__proto__": {"evil": true}}',
  "{{connection.apiKey}}",
  "9007199254740993",
  "[[[[",
  "😀𝒳 ünïcode",
];
