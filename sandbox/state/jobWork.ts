/** What a job does when it has run. */
import type { Schemas } from "../contract/types";
import type { Actor } from "./actor";
import { tagsOfMacro } from "./macros";
import type { JobRecord } from "./records/jobs";
import type { MacroRecord } from "./records/macros";
import type { TicketRecord } from "./records/tickets";
import { requireRecord } from "./requireRecord";
import type { State } from "./state";
import { deleteTicket, updateTicket } from "./tickets";
import { ticketsOfView } from "./viewFilters";
import { requireView } from "./views";

type Params = Schemas["JobParams"];

/**
 * Does the work of a job.
 * @returns what the job's `info` then shows
 * @throws ApiError when a ticket cannot be changed so
 */
export function performJob(
  state: State,
  actor: Actor,
  { type, params }: JobRecord,
): Record<string, unknown> {
  const given = (params ?? {}) as Params;
  const tickets = selected(state, given);
  switch (type) {
    case "deleteTicket":
      for (const ticket of tickets) {
        deleteTicket(state, actor, ticket);
      }
      return { count: tickets.length };
    case "updateTicket":
      return updateAll(state, actor, tickets, () => given.updates as Schemas["TicketUpdate"]);
    case "applyMacro": {
      const macro = requireRecord(state.macros, "Macro", given.macro_id ?? 0);
      return updateAll(state, actor, tickets, (ticket) =>
        macroUpdate(state, ticket, macro, given.apply_and_close ?? false),
      );
    }
    default:
      return {};
  }
}

/**
 * The tickets that the parameters name; ids of tickets that do not exist are passed over. What an
 * empty selection does is not known: here it is the worst, all tickets, so that nobody sends one.
 */
function selected(state: State, { ticket_ids, view_id, view }: Params): TicketRecord[] {
  if (ticket_ids?.length) {
    return [...new Set(ticket_ids)].flatMap((id) => state.tickets.get(id) ?? []);
  }
  const filters = view_id === undefined ? view?.filters : requireView(state, view_id).filters;
  return [...state.tickets.values()].filter(ticketsOfView(state, { filters: filters ?? "" }));
}

function updateAll(
  state: State,
  actor: Actor,
  tickets: readonly TicketRecord[],
  updates: (ticket: TicketRecord) => Schemas["TicketUpdate"],
): Record<string, unknown> {
  for (const ticket of tickets) {
    updateTicket(state, actor, ticket, updates(ticket));
  }
  return { count: tickets.length };
}

/** Of a macro's actions those that a job can do without writing to anybody: tags and the status. */
function macroUpdate(
  state: State,
  { tag_ids }: TicketRecord,
  macro: MacroRecord,
  close: boolean,
): Schemas["TicketUpdate"] {
  const names = tag_ids.flatMap((id) => state.tags.get(id)?.name ?? []);
  const status = macro.actions?.find(({ name }) => name === "setStatus")?.arguments?.status;
  return {
    tags: [...new Set([...names, ...tagsOfMacro(macro)])].map((name) => ({ name })),
    ...((status === "open" || status === "closed") && { status }),
    ...(close && { status: "closed" }),
  };
}
