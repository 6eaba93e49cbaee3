/** What of the component can be run, and how it is told of on a terminal. */
import type { Action, Component, DataSource, Input } from "@prismatic-io/spectral/dist/serverTypes";
import type { Trigger } from "../component";
import { UsageError } from "./command";

/** An action, a trigger or a picker. */
export type Operation =
  | { kind: "action"; definition: Action }
  | { kind: "trigger"; definition: Trigger }
  | { kind: "picker"; definition: DataSource };

/** @throws UsageError that names what there is. */
export function findOperation(component: Component, key: string): Operation {
  // Not by the key itself: "constructor" is no action.
  const found = operationsOf(component).find(({ definition }) => definition.key === key);
  if (!found) {
    throw new UsageError(`There is nothing called "${key}". There are\n\n${listing(component)}`);
  }
  return found;
}

/** Every key with its label, in three tables. */
export function listing(component: Component): string {
  const all = operationsOf(component);
  const tables = (["action", "trigger", "picker"] as const).map((kind) => {
    const rows = all
      .filter((operation) => operation.kind === kind)
      .map(({ definition }): [string, string] => [definition.key, definition.display.label])
      .sort(([a], [b]) => a.localeCompare(b));
    return `${rows.length} ${kind}s\n${columns(rows)}`;
  });
  return tables.join("\n\n");
}

/** The inputs of one operation, each with what the designer says of it. */
export function helpOf({ kind, definition }: Operation): string {
  const { key, display } = definition;
  const inputs = inputsOf(definition);
  const described = inputs.map((input) => `  ${headline(input)}\n${notes(input)}`);
  const head = `${display.label} (${kind} ${key})\n  ${display.description}`;
  return [head, inputs.length === 0 ? "It has no inputs." : "Inputs", ...described].join("\n\n");
}

/** The inputs that are given on the command line: all but the connection. */
export function inputsOf({ inputs }: { inputs: Input[] }): Input[] {
  return inputs.filter(({ type }) => type !== "connection");
}

/** Two columns, the first as wide as its widest. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`).join("\n");
}

function operationsOf({ actions, triggers, dataSources }: Component): Operation[] {
  return [
    ...Object.values(actions).map((definition) => ({ kind: "action" as const, definition })),
    ...Object.values(triggers).map((definition) => ({ kind: "trigger" as const, definition })),
    ...Object.values(dataSources).map((definition) => ({ kind: "picker" as const, definition })),
  ];
}

function headline({ key, label, required, collection, default: given }: Input): string {
  const facts = [
    required ? "required" : "",
    collection === "valuelist" ? "a list" : "",
    collection === "keyvaluelist" ? "keys and values" : "",
    given === undefined || given === "" ? "" : `${given} if not given`,
  ].filter(Boolean);
  return `${key}  ${label}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
}

function notes({ comments, example, model }: Input): string {
  const choices = model?.map(({ value }) => value).join(", ");
  return [comments, example && `Example: ${example}`, choices && `Choices: ${choices}`]
    .filter(Boolean)
    .map((line) => `      ${line}`)
    .join("\n");
}
