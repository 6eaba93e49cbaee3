import { PAGE_EXAMPLES } from "../../inputs/pagination";
import { operationAction } from "../../operationAction";
import { listTicketsExample } from "./examples";

/** The filters that List Tickets and the ticket picker share. */
export const ticketFilters = {
  customer_id: {
    label: "Customer ID",
    comments: "The ID of a customer used to select their tickets.",
    example: "4",
    dataSource: "selectCustomer",
  },
  rule_id: {
    label: "Rule ID",
    comments: "The ID of a rule used to select tickets matching the filters of this one.",
    example: "21",
    dataSource: "selectRule",
  },
  view_id: {
    label: "View ID",
    comments: "The ID of a view used to select tickets matching the filters of this one.",
    example: "21",
    dataSource: "selectView",
  },
} as const;

export const listTickets = operationAction("GET /tickets", {
  display: {
    label: "List Tickets",
    description: "List tickets, paginated and ordered by the attribute of the given view.",
  },
  lists: "tickets",
  pageExamples: {
    ...PAGE_EXAMPLES,
    fetchAll: "true",
  },
  inputs: {
    customer_id: ticketFilters.customer_id,
    external_id: {
      label: "External ID",
      comments: "ID of the ticket in a foreign system you're looking for.",
      example: "ticket-ge432d",
    },
    order_by: {
      label: "Order By",
      comments: "Attribute used to order tickets.",
      example: "created_datetime:desc",
    },
    rule_id: ticketFilters.rule_id,
    ticket_ids: {
      label: "Ticket IDs",
      comments: "The IDs of tickets to select.",
      example: "1234567890",
      dataSource: "selectTicket",
    },
    view_id: ticketFilters.view_id,
    trashed: {
      label: "Trashed",
      comments:
        "Whether tickets in the trash are listed too. If left blank, they are: choose false to leave them out.",
      example: "false",
    },
  },
  examplePayload: listTicketsExample,
});
