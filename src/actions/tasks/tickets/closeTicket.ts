import { gorgiasAction } from "../../../action";
import { closeTicketExample } from "../examples";
import { changedTicketId } from "../inputs";

export const closeTicket = gorgiasAction({
  answers: "PUT /tickets/{id}",
  display: {
    label: "Close Ticket",
    description: "Close a ticket and end its snooze, if it has one; nothing else of it changes.",
  },
  reads: false,
  inputs: { id: changedTicketId },
  perform: async (client, { id }) => ({
    // A snooze that is left would open the ticket again.
    data: await client.request("PUT /tickets/{id}", {
      id,
      status: "closed",
      snooze_datetime: null,
    }),
  }),
  examplePayload: closeTicketExample,
});
