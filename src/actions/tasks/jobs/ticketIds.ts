import { InputError } from "../../../errors";
import { integer, list } from "../../../inputs/clean";
import { input } from "../../../inputs/input";

const LABEL = "Ticket IDs";

/** More tickets than one job should take on: it would not end while somebody waits for it. */
export const MAX_TICKETS = 1_000;

/** The tickets that a job works on. @param what is done to them, such as "to delete" */
export function ticketIds(what: string) {
  return input(
    {
      label: LABEL,
      comments: `The IDs of the tickets ${what}, at most ${MAX_TICKETS}.`,
      example: "353768814",
      required: true,
      dataSource: "selectTicket",
    },
    {
      type: "string",
      collection: "valuelist",
      clean: list(LABEL, {}, integer(LABEL, { minimum: 1 })),
    },
  );
}

/**
 * Each ticket once.
 *
 * @throws InputError for none, since what a job does with an empty selection is not documented, and
 * for too many.
 */
export function checkSelection(ids: readonly number[]): number[] {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0 || distinct.length > MAX_TICKETS) {
    throw new InputError(
      `${LABEL} must name from 1 to ${MAX_TICKETS} tickets; given ${distinct.length}.`,
      { input: LABEL, given: String(distinct.length) },
    );
  }
  return distinct;
}
