import { gorgiasAction } from "../../../action";
import type { Schemas } from "../../../contract/types";
import { path } from "../../../http/path";
import { text } from "../../../inputs/clean";
import { fieldsOf, input } from "../../../inputs/input";
import { iteratePages, MAX_PAGE_SIZE, type Search } from "../../../lists";
import { searchTicketsExample } from "../examples";
import { ticketsFound } from "../outputs";
import { collect, cutLine, DEFAULT_RESULTS, maxResults } from "./maxResults";

export const searchTickets = gorgiasAction({
  outputSchema: ticketsFound,
  display: {
    important: true,
    label: "Search Tickets",
    description: "Find tickets by the words in them, their messages and their customers.",
  },
  reads: true,
  inputs: {
    search: input(
      {
        label: "Search Text",
        comments: "The words to look for.",
        example: "damaged parcel",
        required: true,
      },
      { type: "string", clean: text("Search") },
    ),
    order_by: fieldsOf("PUT /views/{view_id}/items")("order_by", {
      label: "Order By",
      comments: "The order of the tickets. If left blank, it is that of Gorgias.",
      example: "created_datetime:desc",
    }),
    max_results: maxResults,
  },
  perform: async (client, { search, order_by, max_results = DEFAULT_RESULTS }) => {
    const list: Search = {
      path: path`/views/0/items`,
      method: "PUT",
      body: { view: { type: "ticket-list", search } },
      pageSize: Math.min(max_results, MAX_PAGE_SIZE),
    };
    const pages = iteratePages<Schemas["TicketCompact"]>(client, list, { order_by });
    const found = await collect(pages, max_results);
    if (found.reached_maximum) {
      client.logger.info(cutLine("Search Tickets", max_results));
    }
    return { data: found };
  },
  examplePayload: searchTicketsExample,
});
