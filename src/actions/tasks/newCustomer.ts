import type { GorgiasClient } from "../../client";
import { clock } from "../../clock";
import type { Customer } from "../../contract/types";
import { GorgiasError } from "../../http/errors";
import { path } from "../../http/path";
import { type Contact, lookUpCustomer } from "./customerLookup";

/** What a new customer is given beside what it is known by. */
export interface Profile {
  name?: string;
  language?: string;
  timezone?: string;
}

/** Milliseconds before each new look for the customer that another run has just created. */
const WAITS_AFTER_CONFLICT_MS = [0, 1_000, 3_000];

/** The body that creates a customer: each address is a channel, and the main one of its kind. */
export function newCustomer({ phone, ...contact }: Contact, profile: Profile) {
  const addresses = { email: contact.email, phone };
  const channels = Object.entries(addresses).flatMap(([type, address]) =>
    address === undefined ? [] : [{ type, address, preferred: true }],
  );
  return { ...contact, ...profile, channels };
}

/**
 * Finds a customer or creates it. Two runs at once end with one customer when they know it by email
 * address or external id: Gorgias refuses the second one (409), which then finds the first one's.
 * Phone numbers it does not keep apart.
 */
export async function findOrCreate(
  client: GorgiasClient,
  contact: Contact,
  profile: Profile,
): Promise<{ customer: Customer; created: boolean }> {
  const known = await lookUpCustomer(client, contact);
  if (known) {
    return { customer: known, created: false };
  }
  try {
    const body = newCustomer(contact, profile);
    const creates = {
      what: "customer",
      advice: "run this again, it looks for the customer first",
    };
    return {
      customer: await client.post<Customer>(path`/customers`, body, { creates }),
      created: true,
    };
  } catch (error) {
    if (!isTaken(error)) {
      throw error;
    }
    return { customer: await lookAgain(client, contact, error), created: false };
  }
}

function isTaken(error: unknown): error is GorgiasError {
  return error instanceof GorgiasError && error.status === 409;
}

/** Whoever holds what Gorgias says is taken. @throws the refusal when nobody is found */
async function lookAgain(
  client: GorgiasClient,
  contact: Contact,
  refusal: GorgiasError,
): Promise<Customer> {
  for (const wait of WAITS_AFTER_CONFLICT_MS) {
    await clock.sleep(wait);
    const customer = await lookUpCustomer(client, contact);
    if (customer) {
      return customer;
    }
  }
  throw new GorgiasError(
    `${refusal.message}. Nobody who has the email address, phone number or external ID could be found, though, and no customer was created`,
    refusal,
  );
}
