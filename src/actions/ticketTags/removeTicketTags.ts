import { operationAction } from "../../operationAction";
import { ticketId } from "../tickets/inputs";
import { requireTags, tagReferences } from "./inputs";

export const removeTicketTags = operationAction("DELETE /tickets/{ticket_id}/tags", {
  display: { label: "Remove Ticket Tags", description: "Remove tags from a ticket." },
  inputs: { ticket_id: ticketId, ...tagReferences("to remove") },
  prepare: requireTags,
});
