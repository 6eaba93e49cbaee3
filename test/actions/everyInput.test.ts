/** What holds for every input of every action, against a server that takes whatever is sent. */
import * as actions from "../../src/actions";
import { clock } from "../../src/clock";
import { rowOf } from "../../src/operationAction";
import { type AnyInput, actionOf, allActions, examplesOf } from "../support/anyAction";
import { type Captured, useCaptureServer } from "../support/captureServer";
import { apiKeyConnection, recordingLogger, run } from "../support/integration";

const captured = useCaptureServer();
const connection = apiKeyConnection({ username: "a@example.com", apiKey: "the-api-key" });

/** Waits pass at once, and time goes on by them. */
let skipped = 0;

beforeEach(() => {
  const { now } = clock;
  skipped = 0;
  const today = Date.now();
  jest.spyOn(clock, "now").mockImplementation(() => now() + skipped);
  jest.spyOn(clock, "date").mockImplementation(() => today);
  jest.spyOn(clock, "sleep").mockImplementation(async (ms) => {
    skipped += ms;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
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
  try {
    await run(key, { connection, ...inputs }, { logger });
  } catch (thrown) {
    error = thrown as Error;
  }
  const sent = captured.map(({ method, path, query, body }) => ({ method, path, query, body }));
  return { sent, error };
}

/** Actions of one operation, all of whose inputs are sent. */
const isPlain = new Set(
  Object.entries(actions).flatMap(([key, action]) => (rowOf(action) ? [key] : [])),
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
  const chosen = [...names, ...(changed ? [changed.key] : [])];
  return Object.fromEntries(chosen.map((name) => [name, given[name]]));
}

const UNSET: [form: string, value: unknown][] = [
  ["undefined", undefined],
  ["null", null],
  ['""', ""],
  ["blanks", "   "],
  ["a line break", "\n"],
  ["[]", []],
];

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
    const isRefusedAnyway = (await outcomeOf(key, least(key))).error !== undefined;
    for (const input of inputs) {
      for (const text of HOSTILE) {
        const { error } = await outcomeOf(key, { ...least(key), [input.key]: text });
        const where = `${input.key} given ${JSON.stringify(text)}`;
        if (error?.name === "InputError" && !isRefusedAnyway) {
          expect(`${where}: ${error.message}`).toContain(input.label);
        }
        if (error === undefined && key !== "rawRequest") {
          expect([where, captured.flatMap(({ fault }) => fault ?? [])]).toEqual([where, []]);
        }
        if (error === undefined && isPlain.has(key) && !isTakenApart(input)) {
          expect([where, captured.some((request) => holds(request, text))]).toEqual([where, true]);
        }
        const segments = captured.flatMap(({ path }) => path.split("/"));
        expect([where, segments.filter((segment) => /^\.\.?$/.test(segment))]).toEqual([where, []]);
        expect(captured.filter(({ headers }) => "x-evil" in headers)).toEqual([]);
      }
    }
  });
});

/** Keys and values of a text, and the parts of a source, are sent each by itself. */
function isTakenApart({ key, collection }: AnyInput): boolean {
  return collection === "keyvaluelist" || key === "source";
}

/** Does a request hold a text, in its path, its query or its body, as it is or as the JSON it means? */
function holds({ path, query, body }: Captured, text: string): boolean {
  const meant = meaningOf(text);
  const isMeant = (value: unknown): boolean =>
    String(value) === text.trim() ||
    JSON.stringify(value) === meant ||
    (typeof value === "object" && value !== null && Object.values(value).some(isMeant));
  return (
    path.split("/").map(decodeURIComponent).some(isMeant) ||
    [...new URLSearchParams(query).values()].some(isMeant) ||
    isMeant(body)
  );
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
