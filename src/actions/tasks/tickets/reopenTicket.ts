import { gorgiasAction } from "../../../action";
import { reopenTicketExample } from "../examples";
import { changedTicketId } from "../inputs";

export const reopenTicket = gorgiasAction({
  answers: "PUT /tickets/{id}",
  display: { label: "Reopen Ticket", description: "Reopen a ticket; nothing else of it changes." },
  reads: false,
  inputs: { id: changedTicketId },
  perform: async (client, { id }) => ({
    data: await client.request("PUT /tickets/{id}", { id, status: "open" }),
  }),
  examplePayload: reopenTicketExample,
});
