import type { GorgiasClient } from "../../client";
import type { Customer, CustomerListItem, SearchResponse } from "../../contract/types";
import { GorgiasError } from "../../http/errors";
import { path } from "../../http/path";
import type { QueryParams } from "../../http/query";
import { listRecords, recordsOf } from "../../listing";
import { compactPhone, isSameEmail, isSamePhone } from "./addresses";
import type { SearchItem, SearchType } from "./types";

/** What a customer is known by. */
export interface Contact {
  email?: string;
  phone?: string;
  external_id?: string;
}

/** A list of customers to look in. */
interface Place {
  params: QueryParams;
  /** Is a customer worth reading? A list shows no channels. */
  admits: (listed: CustomerListItem) => boolean;
}

/** How a customer is found by one of the things it is known by. */
interface Lookup {
  /** The likeliest first. */
  places: (given: string) => Place[];
  /** What the lists do not find, a search may. */
  search?: { type: SearchType; query: (given: string) => string };
  /** Is it this customer's? The lists and the search decide nothing. */
  holds: (customer: Customer, given: string) => boolean;
}

/** Hits of one search that are looked at. */
const MAX_HITS = 10;
const PHONE_CHANNELS = ["phone", "sms", "whatsapp"];

/** In the order in which they are tried. */
const LOOKUPS: Record<keyof Contact, Lookup> = {
  email: {
    places: (email) => {
      // How the filters take letter case is not documented (contract, parameter `CustEmail`).
      const written = variants(email, email.toLowerCase());
      const primary = written.map((one) => ({
        params: { email: one },
        admits: (listed: CustomerListItem) => isSameEmail(listed.email, email),
      }));
      return [...primary, ...inChannel("email", written)];
    },
    search: { type: "customer_channel_email", query: (email) => email.trim() },
    holds: (customer, email) =>
      isSameEmail(customer.email, email) ||
      hasAddress(customer, ["email"], (address) => isSameEmail(address, email)),
  },
  phone: {
    places: (phone) => inChannel("phone", variants(phone, compactPhone(phone))),
    search: { type: "customers_by_phone", query: compactPhone },
    holds: (customer, phone) =>
      hasAddress(customer, PHONE_CHANNELS, (address) => isSamePhone(address, phone)),
  },
  external_id: {
    places: (external_id) => [
      { params: { external_id }, admits: (listed) => listed.external_id === external_id },
    ],
    holds: (customer, external_id) => customer.external_id === external_id,
  },
};

/**
 * Finds a customer by email address, then by phone number, then by external id: the first of those
 * given that a customer has. Its main addresses are found before its others.
 *
 * @returns a customer that has what it was looked up by; null when there is none.
 */
export async function lookUpCustomer(
  client: GorgiasClient,
  contact: Contact,
): Promise<Customer | null> {
  for (const key of Object.keys(LOOKUPS) as (keyof Contact)[]) {
    const given = contact[key];
    const customer = given === undefined ? null : await findBy(client, LOOKUPS[key], given);
    if (customer) {
      return customer;
    }
  }
  return null;
}

function variants(...values: string[]): string[] {
  return [...new Set(values.map((one) => one.trim()))];
}

function always() {
  return true;
}

function inChannel(type: string, addresses: string[]): Place[] {
  return addresses.map((address) => ({
    params: { channel_type: type, channel_address: address },
    admits: always,
  }));
}

function hasAddress(
  { channels = [] }: Customer,
  types: readonly string[],
  isIt: (address: string | null) => boolean,
): boolean {
  return channels.some(
    (own) => types.includes(own.type) && !own.deleted_datetime && isIt(own.address),
  );
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

async function* candidates(
  client: GorgiasClient,
  { places, search }: Lookup,
  given: string,
): AsyncGenerator<number> {
  for (const { params, admits } of places(given)) {
    const { data } = await listRecords<CustomerListItem>(client, path`/customers`, params);
    yield* data
      .filter(admits)
      .slice(0, MAX_HITS)
      .map(({ id }) => id);
  }
  if (!search) {
    return;
  }
  const query = { type: search.type, query: search.query(given), size: MAX_HITS };
  const answer = await client.post<SearchResponse>(path`/search`, query, { reads: true });
  const ids = recordsOf<SearchItem>(answer).map(customerIdIn);
  yield* ids.filter((id): id is number => typeof id === "number");
}

/** @returns undefined for what is no customer, or none any more. */
async function readCustomer(client: GorgiasClient, id: number): Promise<Customer | undefined> {
  try {
    return await client.get<Customer>(path`/customers/${id}`);
  } catch (error) {
    if (error instanceof GorgiasError && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}

async function findBy(
  client: GorgiasClient,
  lookup: Lookup,
  given: string,
): Promise<Customer | null> {
  const seen = new Set<number>();
  for await (const id of candidates(client, lookup, given)) {
    if (seen.has(id)) {
      continue;
    }
    seen.add(id);
    const customer = await readCustomer(client, id);
    if (customer && lookup.holds(customer, given)) {
      return customer;
    }
  }
  return null;
}
