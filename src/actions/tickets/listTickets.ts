import { gorgiasAction } from "../../action";
import type { TicketCompact } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { PAGE_EXAMPLES, paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listTicketsExample } from "./examples";

const field = fieldsOf("list-tickets");
const { cursor, fetchAll, limit } = paging("list-tickets", "tickets", {
  ...PAGE_EXAMPLES,
  fetchAll: "true",
});

/** The filters that List Tickets and the ticket picker share. */
export const ticketFilters = {
  customer_id: field("customer_id", {
    label: "Customer ID",
    comments: "The ID of a customer used to select their tickets.",
    example: "4",
    dataSource: "selectCustomer",
  }),
  rule_id: field("rule_id", {
    label: "Rule ID",
    comments: "The ID of a rule used to select tickets matching the filters of this one.",
    example: "21",
    dataSource: "selectRule",
  }),
  view_id: field("view_id", {
    label: "View ID",
    comments: "The ID of a view used to select tickets matching the filters of this one.",
    example: "21",
    dataSource: "selectView",
  }),
};

export const listTickets = gorgiasAction({
  operation: "list-tickets",
  display: {
    label: "List Tickets",
    description: "List tickets, paginated and ordered by the attribute of the given view.",
  },
  reads: true,
  inputs: {
    connection,
    cursor,
    customer_id: ticketFilters.customer_id,
    debugRequest,
    external_id: field("external_id", {
      label: "External ID",
      comments: "ID of the ticket in a foreign system you're looking for.",
      example: "ticket-ge432d",
    }),
    fetchAll,
    limit,
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute used to order tickets.",
      example: "created_datetime:desc",
    }),
    rule_id: ticketFilters.rule_id,
    ticket_ids: field("ticket_ids", {
      label: "Ticket IDs",
      comments: "The IDs of tickets to select.",
      example: "1234567890",
    }),
    view_id: ticketFilters.view_id,
    trashed: field("trashed", {
      label: "Trashed",
      comments:
        "Whether tickets in the trash are listed too. If left blank, they are: choose false to leave them out.",
      example: "false",
    }),
  },
  perform: async (client, inputs) => ({
    data: await listRecords<TicketCompact>(client, path`/tickets`, inputs),
  }),
  examplePayload: listTicketsExample,
});
