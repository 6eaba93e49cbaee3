import { gorgiasAction } from "../../../action";
import type { TicketCompact } from "../../../contract/types";
import { path } from "../../../http/path";
import { integer, text } from "../../../inputs/clean";
import { fieldsOf, input } from "../../../inputs/field";
import { connection, debugRequest } from "../../../inputs/shared";
import { iteratePages, MAX_PAGE_SIZE, type Search } from "../../../lists";
import { searchTicketsExample } from "../examples";
import { ticketsFound } from "../outputs";

const DEFAULT_RESULTS = 100;
const MAX_RESULTS = 10_000;

export const searchTickets = gorgiasAction({
  outputSchema: ticketsFound,
  display: {
    label: "Search Tickets",
    description: "Find tickets by the words in them, their messages and their customers.",
  },
  reads: true,
  inputs: {
    connection,
    search: input(
      {
        label: "Search",
        comments: "The words to look for.",
        example: "damaged parcel",
        required: true,
      },
      { type: "string", clean: text("Search") },
    ),
    order_by: fieldsOf("update-view-items")("order_by", {
      label: "Order By",
      comments: "The order of the tickets. If left blank, it is that of Gorgias.",
      example: "created_datetime:desc",
    }),
    max_results: input(
      {
        label: "Maximum Results",
        comments: `How many tickets to return at most, from 1 to ${MAX_RESULTS.toLocaleString("en")}: all that are found are read, page by page, until there are as many. If left blank, ${DEFAULT_RESULTS}.`,
        example: "250",
        default: String(DEFAULT_RESULTS),
      },
      {
        type: "string",
        clean: integer("Maximum Results", { minimum: 1, maximum: MAX_RESULTS }),
      },
    ),
    debugRequest,
  },
  perform: async (client, { search, order_by, max_results = DEFAULT_RESULTS }) => {
    const list: Search = {
      path: path`/views/0/items`,
      method: "PUT",
      body: { view: { type: "ticket-list", search } },
      pageSize: Math.min(max_results, MAX_PAGE_SIZE),
    };
    const found = new Map<number, TicketCompact>();
    for await (const page of iteratePages<TicketCompact>(client, list, { order_by })) {
      for (const ticket of page.records) {
        found.set(ticket.id, ticket);
      }
      if (found.size >= max_results) {
        break;
      }
    }
    const reached_maximum = found.size >= max_results;
    if (reached_maximum) {
      client.logger.info(
        `Search Tickets stopped at its Maximum Results (${max_results}): there may be more tickets.`,
      );
    }
    return { data: { data: [...found.values()].slice(0, max_results), reached_maximum } };
  },
  examplePayload: searchTicketsExample,
});
