import assert from "node:assert/strict";
import { type RecordedRequest, recordTraffic, summarise } from "../traffic";

/** One thing that an integration does, and the proof that it was done. */
export interface Step {
  what: string;
  /** @returns the result in words. @throws when it is not what it has to be. */
  run(sent: () => readonly RecordedRequest[]): Promise<string>;
}

/** Takes what an earlier step made. @throws Error that says what is missing, when that step failed. */
export function need<T>(value: T | undefined, what: string): T {
  assert.ok(value !== undefined, `There is no ${what}: an earlier step failed.`);
  return value;
}

/**
 * Runs something that has to fail, and checks how.
 *
 * @returns its message.
 */
export async function refusal(
  attempt: Promise<unknown>,
  { name, says }: { name: string; says: RegExp },
): Promise<string> {
  const error = await attempt.then(
    () => assert.fail("It was accepted."),
    (reason: Error) => reason,
  );
  assert.ok(error.name === name, `${error.name} instead of ${name}: ${error.message}`);
  assert.match(error.message, says);
  return error.message;
}

const COLUMNS = [
  { title: "What", width: 34 },
  { title: "Request", width: 44 },
  { title: "Result", width: 56 },
] as const;

/**
 * Runs steps in turn and prints a line of a table for each as it ends. One that fails does not keep
 * the others from running.
 *
 * @returns how many failed.
 */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  const takeTraffic = recordTraffic();
  const failures: string[] = [];
  const begin = performance.now();
  console.log(
    row(
      COLUMNS.map(({ title }) => title),
      "ms",
    ),
  );
  console.log(
    row(
      COLUMNS.map(({ width }) => "-".repeat(width)),
      "-".repeat(6),
    ),
  );
  for (const { what, run } of steps) {
    const recorded: RecordedRequest[] = [];
    const sent = () => {
      recorded.push(...takeTraffic());
      return recorded;
    };
    const startedAt = performance.now();
    let result: string;
    try {
      result = await run(sent);
    } catch (error) {
      const { message } = error as Error;
      failures.push(`${what}: ${message}`);
      result = `FAILED: ${message}`;
    }
    const ms = Math.round(performance.now() - startedAt);
    console.log(row([what, summarise(sent()), result], String(ms)));
  }
  const seconds = ((performance.now() - begin) / 1_000).toFixed(1);
  const passed = steps.length - failures.length;
  console.log(`\n${passed} of ${steps.length} steps passed, in ${seconds} s.`);
  for (const failure of failures) {
    console.error(`\nFAILED  ${failure}`);
  }
  return failures.length;
}

function cell(text: string, width: number): string {
  const line = text.replace(/\s+/g, " ");
  return (line.length <= width ? line : `${line.slice(0, width - 1)}…`).padEnd(width);
}

function row(texts: readonly string[], ms: string): string {
  return `${COLUMNS.map(({ width }, index) => cell(texts[index] ?? "", width)).join("  ")}  ${ms.padStart(6)}`;
}
