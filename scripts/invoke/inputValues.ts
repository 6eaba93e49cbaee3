/** From `input=value` of the command line to what the platform would hand over. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Input } from "@prismatic-io/spectral/dist/serverTypes";
import { columns, inputsOf, type Operation } from "./catalog";
import { UsageError } from "./command";

/** @throws UsageError for an input that the operation does not have, or that takes no such value. */
export function readInputs(
  { definition }: Operation,
  pairs: readonly [string, string][],
): Record<string, unknown> {
  const own = inputsOf(definition);
  const values: Record<string, unknown> = {};
  for (const name of new Set(pairs.map(([given]) => given))) {
    const input = own.find(({ key }) => key === name);
    if (!input) {
      throw new UsageError(unknownInput(definition.key, name, own));
    }
    const texts = pairs.filter(([given]) => given === name).map(([, text]) => text);
    values[name] = toValue(input, texts);
  }
  return values;
}

function unknownInput(key: string, name: string, own: readonly Input[]): string {
  if (own.length === 0) {
    return `${key} has no inputs.`;
  }
  const known = own.map((input): [string, string] => [
    input.key,
    `${input.label}${input.required ? " (required)" : ""}`,
  ]);
  return `${key} has no input "${name}". It has:\n${columns(known)}`;
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
