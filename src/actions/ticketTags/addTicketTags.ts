import { operationAction } from "../../operationAction";
import { requireTags, taggedTicketId, tagReferences } from "./inputs";

export const addTicketTags = operationAction("POST /tickets/{ticket_id}/tags", {
  display: {
    label: "Add Ticket Tags",
    description: "Add tags to a ticket, which keeps the tags it has.",
  },
  inputs: { ticket_id: taggedTicketId, ...tagReferences("to add") },
  prepare: requireTags,
});
