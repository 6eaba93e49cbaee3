const ID_EXAMPLE = "353768814";

/** The ticket that a message belongs to. */
export const messageTicketId = {
  label: "Ticket ID",
  comments: "The ID of the ticket associated with the message.",
  example: ID_EXAMPLE,
  required: true,
  dataSource: "selectTicket",
} as const;

export const messageId = {
  label: "Message ID",
  comments: "The ID of the message.",
  example: ID_EXAMPLE,
  required: true,
  dataSource: "selectMessage",
} as const;

/** Lists the messages of one ticket only. */
export const ticketFilter = {
  label: "Ticket ID",
  comments: "The ID of the ticket the messages are associated with.",
  example: ID_EXAMPLE,
} as const;
