import { operationAction } from "../../operationAction";
import { getTicketMessageExample } from "./examples";
import { messageId, messageTicketId } from "./inputs";

export const getTicketMessage = operationAction("GET /tickets/{ticket_id}/messages/{id}", {
  display: { label: "Get Ticket Message", description: "Retrieve a message." },
  inputs: { id: messageId, ticket_id: messageTicketId },
  examplePayload: getTicketMessageExample,
});
