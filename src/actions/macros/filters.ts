import { fieldSchema } from "../../contract/fieldSchemas";

/** Gorgias still takes an attribute without a direction, but has deprecated it. */
const orders = fieldSchema("GET /macros", "order_by").enum?.filter((order) => order.includes(":"));

/** What a list of macros is narrowed and ordered by. */
export const macroFilters = {
  search: {
    label: "Search Text",
    comments: "Words to look for in macros. If left blank, all macros are returned.",
    example: "refund",
  },
  tags: {
    label: "Tags",
    comments: "Names of tags. Only macros with all of these tags are returned.",
    example: "refund",
    dataSource: "selectTagName",
  },
  languages: {
    label: "Languages",
    comments: "Languages (format: ISO_639-1). Only macros in one of these languages are returned.",
    example: "en",
  },
  archived: {
    label: "Archived",
    comments:
      "Choose true for archived macros. If left blank, macros that are not archived are returned.",
    example: "false",
  },
  ticket_id: {
    label: "Ticket ID",
    comments: "ID of the ticket that the macros are meant for. Ordering by relevance needs it.",
    example: "1234",
    dataSource: "selectTicket",
    rare: true,
  },
  message_id: {
    label: "Message ID",
    comments: "ID of the message that the macros are to answer.",
    example: "2345",
    dataSource: "selectMessage",
    rare: true,
  },
  number_predictions: {
    label: "Number of Predictions",
    comments: "How many macros Gorgias is to predict for the message. If left blank, none.",
    example: "3",
    rare: true,
  },
  order_by: {
    label: "Order By",
    comments: "Attribute used to order macros. Ordering by relevance needs Ticket ID.",
    example: "name:asc",
    choices: orders,
  },
} as const;
