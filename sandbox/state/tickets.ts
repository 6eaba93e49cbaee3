/** Tickets: what is stored, and every way in which they change. */
import type { Schemas } from "../contract/types";
import { invalid, notFound } from "../errors";
import type { Actor } from "./actor";
import { requireCustomer } from "./customers";
import { replaceFieldValues } from "./customFieldValues";
import { recordEvent } from "./events";
import { addMessage, checkNewMessage, isToBeSent, type MessageInput } from "./messages";
import { checkCustomer, findOrCreateCustomer, requireUser } from "./people";
import type { MessageRecord } from "./records/messages";
import type { PersonRef } from "./records/people";
import { BLANK_TICKET, type TicketRecord } from "./records/tickets";
import { scheduleSnooze } from "./snoozeSchedule";
import type { State } from "./state";
import { findOrCreateTag } from "./tags";
import { recordFirstState, recordTicketChanges } from "./ticketEvents";
import { readTimestamp } from "./timestamps";

/** @throws ApiError 404 */
export function requireTicket(state: State, id: number): TicketRecord {
  const ticket = state.tickets.get(id);
  if (!ticket) {
    throw notFound("Ticket", id);
  }
  return ticket;
}

type TicketInput = Schemas["TicketUpdate"];

/** @throws ApiError 400 before anything is changed */
export function createTicket(
  state: State,
  actor: Actor,
  { messages, created_datetime, split_from, imported, ...input }: Schemas["TicketCreate"],
): TicketRecord {
  checkTicket(state, input);
  const created = readTimestamp(created_datetime, "created_datetime");
  if (typeof split_from === "number" && !state.tickets.has(split_from)) {
    throw invalid("split_from", "No such ticket.");
  }
  for (const [index, message] of messages.entries()) {
    const sending = messages.slice(0, index).filter(isToBeSent).length;
    checkNewMessage(state, message, `messages.${index}.`, sending);
  }
  const first = messages[0] as MessageInput;
  const now = state.timeline.next();
  const blank: TicketRecord = {
    ...BLANK_TICKET,
    id: state.tickets.nextId(),
    channel: first.channel,
    via: first.via ?? "api",
    from_agent: first.from_agent,
    subject: first.subject ?? null,
    imported: imported ?? false,
    created_datetime: created ?? now,
    updated_datetime: now,
  };
  const ticket = { ...blank, ...ticketChanges(state, actor, blank, input) };
  state.tickets.set(ticket.id, ticket);
  recordEvent(state, actor, ticketEvent("ticket-created", ticket.id));
  const stored = messages.map((message) => addMessage(state, actor, ticket.id, message));
  const complete = {
    ...stored.reduce(withMessage, ticket),
    status: ticket.status,
    closed_datetime: ticket.closed_datetime,
    customer_id: ticket.customer_id ?? customerOf(stored[0]),
    // Times that the request gives stand against what the messages say.
    ...givenTimes(input),
  };
  state.tickets.set(ticket.id, complete);
  scheduleSnooze(state, blank, complete);
  recordFirstState(state, actor, blank, complete);
  return complete;
}

/** @throws ApiError 400 before anything is changed */
export function updateTicket(
  state: State,
  actor: Actor,
  ticket: TicketRecord,
  input: TicketInput,
): TicketRecord {
  checkTicket(state, input);
  const changes = ticketChanges(state, actor, ticket, input);
  return changeTicket(state, actor, ticket, { ...changes, ...givenTimes(input) });
}

/** Stores changes, moves the updated time unless they set it, and writes the events. */
export function changeTicket(
  state: State,
  actor: Actor,
  ticket: TicketRecord,
  changes: Partial<TicketRecord>,
): TicketRecord {
  const changed = { ...ticket, updated_datetime: state.timeline.next(), ...changes };
  state.tickets.set(ticket.id, changed);
  scheduleSnooze(state, ticket, changed);
  recordTicketChanges(state, actor, ticket, changed);
  recordEvent(state, actor, ticketEvent("ticket-updated", ticket.id));
  return changed;
}

/** Adds a message to an existing ticket. @throws ApiError 400 before anything is changed */
export function addTicketMessage(
  state: State,
  actor: Actor,
  ticket: TicketRecord,
  input: MessageInput,
): MessageRecord {
  checkNewMessage(state, input, "");
  const message = addMessage(state, actor, ticket.id, input);
  changeTicket(state, actor, ticket, {
    ...withMessage(ticket, message),
    updated_datetime: state.timeline.next(),
  });
  return message;
}

export function deleteTicket(state: State, actor: Actor, ticket: TicketRecord): void {
  for (const message of state.messages.grouped("ticket_id", ticket.id)) {
    state.messages.delete(message.id);
  }
  state.tickets.delete(ticket.id);
  recordEvent(state, actor, ticketEvent("ticket-deleted", ticket.id));
}

/** Moves the messages and tags of one ticket to another; requests to the first then answer 301. */
export function mergeTickets(
  state: State,
  actor: Actor,
  from: TicketRecord,
  into: TicketRecord,
): TicketRecord {
  for (const message of state.messages.grouped("ticket_id", from.id)) {
    state.messages.set(message.id, { ...message, ticket_id: into.id });
  }
  state.tickets.delete(from.id);
  state.merged.tickets.set(from.id, into.id);
  recordEvent(state, actor, {
    ...ticketEvent("ticket-merged", into.id),
    data: { merged_ticket_id: from.id },
  });
  return changeTicket(state, actor, into, {
    tag_ids: [...new Set([...into.tag_ids, ...from.tag_ids])],
    last_message_datetime: latest(into.last_message_datetime, from.last_message_datetime),
    last_received_message_datetime: latest(
      into.last_received_message_datetime,
      from.last_received_message_datetime,
    ),
  });
}

function ticketEvent(type: string, id: number) {
  return { type, object_type: "Ticket", object_id: id };
}

/** Whom and what a request names must exist. */
function checkTicket(state: State, input: TicketInput): void {
  if (isNumber(input.assignee_user?.id)) {
    requireUser(state, { id: input.assignee_user.id }, "assignee_user.id");
  }
  if (isNumber(input.assignee_team?.id) && !state.teams.has(input.assignee_team.id)) {
    throw invalid("assignee_team.id", "No such team.");
  }
  if (namesSomebody(input.customer)) {
    checkCustomer(state, named(input.customer), "customer");
  }
  replaceFieldValues(state, "Ticket", new Map(), fieldItems(input), "custom_fields");
  givenTimes(input);
}

/** The fields of the record that a request changes; what it leaves out stays as it is. */
function ticketChanges(
  state: State,
  actor: Actor,
  before: TicketRecord,
  input: TicketInput,
): Partial<TicketRecord> {
  return {
    ...plainChanges(input),
    ...("customer" in input && { customer_id: customerIdOf(state, actor, input.customer) }),
    ...("assignee_user" in input && { assignee_user_id: assigneeOf(state, input.assignee_user) }),
    ...("assignee_team" in input && { assignee_team_id: input.assignee_team?.id ?? null }),
    ...("tags" in input && {
      tag_ids: [...new Set((input.tags ?? []).map((tag) => findOrCreateTag(state, actor, tag).id))],
    }),
    ...("custom_fields" in input && {
      field_values: replaceFieldValues(
        state,
        "Ticket",
        new Map(),
        fieldItems(input),
        "custom_fields",
      ),
    }),
    ...statusChanges(state, before, input),
  };
}

/** Fields that are stored as they come; a null that the record cannot hold leaves its default. */
function plainChanges(input: TicketInput): Partial<TicketRecord> {
  const { channel, via, external_id, from_agent, language, meta, priority, subject } = input;
  const given = { channel, via, external_id, from_agent, language, meta, priority, subject };
  const defined = Object.entries(given).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(defined),
    ...(input.is_unread !== undefined && { is_unread: input.is_unread }),
    ...(input.spam !== undefined && { spam: input.spam ?? false }),
  };
}

function statusChanges(
  state: State,
  before: TicketRecord,
  { status }: TicketInput,
): Partial<TicketRecord> {
  if (status === undefined) {
    return {};
  }
  const closed = before.closed_datetime ?? state.timeline.next();
  return { status, closed_datetime: status === "closed" ? closed : null };
}

const GIVEN_TIMES = [
  "updated_datetime",
  "opened_datetime",
  "last_received_message_datetime",
  "last_message_datetime",
  "closed_datetime",
  "snooze_datetime",
  "trashed_datetime",
] as const;

/** The times that a request sets or clears itself. The updated time cannot be cleared. */
function givenTimes(input: TicketInput): Partial<TicketRecord> {
  const given = GIVEN_TIMES.filter((name) => input[name] !== undefined).filter(
    (name) => name !== "updated_datetime" || input[name] !== null,
  );
  return Object.fromEntries(given.map((name) => [name, readTimestamp(input[name], name)]));
}

function fieldItems(input: TicketInput) {
  return input.custom_fields ?? [];
}

function assigneeOf(state: State, assignee: TicketInput["assignee_user"]): number | null {
  return isNumber(assignee?.id)
    ? requireUser(state, { id: assignee.id }, "assignee_user.id").id
    : null;
}

function customerIdOf(
  state: State,
  actor: Actor,
  customer: TicketInput["customer"],
): number | null {
  return namesSomebody(customer) ? findOrCreateCustomer(state, actor, named(customer)).id : null;
}

type CustomerInput = NonNullable<TicketInput["customer"]>;

function namesSomebody(customer: TicketInput["customer"]): customer is CustomerInput {
  return Boolean(customer && (isNumber(customer.id) || customer.email || customer.name));
}

function named({ id, ...rest }: CustomerInput) {
  return isNumber(id) ? { id, ...rest } : rest;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

/** The customer of a ticket that names none: the one who wrote or got its first message. */
function customerOf(message: MessageRecord | undefined): number | null {
  const people: (PersonRef | null | undefined)[] = [message?.sender, message?.receiver];
  return people.find((person) => person?.kind === "customer")?.id ?? null;
}

/** What a message does to its ticket. One from the customer marks it unread and reopens it. */
function withMessage(ticket: TicketRecord, message: MessageRecord): TicketRecord {
  const time = message.created_datetime;
  const sent = { ...ticket, last_message_datetime: latest(ticket.last_message_datetime, time) };
  return message.from_agent
    ? sent
    : {
        ...sent,
        last_received_message_datetime: latest(ticket.last_received_message_datetime, time),
        is_unread: true,
        status: "open",
        closed_datetime: null,
      };
}

export function latest(a: string | null, b: string | null): string | null {
  return a !== null && (b === null || a > b) ? a : b;
}

/** The customer's record behind a ticket, if it still exists. */
export function customerOfTicket(state: State, ticket: TicketRecord) {
  return ticket.customer_id !== null && state.customers.has(ticket.customer_id)
    ? requireCustomer(state, ticket.customer_id)
    : undefined;
}
