import { gorgiasAction } from "../../../action";
import type { Schemas } from "../../../contract/types";
import { path } from "../../../http/path";
import { choice, text, timestamp } from "../../../inputs/clean";
import { input } from "../../../inputs/input";
import { iteratePages } from "../../../lists";
import { toSortableTimestamp } from "../../../timestamp";
import { listCustomerTicketsExample } from "../examples";
import { normalizeName } from "../names";
import { ticketsFound } from "../outputs";
import { collect, cutLine, DEFAULT_RESULTS, maxResults } from "../tickets/maxResults";
import { checkFound, ifNotFound } from "./ifNotFound";
import { findNamedCustomer, namedCustomerInputs, soughtBy } from "./namedCustomer";

const STATUSES = ["open", "closed"];

const filters = {
  status: input(
    {
      label: "Status",
      comments: "Return open or closed tickets only. If left blank, both.",
      example: "open",
      choices: STATUSES,
    },
    { type: "string", clean: choice("Status", STATUSES) },
  ),
  tag: input(
    {
      label: "Tag",
      comments: "Return tickets with this tag only, by its name. Letter case does not matter.",
      example: "refund",
    },
    { type: "string", clean: text("Tag") },
  ),
  created_since: since("Created Since", "created"),
  updated_since: since("Updated Since", "updated"),
};

export const listCustomerTickets = gorgiasAction({
  outputSchema: ticketsFound,
  display: {
    label: "List Customer Tickets",
    description:
      "List the tickets of one customer, the newest first, without those in the trash; by status, tag or time if wanted.",
  },
  reads: true,
  inputs: {
    ...namedCustomerInputs(),
    if_not_found: ifNotFound("an empty list"),
    ...filters,
    max_results: maxResults,
  },
  perform: async (client, { if_not_found, max_results = DEFAULT_RESULTS, ...given }) => {
    const customer = await findNamedCustomer(client, given);
    checkFound(customer, if_not_found, soughtBy(given));
    if (!customer) {
      return { data: { data: [], reached_maximum: false } };
    }
    const pages = iteratePages<Schemas["TicketCompact"]>(client, path`/tickets`, {
      customer_id: customer.id,
      trashed: false,
      order_by: "created_datetime:desc",
    });
    // Gorgias's list has no filter by status, tag or time.
    const matches = ticketMatcher(given);
    const found = await collect(
      pages,
      max_results,
      (ticket) => ticket.customer?.id === customer.id && matches(ticket),
    );
    if (found.reached_maximum) {
      client.logger.info(cutLine("List Customer Tickets", max_results));
    }
    return { data: found };
  },
  examplePayload: listCustomerTicketsExample,
});

interface Filters {
  status?: string;
  tag?: string;
  created_since?: string;
  updated_since?: string;
}

function ticketMatcher({ status, tag, created_since, updated_since }: Filters) {
  return ({
    status: own,
    tags,
    created_datetime,
    updated_datetime,
  }: Schemas["TicketCompact"]): boolean =>
    (status === undefined || own === status) &&
    (tag === undefined || tags.some(({ name }) => normalizeName(name) === normalizeName(tag))) &&
    isSince(created_datetime, created_since) &&
    isSince(updated_datetime, updated_since);
}

function isSince(time: string | null | undefined, since: string | undefined): boolean {
  return (
    since === undefined ||
    (toSortableTimestamp(time) ?? "") >= (toSortableTimestamp(since) as string)
  );
}

function since(label: string, happened: string) {
  return input(
    {
      label,
      comments: `Return tickets only that were ${happened} at this date and time or later (UTC if it has no offset).`,
      example: "2025-02-01T00:00:00",
    },
    { type: "string", clean: timestamp(label) },
  );
}
