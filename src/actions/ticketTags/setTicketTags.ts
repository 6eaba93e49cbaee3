import { operationAction } from "../../operationAction";
import { requireTags, taggedTicketId, tagReferences } from "./inputs";

export const setTicketTags = operationAction("PUT /tickets/{ticket_id}/tags", {
  display: { label: "Set Ticket Tags", description: "Replace all tags of a ticket." },
  inputs: {
    ticket_id: taggedTicketId,
    ...tagReferences("that the ticket is to have, in place of those it has"),
  },
  prepare: requireTags,
});
