/** Users and customers as tickets and messages name them. */
import type { Schemas } from "../contract/types";
import { invalid } from "../errors";
import { API_USER_ID } from "../seed/ids";
import type { Actor } from "./actor";
import { createCustomer, customerByEmail } from "./customers";
import { splitName } from "./names";
import type { CustomerRecord } from "./records/customers";
import type { PersonRef } from "./records/people";
import type { UserRecord } from "./records/users";
import type { State } from "./state";

/** Any of the ways in which a request names a user or customer. */
export type PersonInput = Partial<Schemas["PersonInput"]>;

export function renderPerson(state: State, person: PersonRef | null): Schemas["Person"] | null {
  const record = person && findPerson(state, person);
  if (!record) {
    return null;
  }
  const [firstname, lastname] = splitName(record.name ?? null);
  return { id: record.id, email: record.email, name: record.name, firstname, lastname, meta: null };
}

function findPerson(
  state: State,
  { kind, id }: PersonRef,
): UserRecord | CustomerRecord | undefined {
  if (kind === "user") {
    return state.users.get(id);
  }
  const into = state.merged.customers.get(id);
  return into ? findPerson(state, { kind, id: into }) : state.customers.get(id);
}

/**
 * The user that a request names by id or email; id 0 is the authenticated user.
 * @throws ApiError 400 at `field` when there is none
 */
export function requireUser(
  state: State,
  { id, email }: Pick<PersonInput, "id" | "email">,
  field: string,
): UserRecord {
  const byEmail = email ? state.users.grouped("email", email.toLowerCase())[0] : undefined;
  const user = typeof id === "number" ? state.users.get(id || API_USER_ID) : byEmail;
  if (!user) {
    throw invalid(field, "No such user.");
  }
  return user;
}

/** The bot, which stands in where a message names nobody. */
export function botUser(state: State): PersonRef {
  const bot = [...state.users.values()].find((user) => user.role.name === "bot");
  if (!bot) {
    throw new Error("The state has no bot user.");
  }
  return { kind: "user", id: bot.id };
}

/**
 * Checks that a request names a customer that exists or can be created, without creating it.
 * @throws ApiError 400 at `field`
 */
export function checkCustomer(
  state: State,
  input: Pick<PersonInput, "id" | "email" | "name" | "external_id">,
  field: string,
): void {
  if (findCustomer(state, input)) {
    return;
  }
  if (typeof input.id === "number") {
    throw invalid(`${field}.id`, "No such customer.");
  }
  if (input.email && state.users.grouped("email", input.email.toLowerCase()).length > 0) {
    throw invalid(`${field}.email`, "Belongs to a user, not to a customer.");
  }
  if (!input.email && !input.name) {
    throw invalid(field, "Name the customer by id or by email.");
  }
}

/** The customer that a request names; an unknown email or name creates one. */
export function findOrCreateCustomer(
  state: State,
  actor: Actor,
  input: Pick<PersonInput, "id" | "email" | "name" | "external_id">,
): CustomerRecord {
  const { email = null, name = null, external_id = null } = input;
  return (
    findCustomer(state, input) ??
    createCustomer(state, actor, {
      email,
      name,
      external_id,
      channels: email ? [{ type: "email", address: email, preferred: true }] : [],
    })
  );
}

function findCustomer(
  state: State,
  { id, email, external_id }: Pick<PersonInput, "id" | "email" | "external_id">,
): CustomerRecord | undefined {
  if (typeof id === "number") {
    return state.customers.get(id);
  }
  const byEmail = email ? customerByEmail(state, email) : undefined;
  const byExternalId = external_id
    ? state.customers.grouped("external_id", external_id)[0]
    : undefined;
  return byEmail ?? byExternalId;
}
