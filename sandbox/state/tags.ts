import type { Schemas } from "../api";
import type { Actor, State } from ".";
import { recordEvent } from "./events";
import type { TagRecord } from "./reference";

/** The tag with a name (case sensitive), created when there is none. */
export function obtainTag(
  state: State,
  actor: Actor,
  { name, decoration = null }: { name: string; decoration?: TagRecord["decoration"] },
): TagRecord {
  const known = state.tags.grouped("name", name)[0];
  if (known) {
    return known;
  }
  const id = state.tags.nextId();
  const tag: TagRecord = {
    id,
    name,
    description: null,
    decoration,
    usage: 0,
    uri: `/api/tags/${id}/`,
    created_datetime: state.timeline.next(),
    deleted_datetime: null,
  };
  state.tags.set(id, tag);
  recordEvent(state, actor, { type: "tag-created", object_type: "Tag", object_id: id });
  return tag;
}

/** A tag as tickets show it. */
export function renderTicketTags(state: State, ids: readonly number[]): Schemas["TicketTag"][] {
  return ids.flatMap((id) => {
    const tag = state.tags.get(id);
    return tag ? [{ id, name: tag.name, decoration: tag.decoration, uri: tag.uri }] : [];
  });
}
