import { operationAction } from "../../operationAction";
import { requireTags, taggedTicketId, tagReferences } from "./inputs";

export const removeTicketTags = operationAction("DELETE /tickets/{ticket_id}/tags", {
  display: { label: "Remove Ticket Tags", description: "Remove tags from a ticket." },
  inputs: { ticket_id: taggedTicketId, ...tagReferences("to remove") },
  prepare: requireTags,
});
