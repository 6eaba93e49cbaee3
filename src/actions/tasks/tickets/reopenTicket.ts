import { gorgiasAction } from "../../../action";
import type { Ticket } from "../../../contract/types";
import { path } from "../../../http/path";
import { connection, debugRequest } from "../../../inputs/shared";
import { reopenTicketExample } from "../examples";
import { changedTicketId } from "../inputs";

export const reopenTicket = gorgiasAction({
  answers: "PUT /tickets/{id}",
  display: { label: "Reopen Ticket", description: "Reopen a ticket; nothing else of it changes." },
  reads: false,
  inputs: { connection, id: changedTicketId, debugRequest },
  perform: async (client, { id }) => ({
    data: await client.put<Ticket>(path`/tickets/${id}`, { status: "open" }),
  }),
  examplePayload: reopenTicketExample,
});
