/** `npm run invoke -- listTickets limit=5`: runs one action and prints what it returns. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Action, Component, DataSource, Input } from "@prismatic-io/spectral/dist/serverTypes";
import { startSandbox } from "gorgias-sandbox";
import {
  destinationOf,
  givenConnection,
  loadComponent,
  type OnLog,
  runnerFor,
  sandboxConnections,
} from "./component";

const USAGE = `Usage: npm run invoke -- ACTION [input=value ...] [--out FILE]

  Runs an action or a data source of the built component against a sandbox of its own, or against
  the account of PRISMATIC_CONNECTION_VALUE if that is set.

  input=value        as in the designer; JSON where an input takes it
  input=a input=b    a list of two
  input=@FILE        the content of a file, where an input takes binary data
  --out FILE         writes the result into FILE instead of printing it`;

/** What was asked for cannot be run: the message says what can. */
class UsageError extends Error {}

interface Command {
  key: string;
  pairs: [string, string][];
  out?: string;
}

function readCommand(args: readonly string[]): Command {
  const rest = [...args];
  const at = rest.indexOf("--out");
  const [, out] = at === -1 ? [] : rest.splice(at, 2);
  if (at !== -1 && !out) {
    throw new UsageError(`--out needs a file.\n\n${USAGE}`);
  }
  const [key, ...given] = rest;
  if (!key) {
    throw new UsageError(USAGE);
  }
  const pairs = given.map((argument): [string, string] => {
    const equals = argument.indexOf("=");
    if (equals < 1) {
      throw new UsageError(`"${argument}" is not input=value.\n\n${USAGE}`);
    }
    return [argument.slice(0, equals), argument.slice(equals + 1)];
  });
  return { key, pairs, out };
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`).join("\n");
}

function findOperation({ actions, dataSources }: Component, key: string): Action | DataSource {
  const all = { ...actions, ...dataSources };
  // Not by the key itself: "constructor" is no action.
  const found = Object.values(all).find((operation) => operation.key === key);
  if (found) {
    return found;
  }
  const known = Object.values(all).map((operation) => [operation.key, operation.display.label]);
  throw new UsageError(
    `There is no action or data source "${key}". There are:\n${columns(known as [string, string][])}`,
  );
}

function readFileInput(file: string) {
  if (!existsSync(file)) {
    throw new UsageError(`There is no file ${file}.`);
  }
  return { data: readFileSync(file), suggestedFileName: path.basename(file) };
}

function isJsonList(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

/** Inputs take text, JSON included. Only a list must be one, and a file is not on the command line. */
function toValue(input: Input, texts: readonly string[]): unknown {
  const [first = ""] = texts;
  if (input.collection === "valuelist" && texts.length === 1 && isJsonList(first)) {
    return JSON.parse(first);
  }
  if (input.type === "data" && !input.collection && first.startsWith("@")) {
    return readFileInput(first.slice(1));
  }
  if (texts.length === 1) {
    return first;
  }
  if (!input.collection) {
    throw new UsageError(`${input.key} is given ${texts.length} times.`);
  }
  return texts;
}

function readInputs(
  { key, inputs }: Pick<Action, "key" | "inputs">,
  pairs: readonly [string, string][],
): Record<string, unknown> {
  const own = inputs.filter(({ type }) => type !== "connection");
  const values: Record<string, unknown> = {};
  for (const name of new Set(pairs.map(([given]) => given))) {
    const input = own.find((candidate) => candidate.key === name);
    if (!input) {
      const known = own.map(({ key: inputKey, label, required }): [string, string] => [
        inputKey,
        `${label}${required ? " (required)" : ""}`,
      ]);
      throw new UsageError(
        known.length === 0
          ? `${key} has no inputs.`
          : `${key} has no input "${name}". It has:\n${columns(known)}`,
      );
    }
    const texts = pairs.filter(([given]) => given === name).map(([, text]) => text);
    values[name] = toValue(input, texts);
  }
  return values;
}

/** Prints a result, or writes it into a file. Binary data is not for a terminal. */
function deliver(result: unknown, contentType: string | undefined, out?: string): void {
  const content = Buffer.isBuffer(result) ? result : JSON.stringify(result ?? null, null, 2);
  if (out) {
    writeFileSync(out, content);
    console.error(`Wrote ${Buffer.byteLength(content)} bytes into ${out}.`);
  } else if (Buffer.isBuffer(content)) {
    const bytes = content.length;
    console.log(JSON.stringify({ bytes, contentType }, null, 2));
    console.error("The result is binary: --out FILE writes it.");
  } else {
    console.log(content);
  }
}

/** On stderr, so that stdout is the result alone. */
const onLog: OnLog = (level, line) => console.error(`${level}: ${line}`);

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes("--help")) {
    return console.log(USAGE);
  }
  const { key, pairs, out } = readCommand(args);
  const component = loadComponent();
  const operation = findOperation(component, key);
  const inputs = readInputs(operation, pairs);

  const given = givenConnection();
  const sandbox = given ? undefined : await startSandbox();
  if (sandbox) {
    process.env.GORGIAS_SANDBOX_URL = sandbox.url;
  }
  try {
    const connection =
      given ?? sandboxConnections((sandbox as NonNullable<typeof sandbox>).credentials).apiKey;
    console.error(`${operation.display.label}: ${given ? destinationOf(given) : "a new sandbox"}`);
    const runner = runnerFor(connection, onLog);
    if ("dataSourceType" in operation) {
      deliver(await runner.dataSource(key, inputs), undefined, out);
    } else {
      const { data, contentType } = await runner.action(key, inputs);
      deliver(data, contentType, out);
    }
  } finally {
    await sandbox?.close();
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
