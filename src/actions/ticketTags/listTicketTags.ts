import { operationAction } from "../../operationAction";
import { listTicketTagsExample } from "./examples";
import { taggedTicketId } from "./inputs";

export const listTicketTags = operationAction("GET /tickets/{ticket_id}/tags", {
  display: { label: "List Ticket Tags", description: "List the tags of a ticket." },
  inputs: { ticket_id: taggedTicketId },
  examplePayload: listTicketTagsExample,
});
