/**
 * Holds a low-code integration against the compiled component: every part, connection, input, choice,
 * reference and branch of it must be there. The platform says so only when somebody imports it.
 */
import type {
  Action,
  Component,
  Connection,
  DataSource,
} from "@prismatic-io/spectral/dist/serverTypes";
import type { Trigger } from "../component";
import { inputProblems, referenceProblems, type Scope } from "./checkInputs";
import {
  type ComponentPart,
  type ConfigVariable,
  type Flow,
  type GivenInput,
  type IntegrationDefinition,
  referenceName,
  type Step,
} from "./definition";

/** What the steps before a step give: its example, or nothing known. */
type Results = ReadonlyMap<string, unknown>;

const ANYTHING = Symbol("anything");

/** @returns what is wrong, each with its place; empty when nothing is. */
export function integrationProblems(
  integration: IntegrationDefinition,
  component: Component,
): string[] {
  const variables = new Map(integration.requiredConfigVars.map((entry) => [entry.key, entry]));
  const shown = integration.configPages.flatMap(({ elements }) => elements);
  return [
    ...(integration.definitionVersion === 7 ? [] : ["definitionVersion: must be 7"]),
    ...shown
      .filter(({ type, value }) => type === "configVar" && !variables.has(value))
      .map(({ value }) => `configPages: there is no config variable "${value}"`),
    ...[...variables.values()].flatMap((variable) =>
      at(`requiredConfigVars.${variable.key}`, variableProblems(variable, component, variables)),
    ),
    ...integration.flows.flatMap((flow) =>
      at(`flows.${flow.name}`, flowProblems(flow, component, variables)),
    ),
  ];
}

function at(place: string, problems: readonly string[]): string[] {
  return problems.map((problem) => `${place}: ${problem}`);
}

function isOwn({ component }: ComponentPart, { key }: Component): boolean {
  return component.key === key;
}

function variableProblems(
  { connection, dataSource, dataType, inputs = {} }: ConfigVariable,
  component: Component,
  variables: Scope["variables"],
): string[] {
  const scope: Scope = { variables, referenceProblem: () => "nothing can be referred to here" };
  const part = connection ?? dataSource;
  if (!part || !isOwn(part, component)) {
    return [];
  }
  const found: Connection | DataSource | undefined = connection
    ? component.connections.find(({ key }) => key === part.key)
    : component.dataSources[part.key];
  if (!found) {
    return [`there is no ${connection ? "connection" : "data source"} "${part.key}"`];
  }
  const given = connection ? "connection" : (found as DataSource).dataSourceType;
  return [
    ...(given === dataType ? [] : [`its dataType must be ${given}`]),
    ...inputProblems(inputs, found.inputs ?? [], scope),
  ];
}

function flowProblems(flow: Flow, component: Component, variables: Scope["variables"]): string[] {
  if (!flow.steps[0]?.isTrigger) {
    return ["its first step must be its trigger"];
  }
  return stepsProblems(flow.steps, { flow, component, variables }, new Map());
}

interface Surroundings {
  flow: Flow;
  component: Component;
  variables: Scope["variables"];
}

function stepsProblems(steps: readonly Step[], around: Surroundings, before: Results): string[] {
  const results = new Map(before);
  return steps.flatMap((step) => {
    const scope: Scope = {
      variables: around.variables,
      referenceProblem: (reference) => referenceProblem(reference, results),
    };
    const problems = stepProblems(step, around, scope);
    results.set(referenceName(step.name), resultOf(step, around.component, results));
    const inner = [...(step.branches ?? []).map((branch) => branch.steps), step.steps ?? []];
    return [
      ...at(step.name, problems),
      ...inner.flatMap((list) => stepsProblems(list, around, results)),
    ];
  });
}

function stepProblems(step: Step, around: Surroundings, scope: Scope): string[] {
  const { action, isTrigger, inputs = {} } = step;
  if (!isOwn(action, around.component)) {
    return referenceProblems(inputs, scope);
  }
  const { triggers, actions } = around.component;
  const found: Trigger | Action | undefined = (isTrigger ? triggers : actions)[action.key];
  if (!found) {
    return [`there is no ${isTrigger ? "trigger" : "action"} "${action.key}"`];
  }
  return [
    ...inputProblems(inputs, found.inputs, scope),
    ...branchProblems(step, found),
    ...(isTrigger ? triggerProblems(step, found as Trigger, around.flow) : []),
  ];
}

function branchProblems(
  { branches = [] }: Step,
  { staticBranchNames = [] }: { staticBranchNames?: string[] },
): string[] {
  const names = branches.map(({ name }) => name);
  return [
    ...names
      .filter((name) => !staticBranchNames.includes(name))
      .map((name) => `there is no branch "${name}"`),
    ...staticBranchNames
      .filter((name) => !names.includes(name))
      .map((name) => `the branch "${name}" is missing`),
  ];
}

function triggerProblems({ schedule }: Step, trigger: Trigger, flow: Flow): string[] {
  const { scheduleSupport, synchronousResponseSupport, triggerResolverSupport } = trigger;
  return [
    ...(scheduleSupport === "required" && !schedule ? ["it needs a schedule"] : []),
    ...(scheduleSupport === "invalid" && schedule ? ["it takes no schedule"] : []),
    ...(flow.isSynchronous && synchronousResponseSupport === "invalid"
      ? ["it cannot answer synchronously"]
      : []),
    ...(flow.triggerResolver?.enabled && triggerResolverSupport === "invalid"
      ? ["it does not batch"]
      : []),
    ...(!flow.triggerResolver?.enabled && triggerResolverSupport === "required"
      ? ["it needs batching"]
      : []),
  ];
}

/** What later steps can refer to below a step's name. */
function resultOf({ action, isTrigger, inputs = {} }: Step, component: Component, before: Results) {
  if (isOwn(action, component)) {
    if (isTrigger) {
      const { examplePayload } = component.triggers[action.key] ?? {};
      return { results: (examplePayload as { payload?: unknown })?.payload ?? examplePayload };
    }
    const example = component.actions[action.key]?.examplePayload as { data?: unknown } | undefined;
    return { results: example?.data ?? ANYTHING };
  }
  if (action.key === "loopOverItems") {
    const items = lookUp(String((inputs.items as GivenInput | undefined)?.value), before);
    return { currentItem: Array.isArray(items) ? (items[0] ?? ANYTHING) : ANYTHING };
  }
  return ANYTHING;
}

function referenceProblem(reference: string, results: Results): string | undefined {
  const [name = ""] = reference.split(".");
  if (!results.has(name)) {
    return `"${name}" is no step before it (there are ${[...results.keys()].join(", ")})`;
  }
  return lookUp(reference, results) === undefined
    ? `"${reference}" is not in what that step gives`
    : undefined;
}

function lookUp(reference: string, results: Results): unknown {
  const [name = "", ...path] = reference.split(".");
  let value = results.get(name);
  for (const key of path) {
    if (value === ANYTHING || value === null) {
      return ANYTHING;
    }
    value = (value as Record<string, unknown> | undefined)?.[key];
  }
  return value;
}
