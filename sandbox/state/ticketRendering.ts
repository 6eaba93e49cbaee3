/** Tickets as the API shows them: in a list, and whole. */
import type { Schemas } from "../contract/types";
import { renderChannels, renderForeignData } from "./customers";
import { renderFieldEntries } from "./customFieldValues";
import { integrationAddress, renderTicketMessage } from "./messages";
import { renderPerson } from "./people";
import type { MessageRecord } from "./records/messages";
import type { TicketRecord } from "./records/tickets";
import { surveyOfTicket } from "./satisfactionSurveys";
import type { State } from "./state";
import { renderTicketTags } from "./tags";
import { customerOfTicket } from "./tickets";

const EXCERPT_LENGTH = 200;

/** The ticket in a list: counts its messages, does not hold them. */
export function renderListedTicket(state: State, ticket: TicketRecord): Schemas["TicketCompact"] {
  const messages = state.messages.grouped("ticket_id", ticket.id);
  return {
    ...renderShared(state, ticket),
    custom_fields: renderFieldEntries(ticket.field_values),
    customer: renderCustomerOf(state, ticket),
    excerpt: messages.at(-1)?.body_text?.slice(0, EXCERPT_LENGTH) ?? null,
    integrations: integrationsOf(state, ticket),
    messages_count: messages.length,
    last_sent_message_not_delivered: messages.some((message) => Boolean(message.failed_datetime)),
  };
}

/** The ticket read by id: its customer with what apps and stores know, which a write leaves out. */
export function renderTicket(state: State, ticket: TicketRecord): Schemas["Ticket"] {
  const written = renderWrittenTicket(state, ticket);
  const record = customerOfTicket(state, ticket);
  const customer =
    written.customer && record
      ? { ...written.customer, ...renderForeignData(record) }
      : written.customer;
  return { ...written, customer, requester: customer };
}

/** The ticket as a write answers it. Without values of custom fields it has no key for them. */
export function renderWrittenTicket(state: State, ticket: TicketRecord): Schemas["Ticket"] {
  const customer = renderWholeCustomer(state, ticket);
  return {
    ...renderShared(state, ticket),
    ...(ticket.field_values.size > 0 && {
      custom_fields: renderFieldEntries(ticket.field_values),
    }),
    assignee_user_id: ticket.assignee_user_id,
    assignee_team_id: ticket.assignee_team_id,
    customer,
    requester: customer,
    events: [],
    imported: ticket.imported,
    processed_datetime: ticket.created_datetime,
    messages: messagesOf(state, ticket).map((message) => renderTicketMessage(state, message)),
    satisfaction_survey: surveyOfTicket(state, ticket.id) ?? null,
    reply_options: replyOptions(state, ticket),
  };
}

/** The ticket as its creation answers it: only then do its messages tell of macros (recorded). */
export function renderNewTicket(state: State, ticket: TicketRecord): Schemas["Ticket"] {
  const written = renderWrittenTicket(state, ticket);
  const messages = written.messages?.map((message) => ({ ...message, macros: [] }));
  return { ...written, messages };
}

/** Messages of a ticket, oldest first. */
export function messagesOf(state: State, ticket: TicketRecord): MessageRecord[] {
  return state.messages
    .grouped("ticket_id", ticket.id)
    .sort((a, b) => (a.created_datetime < b.created_datetime ? -1 : 1));
}

function renderShared(state: State, ticket: TicketRecord) {
  const {
    tag_ids,
    field_values,
    customer_id,
    assignee_user_id,
    assignee_team_id,
    imported,
    ...shown
  } = ticket;
  const team = assignee_team_id === null ? undefined : state.teams.get(assignee_team_id);
  const user = assignee_user_id === null ? undefined : state.users.get(assignee_user_id);
  const person = renderPerson(state, user ? { kind: "user", id: user.id } : null);
  return {
    ...shown,
    uri: `/api/tickets/${ticket.id}/`,
    assignee_user: person && { ...person, bio: user?.bio ?? null },
    assignee_team: team ? { id: team.id, name: team.name, decoration: team.decoration } : null,
    summary: null,
    tags: renderTicketTags(state, tag_ids),
  };
}

function renderCustomerOf(state: State, { customer_id }: TicketRecord) {
  return renderPerson(state, customer_id === null ? null : { kind: "customer", id: customer_id });
}

function renderWholeCustomer(state: State, ticket: TicketRecord): Schemas["TicketCustomer"] | null {
  const customer = customerOfTicket(state, ticket);
  const person = renderCustomerOf(state, ticket);
  return customer && person
    ? {
        ...person,
        channels: renderChannels(customer),
        data: customer.data,
        customer: null,
        integrations: { ...customer.integrations } as object as Record<string, never>,
        external_id: customer.external_id,
        note: customer.note,
      }
    : null;
}

function integrationsOf(state: State, { channel }: TicketRecord) {
  return [...state.integrations.values()]
    .filter((integration) => integration.type === channel)
    .map((integration) => ({
      name: integration.name ?? null,
      address: integrationAddress(integration),
      type: integration.type,
    }));
}

/** By channel: email through the account's integrations, and a note always. */
function replyOptions(
  state: State,
  ticket: TicketRecord,
): NonNullable<Schemas["Ticket"]["reply_options"]> {
  const reachable = Boolean(customerOfTicket(state, ticket)?.email);
  const integrations = [...state.integrations.values()]
    .filter((integration) => integration.type === "email")
    .map((integration) => ({
      id: integration.id,
      name: integration.name ?? null,
      address: integrationAddress(integration),
    }));
  return {
    email: {
      answerable: reachable,
      reason: reachable ? null : "The customer has no email address.",
      integrations,
    },
    "internal-note": { answerable: true, reason: null },
  };
}
