/** What tasks that create a ticket have in common. */
import type { GorgiasClient } from "../../../client";
import type { RouteInputs } from "../../../contract/routes";
import type { Schemas } from "../../../contract/types";
import { path } from "../../../http/path";
import { keyValues, list, text } from "../../../inputs/clean";
import { fieldsOf, input } from "../../../inputs/input";
import { listRecords } from "../../../lists";
import { createOrFind } from "../customers/findOrCreate";
import {
  findNamedCustomer,
  type NamedCustomer,
  namedCustomerInputs,
  requireNamedCustomer,
} from "../customers/namedCustomer";
import type { NewTicket } from "../types";
import type { Correspondent } from "./emailSides";

/** A ticket, and whether this run created it. */
export interface OpenedTicket {
  ticket: Schemas["Ticket"];
  created: boolean;
}

export const FIELDS_LABEL = "Custom Fields";

const field = fieldsOf("POST /tickets");

export const newTicketInputs = {
  ...namedCustomerInputs(" When nobody has it, a customer is created."),
  customer_name: input(
    {
      label: "Customer Name",
      comments: "The full name of a customer that is created. One that is found keeps its own.",
      example: "John Smith",
    },
    { type: "string", clean: text("Customer Name") },
  ),
  subject: field("subject", {
    label: "Subject",
    comments: "The subject of the ticket.",
    example: "Where is my order?",
  }),
  tags: input(
    {
      label: "Tags",
      comments: "The names of tags of the ticket. One that the account has not yet is created.",
      example: "refund",
      dataSource: "selectTagName",
    },
    { type: "string", collection: "valuelist", clean: list("Tags", {}, text("Tags")) },
  ),
  custom_fields: input(
    {
      label: FIELDS_LABEL,
      comments:
        "Values of ticket fields. Each key is the label or ID of a field, each value what to set.",
      example: "Product:Shoe",
    },
    { type: "string", collection: "keyvaluelist", clean: keyValues(FIELDS_LABEL) },
  ),
};

/** The customer of a new ticket, as far as there is one. @throws InputError for an unknown ID */
export async function readCorrespondent(
  client: GorgiasClient,
  named: NamedCustomer & { customer_name?: string },
): Promise<Correspondent> {
  const { customer_id, customer_email: email, customer_name: name } = named;
  return customer_id === undefined
    ? { customer: await findNamedCustomer(client, named), email, name }
    : { customer: await requireNamedCustomer(client, named) };
}

/** The customer of a new ticket, who is created where nobody has the email address. */
export async function obtainCustomer(
  client: GorgiasClient,
  { customer, email, name }: Correspondent,
): Promise<Schemas["Customer"]> {
  return customer ?? (await createOrFind(client, { email }, { name })).customer;
}

/** The names of tags as a new ticket takes them. */
export function toTags(names: readonly string[] | undefined) {
  return names?.map((name) => ({ name: name.trim() }));
}

/**
 * The ticket that an earlier run created under the same External ID.
 *
 * @returns undefined when there is none.
 */
export async function ticketWithExternalId(
  client: GorgiasClient,
  external_id: string,
): Promise<Schemas["Ticket"] | undefined> {
  const { data } = await listRecords<Schemas["TicketCompact"]>(client, path`/tickets`, {
    external_id,
  });
  const known = data.find((ticket) => ticket.external_id === external_id);
  if (!known) {
    return undefined;
  }
  client.logger.info(`Ticket ${known.id} has this External ID already: nothing is written.`);
  return client.request("GET /tickets/{id}", { id: known.id });
}

/** Creates a ticket, by one request that is never sent twice. */
export async function createOnce(client: GorgiasClient, ticket: NewTicket): Promise<OpenedTicket> {
  const advice = ticket.external_id
    ? "run this again, it looks for the External ID first"
    : "look with List Customer Tickets before you run this again";
  // The generated type asks of messages for fields that have a default.
  const inputs = ticket as RouteInputs<"POST /tickets">;
  const created = await client.request("POST /tickets", inputs, {
    creates: { what: "ticket", advice },
  });
  return { ticket: created, created: true };
}
