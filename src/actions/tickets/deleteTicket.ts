import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { ticketId } from "./inputs";

export const deleteTicket = gorgiasAction({
  operation: "delete-ticket",
  display: { label: "Delete Ticket", description: "Delete a ticket." },
  reads: false,
  inputs: { connection, debugRequest, id: ticketId("delete-ticket") },
  perform: (client, { id }) => succeed(client.delete(path`/tickets/${id}`)),
  examplePayload: SUCCESS,
});
