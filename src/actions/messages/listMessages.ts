import { operationAction } from "../../operationAction";
import { listMessagesExample } from "./examples";
import { ticketFilter } from "./inputs";

export const listMessages = operationAction("GET /messages", {
  display: {
    label: "List Messages",
    description: "List messages matching the given parameters.",
  },
  lists: "messages",
  inputs: {
    order_by: {
      label: "Order By",
      comments: "Attribute used to order messages.",
      example: "created_datetime:desc",
      choices: ["created_datetime:desc", "created_datetime:asc"],
    },
    ticket_id: { ...ticketFilter, dataSource: "selectTicket" },
  },
  examplePayload: listMessagesExample,
});
