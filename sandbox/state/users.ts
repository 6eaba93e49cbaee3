import type { Schemas } from "../contract/types";
import { ApiError, invalid, taken } from "../errors";
import { API_USER_ID } from "../seed/ids";
import type { Actor } from "./actor";
import { recordEvent } from "./events";
import { splitName } from "./names";
import type { UserRecord } from "./records/users";
import { requireRecord } from "./requireRecord";
import type { State } from "./state";

/** Unlike others, users show a whole URL. */
export function userUri(id: number): string {
  return `https://sandbox.gorgias.com/api/users/${id}/`;
}

/** @param id 0 is the authenticated user @throws ApiError 404 */
export function requireUserById(state: State, id: number): UserRecord {
  return requireRecord(state.users, "User", id || API_USER_ID);
}

/** @throws ApiError 409 when another user has the email */
export function createUser(state: State, actor: Actor, input: Schemas["UserCreate"]): UserRecord {
  refuseTaken(state, input.email, undefined);
  const id = state.users.nextId();
  const now = state.timeline.next();
  const user: UserRecord = {
    bio: null,
    country: null,
    external_id: null,
    language: null,
    meta: { sso: null, profile_picture_url: null },
    timezone: "UTC",
    ...input,
    ...namesOf(input.name),
    id,
    active: true,
    created_datetime: now,
    updated_datetime: now,
    deactivated_datetime: null,
    has_password: false,
    has_2fa_enabled: false,
    client_id: null,
    uri: userUri(id),
  };
  state.users.set(id, user);
  recordEvent(state, actor, userEvent("user-created", id));
  recordEvent(state, actor, userEvent("user-invited", id));
  return user;
}

/** @throws ApiError 400 for an incomplete change of password, 409 for an email that is taken */
export function updateUser(
  state: State,
  actor: Actor,
  user: UserRecord,
  input: Schemas["UserUpdate"],
): UserRecord {
  const { new_password, old_password, password_confirmation, two_fa_code, ...changes } = input;
  refuseTaken(state, input.email, user.id);
  if (new_password !== undefined && old_password === undefined) {
    throw invalid("old_password", "Needed to set a new one.");
  }
  if (new_password !== password_confirmation) {
    throw invalid("password_confirmation", "Differs from the new password.");
  }
  const changed: UserRecord = {
    ...user,
    ...changes,
    ...(changes.name !== undefined && namesOf(changes.name)),
    ...(new_password !== undefined && { has_password: true }),
    updated_datetime: state.timeline.next(),
  };
  state.users.set(user.id, changed);
  if (new_password !== undefined) {
    recordEvent(state, actor, userEvent("user-password-changed", user.id));
  }
  recordEvent(state, actor, userEvent("user-updated", user.id));
  return changed;
}

/** The user's tickets stay, assigned to nobody. @throws ApiError 403 for the owner and the bot */
export function deleteUser(state: State, actor: Actor, { id, role }: UserRecord): void {
  if (id === API_USER_ID || role.name === "bot") {
    throw new ApiError(403, "The account's owner and its bot cannot be deleted.");
  }
  const assigned = [...state.tickets.values()].filter((ticket) => ticket.assignee_user_id === id);
  for (const ticket of assigned) {
    state.tickets.set(ticket.id, { ...ticket, assignee_user_id: null });
  }
  state.users.delete(id);
  recordEvent(state, actor, userEvent("user-deleted", id));
}

function refuseTaken(state: State, email: string | undefined, ownId: number | undefined): void {
  const other = email && state.users.grouped("email", email.toLowerCase())[0];
  if (other && other.id !== ownId) {
    throw taken("email");
  }
}

function namesOf(name: string): Pick<UserRecord, "firstname" | "lastname"> {
  const [firstname, lastname] = splitName(name);
  return { firstname, lastname };
}

function userEvent(type: string, id: number) {
  return { type, object_type: "User", object_id: id };
}
