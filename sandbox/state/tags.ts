import type { Schemas } from "../contract/types";
import { ApiError, invalid, taken } from "../errors";
import type { Actor } from "./actor";
import { recordEvent } from "./events";
import { macroWithTag } from "./macros";
import type { TagRecord } from "./records/tags";
import { requireRecord } from "./requireRecord";
import { ruleMentioning } from "./rules";
import type { State } from "./state";

/** The tag with a name (case sensitive), created when there is none. */
export function findOrCreateTag(
  state: State,
  actor: Actor,
  { name, decoration = null }: { name: string; decoration?: TagRecord["decoration"] },
): TagRecord {
  return state.tags.grouped("name", name)[0] ?? addTag(state, actor, { name, decoration });
}

/** @throws ApiError 409 when another tag has the name */
export function createTag(state: State, actor: Actor, input: Schemas["TagCreate"]): TagRecord {
  refuseTaken(state, input.name, undefined);
  return addTag(state, actor, input);
}

function addTag(
  state: State,
  actor: Actor,
  { name, description = null, decoration = null }: Partial<TagRecord> & Pick<TagRecord, "name">,
): TagRecord {
  const id = state.tags.nextId();
  const tag: TagRecord = {
    id,
    name,
    description,
    decoration,
    usage: 0,
    uri: `/api/tags/${id}/`,
    created_datetime: state.timeline.next(),
    deleted_datetime: null,
  };
  state.tags.set(id, tag);
  recordEvent(state, actor, tagEvent("tag-created", id));
  return tag;
}

/** @throws ApiError 409 when another tag has the name */
export function updateTag(
  state: State,
  actor: Actor,
  tag: TagRecord,
  input: Schemas["TagUpdate"],
): TagRecord {
  refuseTaken(state, input.name, tag.id);
  const changed = { ...tag, ...input };
  state.tags.set(tag.id, changed);
  if (changed.name !== tag.name) {
    recordEvent(state, actor, tagEvent("tag-renamed", tag.id));
  }
  recordEvent(state, actor, tagEvent("tag-updated", tag.id));
  return changed;
}

function refuseTaken(state: State, name: string | undefined, ownId: number | undefined): void {
  const other = name === undefined ? undefined : state.tags.grouped("name", name)[0];
  if (other && other.id !== ownId) {
    throw taken("name");
  }
}

/**
 * Removes tags, from their tickets too.
 * @throws ApiError 404, or 409 when a macro or a rule uses one, before anything is changed
 */
export function deleteTags(state: State, actor: Actor, ids: readonly number[]): void {
  for (const id of ids) {
    refuseUsed(state, requireRecord(state.tags, "Tag", id));
  }
  replaceOnTickets(state, new Set(ids), undefined);
  for (const id of new Set(ids)) {
    state.tags.delete(id);
    recordEvent(state, actor, tagEvent("tag-deleted", id));
  }
}

function refuseUsed(state: State, { name }: TagRecord): void {
  const macro = macroWithTag(state, name);
  if (macro) {
    throw new ApiError(409, `The tag "${name}" is used by macro ${macro.id}.`);
  }
  const rule = ruleMentioning(state, name);
  if (rule) {
    throw new ApiError(409, `The tag "${name}" is used by rule ${rule.id}.`);
  }
}

/** @throws ApiError 400 or 404 before anything is changed */
export function mergeTags(
  state: State,
  actor: Actor,
  into: TagRecord,
  sourceIds: readonly number[],
): TagRecord {
  if (sourceIds.includes(into.id)) {
    throw invalid("source_tags_ids", "A tag cannot be merged into itself.");
  }
  for (const id of sourceIds) {
    requireRecord(state.tags, "Tag", id);
  }
  replaceOnTickets(state, new Set(sourceIds), into.id);
  for (const id of new Set(sourceIds)) {
    state.tags.delete(id);
    const data = { merged_tag_id: id };
    recordEvent(state, actor, { ...tagEvent("tag-merged", into.id), data });
  }
  return into;
}

/** Tickets keep their updated time: nobody has changed them. */
function replaceOnTickets(state: State, gone: Set<number>, by: number | undefined): void {
  const concerned = [...state.tickets.values()].filter(({ tag_ids }) =>
    tag_ids.some((id) => gone.has(id)),
  );
  for (const ticket of concerned) {
    const kept = ticket.tag_ids.filter((id) => !gone.has(id));
    const tag_ids = by === undefined ? kept : [...new Set([...kept, by])];
    state.tickets.set(ticket.id, { ...ticket, tag_ids });
  }
}

/** How many tickets carry each tag. */
export function tagUsage(state: State): ReadonlyMap<number, number> {
  const usage = new Map<number, number>();
  for (const { tag_ids } of state.tickets.values()) {
    for (const id of tag_ids) {
      usage.set(id, (usage.get(id) ?? 0) + 1);
    }
  }
  return usage;
}

export function renderTag(tag: TagRecord, usage: ReadonlyMap<number, number>): Schemas["Tag"] {
  return { ...tag, usage: usage.get(tag.id) ?? 0 };
}

/** A tag as tickets show it. */
export function renderTicketTags(state: State, ids: readonly number[]): Schemas["TicketTag"][] {
  return ids.flatMap((id) => {
    const tag = state.tags.get(id);
    return tag ? [{ id, name: tag.name, decoration: tag.decoration, uri: tag.uri }] : [];
  });
}

function tagEvent(type: string, id: number) {
  return { type, object_type: "Tag", object_id: id };
}
