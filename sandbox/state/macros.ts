/** Macros: canned replies and the actions that come with them. */
import type { Schemas } from "../contract/types";
import { ApiError } from "../errors";
import type { Actor } from "./actor";
import { recordEvent } from "./events";
import type { MacroRecord } from "./records/macros";
import { ruleMentioning } from "./rules";
import type { State } from "./state";

export function createMacro(
  state: State,
  actor: Actor,
  input: Schemas["MacroCreate"],
): MacroRecord {
  const id = state.macros.nextId();
  const now = state.timeline.next();
  const macro: MacroRecord = {
    external_id: null,
    intent: null,
    language: null,
    actions: [],
    ...input,
    id,
    usage: 0,
    created_datetime: now,
    updated_datetime: now,
    archived_datetime: null,
    uri: `/api/macros/${id}/`,
  };
  return store(state, actor, macro, "macro-created");
}

export function updateMacro(
  state: State,
  actor: Actor,
  macro: MacroRecord,
  changes: Partial<MacroRecord>,
): MacroRecord {
  const changed = { ...macro, ...changes, updated_datetime: state.timeline.next() };
  return store(state, actor, changed, "macro-updated");
}

/** @throws ApiError 409 when a rule uses the macro */
export function deleteMacro(state: State, actor: Actor, { id }: MacroRecord): void {
  const rule = ruleMentioning(state, id);
  if (rule) {
    throw new ApiError(409, `The macro is used by rule ${rule.id}.`);
  }
  state.macros.delete(id);
  recordEvent(state, actor, macroEvent("macro-deleted", id));
}

type ArchiveResult = Schemas["MacroArchiveResult"]["data"][number];

/** Archives a macro unless it does not exist, is archived or is used by a rule. */
export function archiveMacro(state: State, actor: Actor, id: number): ArchiveResult {
  const macro = state.macros.get(id);
  if (!macro) {
    return { id, status: "not_found", error: { msg: `Macro ${id} not found.` } };
  }
  if (macro.archived_datetime) {
    return { id, status: "already_archived", error: null };
  }
  const rule = ruleMentioning(state, id);
  if (rule) {
    return { id, status: "macro_used", error: { msg: `The macro is used by rule ${rule.id}.` } };
  }
  updateMacro(state, actor, macro, { archived_datetime: state.timeline.next() });
  return { id, status: "archived", error: null };
}

/** Brings a macro back unless it does not exist or is not archived. */
export function unarchiveMacro(state: State, actor: Actor, id: number): ArchiveResult {
  const macro = state.macros.get(id);
  if (!macro) {
    return { id, status: "not_found", error: { msg: `Macro ${id} not found.` } };
  }
  if (!macro.archived_datetime) {
    return { id, status: "already_not_archived", error: null };
  }
  updateMacro(state, actor, macro, { archived_datetime: null });
  return { id, status: "unarchived", error: null };
}

/** Names of the tags that a macro adds. */
export function tagsOfMacro({ actions }: MacroRecord): string[] {
  return (actions ?? [])
    .filter(({ name }) => name === "addTags")
    .flatMap(({ arguments: given }) => String(given?.tags ?? "").split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

export function macroWithTag(state: State, name: string): MacroRecord | undefined {
  return [...state.macros.values()].find((macro) => tagsOfMacro(macro).includes(name));
}

function store(state: State, actor: Actor, macro: MacroRecord, event: string): MacroRecord {
  state.macros.set(macro.id, macro);
  recordEvent(state, actor, macroEvent(event, macro.id));
  return macro;
}

function macroEvent(type: string, id: number) {
  return { type, object_type: "Macro", object_id: id };
}
