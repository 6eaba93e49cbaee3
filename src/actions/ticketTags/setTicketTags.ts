import { operationAction } from "../../operationAction";
import { ticketId } from "../tickets/inputs";
import { requireTags, tagReferences } from "./inputs";

export const setTicketTags = operationAction("PUT /tickets/{ticket_id}/tags", {
  display: { label: "Set Ticket Tags", description: "Replace all tags of a ticket." },
  inputs: {
    ticket_id: ticketId,
    ...tagReferences("that the ticket is to have, in place of those it has"),
  },
  prepare: requireTags,
});
