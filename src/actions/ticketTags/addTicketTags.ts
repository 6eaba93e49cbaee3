import { operationAction } from "../../operationAction";
import { ticketId } from "../tickets/inputs";
import { requireTags, tagReferences } from "./inputs";

export const addTicketTags = operationAction("POST /tickets/{ticket_id}/tags", {
  display: {
    label: "Add Ticket Tags",
    description: "Add tags to a ticket, which keeps the tags it has.",
  },
  inputs: { ticket_id: ticketId, ...tagReferences("to add") },
  prepare: requireTags,
});
