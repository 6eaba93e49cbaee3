import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import { path } from "../../../http/path";
import { listRecords, recordsOf } from "../../../lists";
import { readIfThere } from "../readIfThere";
import type { SearchItem } from "../types";
import { type Contact, LOOKUPS, type Lookup } from "./customerQueries";

/** What a customer was found by. */
export type FoundBy = keyof Contact;

export interface FoundCustomer {
  customer: Schemas["Customer"];
  found_by: FoundBy;
}

/** Hits of one search that are looked at. */
const MAX_HITS = 10;

/**
 * Finds a customer by email address, then by phone number, then by external id: the first of those
 * given that a customer has. Its main addresses are found before its others.
 *
 * @returns a customer that has what it was looked up by; null when there is none.
 */
export async function lookUpCustomer(
  client: GorgiasClient,
  contact: Contact,
): Promise<FoundCustomer | null> {
  for (const found_by of Object.keys(LOOKUPS) as FoundBy[]) {
    const given = contact[found_by];
    const customer = given && (await findBy(client, LOOKUPS[found_by], given));
    if (customer) {
      return { customer, found_by };
    }
  }
  return null;
}

async function findBy(
  client: GorgiasClient,
  lookup: Lookup,
  given: string,
): Promise<Schemas["Customer"] | null> {
  const seen = new Set<number>();
  for await (const id of candidates(client, lookup, given)) {
    if (seen.has(id)) {
      continue;
    }
    seen.add(id);
    // What a hit of a search is, is not documented: it may be no customer.
    const customer = await readIfThere(client.request("GET /customers/{id}", { id }));
    if (customer && lookup.owns(customer, given)) {
      return customer;
    }
  }
  return null;
}

async function* candidates(
  client: GorgiasClient,
  { queries, search }: Lookup,
  given: string,
): AsyncGenerator<number> {
  for (const { params, matches } of queries(given)) {
    const { data } = await listRecords<Schemas["CustomerListItem"]>(
      client,
      path`/customers`,
      params,
    );
    yield* data
      .filter(matches)
      .slice(0, MAX_HITS)
      .map(({ id }) => id);
  }
  if (search) {
    const query = { type: search.type, query: search.query(given), size: MAX_HITS };
    const response = await client.request("POST /search", query);
    const ids = recordsOf<SearchItem>(response).map(customerIdIn);
    yield* ids.filter((id): id is number => typeof id === "number");
  }
}

/** The customer that a hit is or belongs to: what a hit holds is not documented. */
function customerIdIn({ id, customer, user, customer_id }: SearchItem): unknown {
  return (
    [customer, user]
      .map((owner) => (owner as { id?: unknown } | null | undefined)?.id)
      .find(Boolean) ??
    customer_id ??
    id
  );
}
