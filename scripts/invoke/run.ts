/** Runs one action, trigger or picker of the built component, once. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Runner, Trigger } from "../component";
import type { Operation } from "./catalog";
import { type Command, UsageError } from "./command";

export interface Result {
  data: unknown;
  contentType?: string;
}

type InputValues = Record<string, unknown>;

/** @throws what the operation throws. */
export async function runOperation(
  runner: Runner,
  { kind, definition }: Operation,
  inputs: InputValues,
  files: Pick<Command, "state" | "body">,
): Promise<Result> {
  const { key } = definition;
  switch (kind) {
    case "action":
      return runner.action(key, inputs);
    case "picker":
      return { data: await runner.dataSource(key, inputs) };
    case "trigger":
      if (definition.scheduleSupport === "required") {
        return { data: await runScheduled(runner, definition, inputs, files.state) };
      }
      return { data: await runCalled(runner, key, inputs, files.body) };
  }
}

/** A run of a trigger on its schedule, its memory read from and written to a file if there is one. */
async function runScheduled(
  runner: Runner,
  { key, isPollingTrigger }: Trigger,
  inputs: InputValues,
  file: string | undefined,
): Promise<unknown> {
  const remembered: Record<string, unknown> =
    file && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const kept = { instanceState: remembered, onDeploy: false };
  const data = isPollingTrigger
    ? await runner.pollingTrigger(key, inputs, remembered)
    : (await runner.batchTrigger(key, inputs, kept)).flat();
  if (file) {
    writeFileSync(file, `${JSON.stringify(remembered, null, 2)}\n`);
  }
  return data ?? "There is nothing new.";
}

/** A call of a webhook trigger as the designer tests it: nothing is registered anywhere. */
async function runCalled(
  runner: Runner,
  key: string,
  inputs: InputValues,
  file: string | undefined,
): Promise<unknown> {
  if (!file) {
    throw new UsageError(
      `${key} runs when it is called: give the body of a call with --body FILE.`,
    );
  }
  return runner.testCall(key, inputs, readFileSync(file, "utf8"));
}
