import { gorgiasAction } from "../../../action";
import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import { path } from "../../../http/path";
import { listRecords, MAX_PAGE_SIZE } from "../../../lists";
import { ticketsDeleted } from "../outputs";
import { pollOptions, waitingInputs } from "../waiting";
import { deleteTicketsExample } from "./examples";
import { runJob } from "./job";
import { checkSelection, ticketIds } from "./ticketIds";

const DEFAULT_TIMEOUT_S = 300;

export const deleteTickets = gorgiasAction({
  outputSchema: ticketsDeleted,
  display: {
    label: "Delete Tickets",
    description:
      "Delete tickets and their messages for good by a job, wait for its end, and see which are gone.",
  },
  reads: false,
  inputs: {
    ticket_ids: ticketIds("to delete"),
    ...waitingInputs(
      "How long to wait. A job that has not ended by then goes on, and is returned as running.",
      DEFAULT_TIMEOUT_S,
    ),
  },
  perform: async (client, { ticket_ids, ...waiting }) => {
    const params = { ticket_ids: checkSelection(ticket_ids) };
    const options = pollOptions(waiting, DEFAULT_TIMEOUT_S);
    const result = await runJob(client, { type: "deleteTicket", params }, options);
    const remaining_ids = await existing(client, params.ticket_ids);
    if (remaining_ids.length > 0) {
      client.logger.warn(`Tickets that are still there: ${remaining_ids.join(", ")}.`);
    }
    const isGone = (id: number) => !remaining_ids.includes(id);
    return { data: { ...result, deleted_ids: params.ticket_ids.filter(isGone), remaining_ids } };
  },
  examplePayload: deleteTicketsExample,
});

/** The tickets that are still there. */
async function existing(client: GorgiasClient, ids: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for (let start = 0; start < ids.length; start += MAX_PAGE_SIZE) {
    const ticket_ids = ids.slice(start, start + MAX_PAGE_SIZE);
    const { data } = await listRecords<Schemas["TicketCompact"]>(client, path`/tickets`, {
      ticket_ids,
      limit: MAX_PAGE_SIZE,
    });
    found.push(...data.map(({ id }) => id).filter((id) => ticket_ids.includes(id)));
  }
  return found;
}
