import type { Schemas } from "../../contract/types";
import { InputError } from "../../errors";
import { formatValue } from "../../text";

type JobParams = Schemas["JobParams"];

/** Jobs that change tickets: what one does without a selection is not documented. */
const CHANGES_TICKETS = ["applyMacro", "updateTicket", "deleteTicket"];

/**
 * Refuses a selection that is there and empty: a job of all tickets must never be an oversight.
 *
 * @throws InputError
 */
export function checkSelection(params: JobParams | undefined): void {
  const { ticket_ids, view } = params ?? {};
  if (ticket_ids?.length === 0 || (view && !isSelective(view))) {
    const given = `an empty ${ticket_ids?.length === 0 ? "ticket_ids" : "view"}`;
    throw new InputError(`Params must choose tickets; given ${given}.`, { input: "Params", given });
  }
}

/** @throws InputError for a job that would change tickets and names none. */
export function requireSelection(type: string, params: JobParams): void {
  const { ticket_ids, view_id, view } = params;
  if (CHANGES_TICKETS.includes(type) && !ticket_ids && view_id === undefined && !view) {
    const given = formatValue(params);
    throw new InputError(
      `Params must choose the tickets of a job of type ${type} by ticket_ids, view_id or view; given ${given}.`,
      { input: "Params", given },
    );
  }
}

/** A view without filters and without words holds every ticket. */
function isSelective({ filters, search }: { filters?: string; search?: unknown }): boolean {
  return Boolean(filters?.trim()) || (typeof search === "string" && search.trim() !== "");
}
