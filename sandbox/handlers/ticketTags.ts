import type { Schemas } from "../contract/types";
import { invalid } from "../errors";
import type { Actor } from "../state/actor";
import type { State } from "../state/state";
import { findOrCreateTag, renderTag, tagUsage } from "../state/tags";
import { changeTicket, requireTicket } from "../state/tickets";
import type { Handlers } from "./handler";

export const ticketTagHandlers: Handlers = {
  "list-ticket-tags": ({ state, path }) => {
    const { id, tag_ids } = requireTicket(state, path.ticket_id);
    const usage = tagUsage(state);
    return {
      status: 200,
      body: {
        object: "list",
        uri: `/api/tickets/${id}/tags`,
        data: tag_ids.flatMap((tagId) => {
          const tag = state.tags.get(tagId);
          return tag ? [renderTag(tag, usage)] : [];
        }),
        meta: { prev_cursor: null, next_cursor: null },
      },
    };
  },

  "create-ticket-tags": ({ state, actor, path, body }) => {
    const ticket = requireTicket(state, path.ticket_id);
    const added = findOrCreateTags(state, actor, body as TagNames);
    changeTicket(state, actor, ticket, { tag_ids: [...new Set([...ticket.tag_ids, ...added])] });
    return { status: 201, body: undefined };
  },

  "update-ticket-tags": ({ state, actor, path, body }) => {
    const ticket = requireTicket(state, path.ticket_id);
    changeTicket(state, actor, ticket, { tag_ids: findOrCreateTags(state, actor, body) });
    return { status: 202, body: undefined };
  },

  "delete-ticket-tags": ({ state, actor, path, body }) => {
    const { ids = [], names = [] } = body as TagNames;
    const ticket = requireTicket(state, path.ticket_id);
    const named = names.flatMap((name) => state.tags.grouped("name", name));
    const removed = new Set([...ids, ...named.map(({ id }) => id)]);
    const tag_ids = ticket.tag_ids.filter((id) => !removed.has(id));
    changeTicket(state, actor, ticket, { tag_ids });
    return { status: 204, body: undefined };
  },
};

/** The contract's "by id, by name or both" leaves the generated type of TicketTagRefs unknown. */
type TagNames = Schemas["TicketTagSet"];

/** Ids of tags named by id or by name; unknown names make new tags. */
function findOrCreateTags(
  state: State,
  actor: Actor,
  { ids = [], names = [] }: TagNames,
): number[] {
  for (const [index, id] of ids.entries()) {
    if (!state.tags.has(id)) {
      throw invalid(`ids.${index}`, "No such tag.");
    }
  }
  const named = names.map((name) => findOrCreateTag(state, actor, { name }).id);
  return [...new Set([...ids, ...named])];
}
