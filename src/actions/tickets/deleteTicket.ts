import { gorgiasAction, SUCCESS } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { ticketId } from "./inputs";

export const deleteTicket = gorgiasAction({
  display: { label: "Delete Ticket", description: "Delete a ticket." },
  reads: false,
  inputs: { connection, debugRequest, id: ticketId("delete-ticket") },
  perform: async (client, { id }) => {
    await client.delete(path`/tickets/${id}`);
    return SUCCESS;
  },
  examplePayload: SUCCESS,
});
