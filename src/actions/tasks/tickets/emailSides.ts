import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import { InputError } from "../../../errors";
import { formatValue } from "../../../text";
import { addressesOf } from "../customers/customerQueries";
import {
  choicesOf,
  isOwnAddress,
  onlySender,
  readAccountAddresses,
  requireSender,
} from "../messages/accountAddresses";
import { type FilledAddress, toAddress } from "../messages/addresses";

/** The two ends of a conversation by email. */
export interface EmailSides {
  account: FilledAddress;
  customer: FilledAddress;
}

/** Who the customer is, as far as it is known before one is created. */
export interface Correspondent {
  customer?: Schemas["Customer"];
  /** By which the builder named the customer. */
  email?: string;
  /** Of one that is created. */
  name?: string;
}

/**
 * The addresses of a conversation by email that is to begin.
 *
 * @param from_address the account's, as the builder gave it.
 * @throws InputError when one of them is not known, or the customer's belongs to the account.
 */
export async function emailSides(
  client: GorgiasClient,
  correspondent: Correspondent,
  from_address: string | undefined,
): Promise<EmailSides> {
  const customer = requireAddress(correspondent);
  const account = await readAccountAddresses(client);
  if (isOwnAddress(account, customer.address)) {
    throw new InputError(
      `The customer must not be the account itself: mail to ${formatValue(customer.address)} comes back to it. Nothing was written.`,
      {
        input: correspondent.customer ? "Customer ID" : "Customer Email",
        given: formatValue(customer.address),
      },
    );
  }
  const own =
    from_address === undefined ? onlySender(account) : requireSender(account, from_address);
  const [side] = toAddress(own);
  if (!side) {
    throw new InputError(
      `From Address is required: it must be that of an email integration, ${choicesOf(account)}; given nothing. Nothing was written.`,
      { input: "From Address", given: "nothing" },
    );
  }
  return { account: side, customer };
}

/** The customer's address, for a message by email. */
export function requireAddress({ customer, email, name }: Correspondent): FilledAddress {
  const own = customer && [customer.email, ...addressesOf(customer, ["email"])].find(Boolean);
  const [side] = toAddress({ name: customer?.name ?? name, address: email ?? own });
  if (!side) {
    throw new InputError(
      `Customer ID must be that of a customer with an email address, for a ticket by email; customer ${customer?.id} has none. Nothing was written.`,
      { input: "Customer ID", given: String(customer?.id) },
    );
  }
  return side;
}
