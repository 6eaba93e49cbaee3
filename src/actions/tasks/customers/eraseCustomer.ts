import { gorgiasAction } from "../../../action";
import type { Schemas } from "../../../contract/types";
import { text } from "../../../inputs/clean";
import { input } from "../../../inputs/input";
import { refuse } from "../../../inputs/refusal";
import { eraseCustomerExample } from "../examples";
import { normalizeName } from "../names";
import { customerErased } from "../outputs";
import { pollOptions, waitingInputs } from "../waiting";
import { addressesOf } from "./customerQueries";
import { deleteTicketsOf } from "./deleteTicketsOf";
import { isSameEmail } from "./emails";
import { namedCustomerInputs, requireNamedCustomer } from "./namedCustomer";

const CONFIRMATION = "Confirmation";
const DEFAULT_TIMEOUT_S = 300;

export const eraseCustomer = gorgiasAction({
  outputSchema: customerErased,
  display: {
    label: "Erase Customer",
    description:
      "Delete a customer for good, with all of their tickets and messages: the tickets first and, when they are gone, the customer.",
  },
  reads: false,
  inputs: {
    ...namedCustomerInputs(),
    confirmation: input(
      {
        label: CONFIRMATION,
        comments:
          "An email address of the customer once more, so that nobody else is erased. For a customer without one: the ID, or the name to the letter.",
        example: "john@example.com",
        required: true,
      },
      { type: "string", clean: text(CONFIRMATION) },
    ),
    ...waitingInputs(
      "How long to wait for the tickets to be gone. When they are not by then, the customer is kept, and the task fails and can be run again.",
      DEFAULT_TIMEOUT_S,
    ),
  },
  perform: async (client, { confirmation, timeout_seconds, interval_seconds, ...named }) => {
    const customer = await requireNamedCustomer(client, named);
    checkConfirmation(customer, confirmation);
    const options = pollOptions({ timeout_seconds, interval_seconds }, DEFAULT_TIMEOUT_S);
    const deleted_tickets = await deleteTicketsOf(client, customer, options);
    await client.request("DELETE /customers/{id}", { id: customer.id });
    client.logger.info(`Customer ${customer.id} and ${deleted_tickets} tickets are erased.`);
    return { data: { customer_id: customer.id, deleted_tickets } };
  },
  examplePayload: eraseCustomerExample,
});

/** @throws InputError for a word that is not this customer's */
function checkConfirmation(customer: Schemas["Customer"], given: string): void {
  const emails = [customer.email, ...addressesOf(customer, ["email"])].filter(Boolean);
  const isRight =
    emails.length > 0
      ? emails.some((own) => isSameEmail(own, given))
      : given.trim() === String(customer.id) ||
        (customer.name && normalizeName(customer.name) === normalizeName(given));
  if (!isRight) {
    const wanted =
      emails.length > 0
        ? "must be an email address of the customer"
        : "must be the ID or the name of the customer, who has no email address";
    throw refuse(CONFIRMATION, `${wanted} (nothing was deleted)`, given);
  }
}
