/** A customer as a builder names one: by ID or by email address. */
import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import { integer } from "../../../inputs/clean";
import { input } from "../../../inputs/input";
import { readIfThere } from "../readIfThere";
import { requireOneOf } from "../requireOneOf";
import { emailAddress } from "./emails";
import { customerNotFound } from "./ifNotFound";
import { lookUpCustomer } from "./lookUpCustomer";

export interface NamedCustomer {
  customer_id?: number;
  customer_email?: string;
}

/** The inputs, of which one is required. @param email what the email address does beside that */
export function namedCustomerInputs(email = "") {
  return {
    customer_id: input(
      {
        label: "Customer ID",
        comments: "The ID of the customer. Set this or Customer Email.",
        example: "3924",
        dataSource: "selectCustomer",
      },
      { type: "string", clean: integer("Customer ID", { minimum: 1 }) },
    ),
    customer_email: input(
      {
        label: "Customer Email",
        comments: `An email address of the customer, the main one or any other. It is not looked at when Customer ID is set.${email}`,
        example: "john@example.com",
      },
      { type: "string", clean: emailAddress("Customer Email") },
    ),
  };
}

/** The inputs that were set, by their labels. @throws InputError when none was */
export function soughtBy({ customer_id, customer_email }: NamedCustomer): Record<string, unknown> {
  const sought = { "Customer ID": customer_id, "Customer Email": customer_email };
  requireOneOf(sought);
  return customer_id === undefined ? sought : { "Customer ID": customer_id };
}

/** @returns undefined when there is no such customer. @throws InputError when nothing is set */
export async function findNamedCustomer(
  client: GorgiasClient,
  named: NamedCustomer,
): Promise<Schemas["Customer"] | undefined> {
  soughtBy(named);
  const { customer_id, customer_email: email } = named;
  return customer_id === undefined
    ? (await lookUpCustomer(client, { email }))?.customer
    : readIfThere(client.request("GET /customers/{id}", { id: customer_id }));
}

/** @throws InputError when there is no such customer, or nothing is set */
export async function requireNamedCustomer(
  client: GorgiasClient,
  named: NamedCustomer,
): Promise<Schemas["Customer"]> {
  const customer = await findNamedCustomer(client, named);
  if (!customer) {
    throw customerNotFound(soughtBy(named));
  }
  return customer;
}
