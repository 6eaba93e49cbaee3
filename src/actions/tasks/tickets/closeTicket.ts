import { gorgiasAction } from "../../../action";
import type { Ticket } from "../../../contract/types";
import { path } from "../../../http/path";
import { connection, debugRequest } from "../../../inputs/shared";
import { closeTicketExample } from "../examples";
import { changedTicketId } from "../inputs";

export const closeTicket = gorgiasAction({
  answers: "PUT /tickets/{id}",
  display: {
    label: "Close Ticket",
    description: "Close a ticket and end its snooze, if it has one; nothing else of it changes.",
  },
  reads: false,
  inputs: { connection, id: changedTicketId, debugRequest },
  perform: async (client, { id }) => ({
    // A snooze that is left would open the ticket again.
    data: await client.put<Ticket>(path`/tickets/${id}`, {
      status: "closed",
      snooze_datetime: null,
    }),
  }),
  examplePayload: closeTicketExample,
});
