import type { GorgiasClient } from "../../../client";
import { clock } from "../../../clock";
import { fieldSchema } from "../../../contract/fieldSchemas";
import type { RouteInputs } from "../../../contract/routes";
import type { Schemas } from "../../../contract/types";
import { validationError } from "../../../contract/validation";
import { GorgiasError } from "../../../http/errors";
import { withoutFullStop } from "../../../text";
import type { Contact } from "./customerQueries";
import { type FoundBy, type FoundCustomer, lookUpCustomer } from "./lookUpCustomer";

/** What a new customer is given beside what it is known by. */
export type Profile = Pick<RouteInputs<"POST /customers">, "name" | "language" | "timezone">;

/** A customer, and how it came. */
export interface FoundOrCreated {
  customer: Schemas["Customer"];
  created: boolean;
  /** null when it was created. */
  found_by: FoundBy | null;
}

/** Milliseconds before each new look for the customer that another run has just created. */
const WAITS_AFTER_CONFLICT_MS = [0, 1_000, 3_000];

/**
 * Finds a customer or creates it. Two runs at once end with one customer when they know it by email
 * address or external id: Gorgias refuses the second one, which then finds the first one's. Phone
 * numbers it does not keep apart.
 */
export async function findOrCreate(
  client: GorgiasClient,
  contact: Contact,
  profile: Profile,
): Promise<FoundOrCreated> {
  const known = await lookUpCustomer(client, contact);
  return known ? { ...known, created: false } : createOrFind(client, contact, profile);
}

/** As `findOrCreate`, for somebody who was looked for and is not there. */
export async function createOrFind(
  client: GorgiasClient,
  contact: Contact,
  profile: Profile,
): Promise<FoundOrCreated> {
  try {
    const body = newCustomer(contact, profile);
    const creates = {
      what: "customer",
      advice: "run this again, it looks for the customer first",
    };
    const customer = await client.request("POST /customers", body, { creates });
    return { customer, created: true, found_by: null };
  } catch (error) {
    if (!isRefusal(error)) {
      throw error;
    }
    return { ...(await lookAgain(client, contact, error)), created: false };
  }
}

/**
 * The body that creates a customer: each address is a channel, and the main one of its kind.
 *
 * An email address that the API's own check of the field refuses, such as one with two dots in a
 * row, stands in the channel alone, which takes any.
 */
function newCustomer({ email, phone, external_id }: Contact, profile: Profile) {
  const channels = Object.entries({ email, phone }).flatMap(([type, address]) =>
    address === undefined ? [] : [{ type, address, preferred: true }],
  );
  const isPlain = !validationError(fieldSchema("POST /customers", "email"), email ?? null);
  return { ...(isPlain ? { email } : {}), external_id, ...profile, channels };
}

/** Gorgias says with 409 or with 400 that an address or external id is taken. */
function isRefusal(error: unknown): error is GorgiasError {
  return error instanceof GorgiasError && (error.status === 409 || error.status === 400);
}

/** Whoever holds what Gorgias says is taken. @throws the refusal when nobody is found */
async function lookAgain(
  client: GorgiasClient,
  contact: Contact,
  refusal: GorgiasError,
): Promise<FoundCustomer> {
  // A 400 has many reasons, and a customer that is there is found at once.
  const waits = refusal.status === 409 ? WAITS_AFTER_CONFLICT_MS : [0];
  for (const wait of waits) {
    await clock.sleep(wait);
    const found = await lookUpCustomer(client, contact);
    if (found) {
      return found;
    }
  }
  if (refusal.status !== 409) {
    throw refusal;
  }
  throw new GorgiasError(
    `${withoutFullStop(refusal.message)}. Nobody who has the email address, phone number or external ID could be found, though, and no customer was created`,
    refusal,
  );
}
