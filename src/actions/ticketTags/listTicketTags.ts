import { operationAction } from "../../operationAction";
import { ticketId } from "../tickets/inputs";
import { listTicketTagsExample } from "./examples";

export const listTicketTags = operationAction("GET /tickets/{ticket_id}/tags", {
  display: { label: "List Ticket Tags", description: "List the tags of a ticket." },
  inputs: { ticket_id: ticketId },
  examplePayload: listTicketTagsExample,
});
