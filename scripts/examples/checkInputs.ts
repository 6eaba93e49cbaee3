/** Holds what the inputs of a step or config variable are given against what the component declares. */
import type { Input } from "@prismatic-io/spectral/dist/serverTypes";
import type { ConfigVariable, GivenInput } from "./definition";

/** What an input's value may refer to. */
export interface Scope {
  variables: ReadonlyMap<string, ConfigVariable>;
  /** @returns what is wrong with a reference; undefined when it leads somewhere. */
  referenceProblem(reference: string): string | undefined;
}

/** @returns what is wrong, each with the input's key; empty when nothing is. */
export function inputProblems(
  given: Record<string, GivenInput>,
  declared: readonly Input[],
  scope: Scope,
): string[] {
  const problems: string[] = [];
  for (const [key, value] of Object.entries(given)) {
    const input = declared.find((candidate) => candidate.key === key);
    const found = input ? valueProblems(value, input, scope) : ["there is no such input"];
    problems.push(...found.map((problem) => `${key}: ${problem}`));
  }
  for (const { key, required, default: preset } of declared) {
    if (required && !preset && !(key in given)) {
      problems.push(`${key}: it is required`);
    }
  }
  return problems;
}

/** What is wrong with the references of inputs of which nothing else is known. */
export function referenceProblems(given: Record<string, GivenInput>, scope: Scope): string[] {
  return Object.entries(given).flatMap(([key, value]) =>
    partsOf(value).flatMap((part) =>
      sourceProblems(part, scope).map((problem) => `${key}: ${problem}`),
    ),
  );
}

function valueProblems(given: GivenInput, input: Input, scope: Scope): string[] {
  const isList = Boolean(input.collection);
  if (isList !== (given.type === "complex")) {
    return [isList ? "it takes a list (complex)" : "it takes one value"];
  }
  const parts = isList ? (given.value as GivenInput[]) : [given];
  return parts.flatMap((part) => [
    ...choiceProblems(part, input),
    ...connectionProblems(part, input, scope),
    ...partsOf(part).flatMap((inner) => sourceProblems(inner, scope)),
  ]);
}

function choiceProblems({ type, value }: GivenInput, { model }: Input): string[] {
  const isOffered = model?.some((choice) => choice.value === String(value));
  return type === "value" && value !== "" && model && !isOffered
    ? [`"${value}" is none of its choices`]
    : [];
}

function connectionProblems(
  { type, value }: GivenInput,
  input: Input,
  { variables }: Scope,
): string[] {
  if (input.type !== "connection") {
    return [];
  }
  const isConnection =
    type === "configVar" && variables.get(String(value))?.dataType === "connection";
  return isConnection ? [] : [`"${value}" is no connection`];
}

function sourceProblems({ type, value }: GivenInput, scope: Scope): string[] {
  switch (type) {
    case "value":
      return [];
    case "configVar":
      return value === "" || scope.variables.has(String(value))
        ? []
        : [`there is no config variable "${value}"`];
    case "reference":
      return [scope.referenceProblem(String(value)) ?? []].flat();
    case "template":
      return [...String(value).matchAll(/\{\{\s*([$#])([^}]+?)\s*\}\}/g)].flatMap(
        ([, sign, name = ""]) =>
          sourceProblems({ type: sign === "$" ? "reference" : "configVar", value: name }, scope),
      );
    default:
      return [`"${type}" is no type of an input`];
  }
}

/** A value and all that it holds: the rows of a list, their names, the operands of a condition. */
function partsOf(value: unknown): GivenInput[] {
  if (Array.isArray(value)) {
    return value.flatMap(partsOf);
  }
  if (value === null || typeof value !== "object") {
    return [];
  }
  const part = value as GivenInput;
  const names = partsOf(part.name);
  return part.type === "complex" ? [...names, ...partsOf(part.value)] : [...names, part];
}
