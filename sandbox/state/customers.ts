import type { Schemas } from "../contract/types";
import { notFound, taken } from "../errors";
import type { Actor } from "./actor";
import { renderFieldEntries } from "./customFieldValues";
import { recordEvent } from "./events";
import { splitName } from "./names";
import type { ChannelRecord, CustomerRecord } from "./records/customers";
import type { State } from "./state";

export function customerByEmail(state: State, email: string): CustomerRecord | undefined {
  return state.customers.grouped("email", email.toLowerCase())[0];
}

/** @throws ApiError 404 */
export function requireCustomer(state: State, id: number): CustomerRecord {
  const customer = state.customers.get(id);
  if (!customer) {
    throw notFound("Customer", id);
  }
  return customer;
}

/** @throws ApiError 409 when the email or external id belongs to another customer */
export function createCustomer(
  state: State,
  actor: Actor,
  input: Schemas["CustomerCreate"],
): CustomerRecord {
  const email = input.email ?? firstEmail(input.channels);
  refuseTaken(state, [], { email, external_id: input.external_id ?? null });
  const id = state.customers.nextId();
  const now = state.timeline.next();
  const customer: CustomerRecord = {
    id,
    external_id: input.external_id ?? null,
    email,
    name: input.name ?? null,
    language: input.language ?? null,
    timezone: input.timezone ?? null,
    note: null,
    channels: newChannels(state, withEmail(input.channels, email), now),
    created_datetime: now,
    updated_datetime: now,
    data: null,
    data_version: null,
    field_values: new Map(),
  };
  state.customers.set(id, customer);
  recordEvent(state, actor, { type: "customer-created", object_type: "Customer", object_id: id });
  return customer;
}

/** @throws ApiError 409 when the email or external id belongs to another customer */
export function updateCustomer(
  state: State,
  actor: Actor,
  customer: CustomerRecord,
  { channels, ...input }: Schemas["CustomerUpdate"],
): CustomerRecord {
  refuseTaken(state, [customer.id], input);
  const now = state.timeline.next();
  return changeCustomer(state, actor, customer, {
    ...input,
    ...(channels && { channels: newChannels(state, channels, now) }),
  });
}

/** Stores changes, moves the updated time and writes the event. */
export function changeCustomer(
  state: State,
  actor: Actor,
  customer: CustomerRecord,
  changes: Partial<CustomerRecord>,
): CustomerRecord {
  const changed = { ...customer, ...changes, updated_datetime: state.timeline.next() };
  state.customers.set(customer.id, changed);
  recordEvent(state, actor, {
    type: "customer-updated",
    object_type: "Customer",
    object_id: customer.id,
  });
  return changed;
}

/** Their tickets stay, without a customer. @throws ApiError 404 before anything is changed */
export function deleteCustomers(state: State, actor: Actor, ids: readonly number[]): void {
  for (const id of ids) {
    requireCustomer(state, id);
  }
  for (const id of new Set(ids)) {
    state.customers.delete(id);
    recordEvent(state, actor, {
      type: "customer-deleted",
      object_type: "Customer",
      object_id: id,
    });
  }
}

/** The customer in a list: no channels, no integrations. */
export function renderListedCustomer(customer: CustomerRecord): Schemas["CustomerListItem"] {
  const { channels, field_values, data_version, app_data, integrations, ...shown } = customer;
  const [firstname, lastname] = splitName(customer.name);
  // The contract names no keys for some objects, so the generated types allow none.
  const custom_fields = renderFieldEntries(field_values) as object as Record<string, never>;
  return {
    ...shown,
    firstname,
    lastname,
    active: true,
    meta: { name_set_via: "agent" },
    custom_fields,
  };
}

/** The customer as a write answers it. */
export function renderCustomer(customer: CustomerRecord): Schemas["Customer"] {
  return {
    ...renderListedCustomer(customer),
    channels: renderChannels(customer),
    customer: null,
    integrations: { ...customer.integrations } as object as Record<string, never>,
  };
}

/** The customer read by id, with what apps and stores know (recorded: a write does not show it). */
export function renderWholeCustomer(customer: CustomerRecord): Schemas["Customer"] {
  return { ...renderCustomer(customer), ...renderForeignData(customer) };
}

export function renderForeignData({ app_data }: CustomerRecord) {
  return { external_data: { ...app_data } as object as Record<string, never>, ecommerce_data: {} };
}

export function renderChannels(customer: CustomerRecord): Schemas["CustomerChannel"][] {
  const owner = { id: customer.id, name: customer.name };
  return customer.channels.map((channel) => ({ ...channel, user: owner, customer: owner }));
}

function firstEmail(channels: readonly Schemas["CustomerChannelInput"][]): string | null {
  const emails = channels.filter((channel) => channel.type === "email");
  return (emails.find((channel) => channel.preferred) ?? emails[0])?.address ?? null;
}

/** The channels with one for the email address, which Gorgias shows among them. */
function withEmail(
  channels: readonly Schemas["CustomerChannelInput"][],
  email: string | null,
): readonly Schemas["CustomerChannelInput"][] {
  const known = channels.some(
    ({ type, address }) => type === "email" && address.toLowerCase() === email?.toLowerCase(),
  );
  return email === null || known
    ? channels
    : [{ type: "email", address: email, preferred: true }, ...channels];
}

export function newChannels(
  state: State,
  channels: readonly Schemas["CustomerChannelInput"][],
  now: string,
): ChannelRecord[] {
  return channels.map(({ type, address, preferred = false }) => ({
    id: nextChannelId(state),
    type,
    address,
    preferred,
    created_datetime: now,
    updated_datetime: now,
    deleted_datetime: null,
  }));
}

function nextChannelId(state: State): number {
  state.channels += 1;
  return state.channels;
}

/** @throws ApiError 409 when the email or external id belongs to a customer not among `ownIds` */
export function refuseTaken(
  state: State,
  ownIds: readonly number[],
  { email, external_id }: Pick<Schemas["CustomerUpdate"], "email" | "external_id">,
): void {
  const byEmail = email ? customerByEmail(state, email) : undefined;
  if (byEmail && !ownIds.includes(byEmail.id)) {
    throw taken("email");
  }
  const byExternalId = external_id
    ? state.customers.grouped("external_id", external_id)[0]
    : undefined;
  if (byExternalId && !ownIds.includes(byExternalId.id)) {
    throw taken("external_id");
  }
}
