/** Where a customer may be found by what it is known by, and what proves that it is this one. */
import type { Schemas } from "../../../contract/types";
import type { QueryParams } from "../../../http/query";
import type { SearchType } from "../types";
import { isSameEmail } from "./emails";
import { compactPhone, isSamePhone, PHONE_CHANNELS } from "./phones";

/** What a customer is known by. */
export interface Contact {
  email?: string;
  phone?: string;
  external_id?: string;
}

/** A list of customers to look in. */
export interface CustomerQuery {
  params: QueryParams;
  /** Is a customer worth reading? A list shows no channels. */
  matches: (listed: Schemas["CustomerListItem"]) => boolean;
}

/** How a customer is found by one of the things it is known by. */
export interface Lookup {
  /** The likeliest first. */
  queries: (given: string) => CustomerQuery[];
  /** What the lists do not find, a search may. */
  search?: { type: SearchType; query: (given: string) => string };
  /** Has the customer what it was looked up by? The lists and the search decide nothing. */
  owns: (customer: Schemas["Customer"], given: string) => boolean;
}

/** In the order in which they are tried. */
export const LOOKUPS: Record<keyof Contact, Lookup> = {
  email: {
    queries: (email) => {
      // How the filters take letter case is not documented (contract, parameter `CustEmail`).
      const spellings = distinct(email, email.toLowerCase());
      const primary = spellings.map((one) => ({
        params: { email: one },
        matches: (listed: Schemas["CustomerListItem"]) => isSameEmail(listed.email, email),
      }));
      return [...primary, ...inChannels(["email"], spellings)];
    },
    search: { type: "customer_channel_email", query: (email) => email.trim() },
    owns: (customer, email) =>
      isSameEmail(customer.email, email) ||
      hasAddress(customer, ["email"], (address) => isSameEmail(address, email)),
  },
  phone: {
    queries: (phone) => inChannels(PHONE_CHANNELS, distinct(compactPhone(phone), phone)),
    search: { type: "customers_by_phone", query: compactPhone },
    owns: (customer, phone) =>
      hasAddress(customer, PHONE_CHANNELS, (address) => isSamePhone(address, phone)),
  },
  external_id: {
    queries: (external_id) => [
      { params: { external_id }, matches: (listed) => listed.external_id === external_id },
    ],
    owns: (customer, external_id) => customer.external_id === external_id,
  },
};

/** The addresses that a customer has on channels of some types. */
export function addressesOf(
  { channels }: Pick<Schemas["Customer"], "channels">,
  types: readonly string[],
) {
  return (channels ?? []).flatMap(({ type, address, deleted_datetime }) =>
    types.includes(type) && !deleted_datetime && address ? [address] : [],
  );
}

function distinct(...values: string[]): string[] {
  return [...new Set(values.map((one) => one.trim()))];
}

function inChannels(types: readonly string[], addresses: readonly string[]): CustomerQuery[] {
  return addresses.flatMap((address) =>
    types.map((type) => ({
      params: { channel_type: type, channel_address: address },
      matches: () => true,
    })),
  );
}

function hasAddress(
  customer: Schemas["Customer"],
  types: readonly string[],
  isIt: (address: string) => boolean,
): boolean {
  return addressesOf(customer, types).some(isIt);
}
