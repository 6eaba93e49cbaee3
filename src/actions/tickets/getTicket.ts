import { operationAction } from "../../operationAction";
import { getTicketExample } from "./examples";
import { ticketId } from "./inputs";

export const getTicket = operationAction("GET /tickets/{id}", {
  display: {
    important: true,
    label: "Get Ticket",
    description: "Retrieve a ticket.",
  },
  inputs: {
    id: ticketId,
    relationships: {
      label: "Relationships",
      comments: "Names of relations that should be included in returned data.",
      example: "custom_fields",
      as: { choices: undefined },
    },
  },
  examplePayload: getTicketExample,
});
