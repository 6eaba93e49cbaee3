import type { Schemas } from "../contract/types";
import type { Actor } from "./actor";
import { recordEvent } from "./events";
import type { RuleRecord } from "./records/rules";
import { requireRecord } from "./requireRecord";
import type { State } from "./state";
import { readTimestamp } from "./timestamps";

/** A rule whose code names an id, as a whole number, or a text in quotes. */
export function ruleMentioning(state: State, what: number | string): RuleRecord | undefined {
  const mentions = (code: string) =>
    typeof what === "number"
      ? code.split(/\D+/).includes(String(what))
      : code.includes(`"${what}"`) || code.includes(`'${what}'`);
  return [...state.rules.values()].find(({ code }) => mentions(code ?? ""));
}

export function createRule(
  state: State,
  actor: Actor,
  { deactivated_datetime, ...input }: Schemas["RuleCreate"],
): RuleRecord {
  const deactivated = readTimestamp(deactivated_datetime, "deactivated_datetime");
  const id = state.rules.nextId();
  const now = state.timeline.next();
  const rule: RuleRecord = {
    code_ast: { type: "Program", body: [], sourceType: "script" },
    description: null,
    event_types: null,
    priority: lowestPriority(state) + 1,
    ...input,
    id,
    created_datetime: now,
    updated_datetime: now,
    deactivated_datetime: deactivated,
    uri: `/api/rules/${id}/`,
  };
  state.rules.set(id, rule);
  recordEvent(state, actor, ruleEvent("rule-created", id));
  return rule;
}

/** A rule that names no priority comes last. */
function lowestPriority(state: State): number {
  return Math.max(0, ...[...state.rules.values()].map(({ priority }) => Number(priority)));
}

export function updateRule(
  state: State,
  actor: Actor,
  before: RuleRecord,
  { deactivated_datetime, ...input }: Schemas["RuleUpdate"],
): RuleRecord {
  const rule: RuleRecord = {
    ...before,
    ...input,
    ...(deactivated_datetime !== undefined && {
      deactivated_datetime: readTimestamp(deactivated_datetime, "deactivated_datetime"),
    }),
    updated_datetime: state.timeline.next(),
  };
  state.rules.set(rule.id, rule);
  recordEvent(state, actor, ruleEvent("rule-updated", rule.id));
  return rule;
}

/** @returns all rules of the account (recorded) @throws ApiError 404 before anything is changed */
export function setRulePriorities(
  state: State,
  actor: Actor,
  { priorities }: Schemas["RulePriorities"],
): RuleRecord[] {
  const changes = priorities.map(({ id, priority }) => ({
    ...requireRecord(state.rules, "Rule", id),
    priority,
    updated_datetime: state.timeline.next(),
  }));
  for (const rule of changes) {
    state.rules.set(rule.id, rule);
    recordEvent(state, actor, ruleEvent("rule-priority-updated", rule.id));
  }
  // Only here is a rule told with its type (recorded).
  return [...state.rules.values()].map((rule) => ({ ...rule, type: "user" }));
}

export function deleteRule(state: State, actor: Actor, { id }: RuleRecord): void {
  state.rules.delete(id);
  recordEvent(state, actor, ruleEvent("rule-deleted", id));
}

function ruleEvent(type: string, id: number) {
  return { type, object_type: "Rule", object_id: id };
}
