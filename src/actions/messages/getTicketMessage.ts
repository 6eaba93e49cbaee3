import { gorgiasAction } from "../../action";
import type { TicketMessage } from "../../contract/types";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { getTicketMessageExample } from "./examples";
import { messageId, messageTicketId } from "./inputs";

export const getTicketMessage = gorgiasAction({
  operation: "get-ticket-message",
  display: { label: "Get Ticket Message", description: "Retrieve a message." },
  reads: true,
  inputs: {
    connection,
    debugRequest,
    id: messageId,
    ticket_id: messageTicketId("get-ticket-message"),
  },
  perform: async (client, { ticket_id, id }) => ({
    data: await client.get<TicketMessage>(path`/tickets/${ticket_id}/messages/${id}`),
  }),
  examplePayload: getTicketMessageExample,
});
