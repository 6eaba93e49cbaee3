import { sortedBy } from "../collection";
import type { QueryOf } from "../contract/types";
import { invalid } from "../errors";
import { readOrder } from "../lists";
import {
  archiveMacro,
  createMacro,
  deleteMacro,
  tagsOfMacro,
  unarchiveMacro,
  updateMacro,
} from "../state/macros";
import type { MacroRecord } from "../state/records/macros";
import { requireRecord } from "../state/requireRecord";
import type { State } from "../state/state";
import type { Handlers } from "./handler";

const SORT_KEYS = {
  created_datetime: (macro: MacroRecord) => macro.created_datetime,
  updated_datetime: (macro: MacroRecord) => macro.updated_datetime,
  name: (macro: MacroRecord) => macro.name.toLowerCase(),
  language: (macro: MacroRecord) => macro.language,
  usage: (macro: MacroRecord) => macro.usage,
  relevance: (macro: MacroRecord) => macro.usage,
};

export const macroHandlers: Handlers = {
  "list-macros": ({ state, query, pager }) => {
    checkReferences(state, query);
    const { field } = readOrder<keyof typeof SORT_KEYS>(query.order_by);
    return {
      status: 200,
      body: pager.page(query, {
        records: sortedBy(state.macros.values(), SORT_KEYS[field]),
        matches: matcher(query),
        render: (macro) => macro,
      }),
    };
  },

  "create-macro": ({ state, actor, body }) => ({
    status: 201,
    body: createMacro(state, actor, body),
  }),

  "bulk-archive-macros": ({ state, actor, body }) => ({
    status: 200,
    body: { data: body.ids.map((id) => archiveMacro(state, actor, id)) },
  }),

  "bulk-unarchive-macros": ({ state, actor, body }) => ({
    status: 200,
    body: { data: body.ids.map((id) => unarchiveMacro(state, actor, id)) },
  }),

  "get-macro": ({ state, path }) => ({
    status: 200,
    body: requireRecord(state.macros, "Macro", path.id),
  }),

  "update-macro": ({ state, actor, path, body }) => ({
    status: 202,
    body: updateMacro(state, actor, requireRecord(state.macros, "Macro", path.id), body),
  }),

  "delete-macro": ({ state, actor, path }) => {
    deleteMacro(state, actor, requireRecord(state.macros, "Macro", path.id));
    return { status: 204, body: undefined };
  },
};

type MacroQuery = QueryOf<"list-macros">;

/** @throws ApiError 400 for what does not exist, and for a relevance to nothing */
function checkReferences(state: State, { order_by, ticket_id, message_id }: MacroQuery): void {
  if (order_by?.startsWith("relevance") && ticket_id === undefined) {
    throw invalid("ticket_id", "Required when ordering by relevance.");
  }
  if (ticket_id !== undefined && !state.tickets.has(ticket_id)) {
    throw invalid("ticket_id", "No such ticket.");
  }
  if (message_id !== undefined && !state.messages.has(message_id)) {
    throw invalid("message_id", "No such message.");
  }
}

function matcher({
  archived = false,
  languages,
  search = "",
  tags = [],
}: MacroQuery): (macro: MacroRecord) => boolean {
  return (macro) =>
    archived === Boolean(macro.archived_datetime) &&
    (languages === undefined || languages.includes(macro.language ?? "")) &&
    macro.name.toLowerCase().includes(search.toLowerCase()) &&
    tags.every((tag) => tagsOfMacro(macro).includes(tag));
}
