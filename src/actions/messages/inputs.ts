import { fieldsOf } from "../../inputs/field";

const ID_EXAMPLE = "353768814";

/** The ticket that a message belongs to. */
export function messageTicketId(operation: "create-ticket-message" | "get-ticket-message") {
  return fieldsOf(operation)("ticket_id", {
    label: "Ticket ID",
    comments: "The ID of the ticket associated with the message.",
    example: ID_EXAMPLE,
    required: true,
    dataSource: "selectTicket",
  });
}

export const messageId = fieldsOf("get-ticket-message")("id", {
  label: "Message ID",
  comments: "The ID of the message.",
  example: ID_EXAMPLE,
  required: true,
  dataSource: "selectMessage",
});

/** Lists the messages of one ticket only. */
export const ticketFilter = {
  label: "Ticket ID",
  comments: "The ID of the ticket the messages are associated with.",
  example: ID_EXAMPLE,
} as const;
