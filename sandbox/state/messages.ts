/** Messages: who may send them, how they are stored, when they go out. */
import type { Schemas } from "../contract/types";
import { invalid } from "../errors";
import { type Actor, newActor } from "./actor";
import { recordEvent } from "./events";
import { botUser, checkCustomer, findOrCreateCustomer, renderPerson, requireUser } from "./people";
import type { MessageRecord } from "./records/messages";
import type { PersonRef } from "./records/people";
import type { State } from "./state";
import { readTimestamp } from "./timestamps";

export type MessageInput = Schemas["MessageCreate"];

/** What a new message and the update of one have in common, as far as it is checked. */
type CheckedInput = Pick<
  MessageInput,
  "channel" | "from_agent" | "sender" | "receiver" | "integration_id" | "mention_ids"
> &
  Partial<Record<(typeof TIMES)[number], string | null>>;

/**
 * Enforces the rules of `x-rules` that a schema cannot state, without changing anything.
 * @throws ApiError 400 at `field` or below it
 */
export function checkMessage(state: State, input: CheckedInput, field: string): void {
  checkSender(state, input, `${field}sender`);
  checkReceiver(state, input, `${field}receiver`);
  checkReferences(state, input, field);
  for (const name of TIMES) {
    readTimestamp(input[name], `${field}${name}`);
  }
}

const TIMES = [
  "created_datetime",
  "sent_datetime",
  "failed_datetime",
  "opened_datetime",
  "deleted_datetime",
] as const;

function checkSender(state: State, { sender, from_agent }: CheckedInput, field: string): void {
  if (!sender) {
    return;
  }
  if (from_agent) {
    requireUser(state, sender, field);
  } else {
    checkCustomer(state, sender, field);
  }
}

function checkReceiver(state: State, { receiver, from_agent }: CheckedInput, field: string): void {
  if (!receiver) {
    return;
  }
  if (!from_agent) {
    throw invalid(field, "A message from a customer has no receiver.");
  }
  checkCustomer(state, receiver, field);
}

function checkReferences(state: State, input: CheckedInput, field: string): void {
  const { integration_id, mention_ids } = input;
  if (typeof integration_id === "number" && !state.integrations.has(integration_id)) {
    throw invalid(`${field}integration_id`, "No such integration.");
  }
  if (mention_ids?.length && input.channel !== "internal-note") {
    throw invalid(`${field}mention_ids`, "Only an internal note mentions users.");
  }
  for (const [index, id] of (mention_ids ?? []).entries()) {
    requireUser(state, { id }, `${field}mention_ids.${index}`);
  }
}

/** Stores a message that `checkMessage` has passed, and puts it into the outbox if it is to be sent. */
export function addMessage(
  state: State,
  actor: Actor,
  ticketId: number,
  input: MessageInput,
): MessageRecord {
  const id = state.messages.nextId();
  const { sender, receiver, sent_datetime, created_datetime, ...content } = input;
  const created = readTimestamp(created_datetime, "created_datetime") ?? state.timeline.next();
  const message: MessageRecord = {
    ...content,
    id,
    ticket_id: ticketId,
    via: input.via ?? "api",
    subject: input.subject ?? null,
    ...bodiesOf(input),
    attachments: input.attachments?.length ? input.attachments : null,
    failed_datetime: readTimestamp(input.failed_datetime, "failed_datetime"),
    opened_datetime: readTimestamp(input.opened_datetime, "opened_datetime"),
    deleted_datetime: readTimestamp(input.deleted_datetime, "deleted_datetime"),
    mention_ids: input.mention_ids ?? [],
    sender: senderOf(state, actor, input),
    receiver: receiverOf(state, actor, input),
    created_datetime: created,
    sent_datetime:
      readTimestamp(sent_datetime, "sent_datetime") ?? (isOutgoing(input) ? null : created),
  };
  state.messages.set(id, message);
  recordEvent(state, actor, {
    type: "ticket-message-created",
    object_type: "TicketMessage",
    object_id: id,
    data: { ticket_id: ticketId },
  });
  if (message.sent_datetime === null && !message.failed_datetime) {
    putIntoOutbox(state, id);
  }
  return message;
}

export function putIntoOutbox(state: State, messageId: number): void {
  state.outbox.push({ messageId, dueMs: state.timeline.clock.now() + state.sendDelayMs });
}

/** Whether Gorgias has to carry the message to a customer. */
function isOutgoing({ from_agent, channel }: MessageInput): boolean {
  return from_agent && channel !== "internal-note";
}

type People = Pick<MessageInput, "channel" | "from_agent" | "sender" | "receiver">;

export function senderOf(
  state: State,
  actor: Actor,
  { sender, from_agent }: Omit<People, "channel">,
): PersonRef {
  if (!sender) {
    return botUser(state);
  }
  return from_agent
    ? { kind: "user", id: requireUser(state, sender, "sender").id }
    : { kind: "customer", id: findOrCreateCustomer(state, actor, sender).id };
}

export function receiverOf(state: State, actor: Actor, input: People): PersonRef | null {
  if (input.channel === "internal-note") {
    return null;
  }
  return input.receiver
    ? { kind: "customer", id: findOrCreateCustomer(state, actor, input.receiver).id }
    : botUser(state);
}

/** Text and HTML of a message; whichever is missing is made from the other. */
export function bodiesOf({
  body_text,
  body_html,
}: Pick<MessageInput, "body_text" | "body_html">): Pick<MessageRecord, "body_text" | "body_html"> {
  return {
    body_text: body_text ?? textOf(body_html),
    body_html: body_html ?? htmlOf(body_text),
  };
}

function textOf(html: string | null | undefined): string | null {
  return html?.replace(/<[^>]*>/g, "").trim() ?? null;
}

function htmlOf(text: string | null | undefined): string | null {
  const escaped = text?.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return escaped === undefined ? null : `<div>${escaped.replace(/\n/g, "<br>")}</div>`;
}

/**
 * Sends what is due. An email from an address that no email integration owns fails instead.
 * The server calls this before every request, so a later read sees what became of a message.
 */
export function sendDueMessages(state: State): void {
  const nowMs = state.timeline.clock.now();
  const due = state.outbox.filter(({ dueMs }) => dueMs <= nowMs);
  if (due.length === 0) {
    return;
  }
  state.outbox = state.outbox.filter(({ dueMs }) => dueMs > nowMs);
  const actor = newActor(state);
  for (const { messageId } of due) {
    const message = state.messages.get(messageId);
    if (message) {
      send(state, actor, message);
    }
  }
}

function send(state: State, actor: Actor, message: MessageRecord): void {
  const now = state.timeline.next();
  if (canSend(state, message)) {
    state.messages.set(message.id, { ...message, sent_datetime: now });
    return;
  }
  state.messages.set(message.id, {
    ...message,
    failed_datetime: now,
    last_sending_error: { error: `No integration owns ${message.source?.from?.address}.` },
  });
  recordEvent(state, actor, {
    type: "ticket-message-failed",
    object_type: "TicketMessage",
    object_id: message.id,
    data: { ticket_id: message.ticket_id },
  });
}

function canSend(state: State, { channel, source }: MessageRecord): boolean {
  const address = source?.from?.address?.toLowerCase();
  return channel !== "email" || address === undefined || emailAddresses(state).includes(address);
}

/** Addresses of the account's email integrations, in lower case. */
export function emailAddresses(state: State): string[] {
  return [...state.integrations.values()]
    .filter((integration) => integration.type === "email")
    .map((integration) => integrationAddress(integration).toLowerCase());
}

export function integrationAddress({ meta }: Readonly<Schemas["Integration"]>): string {
  return (meta as { address?: string } | null)?.address ?? "";
}

export function renderMessage(state: State, message: MessageRecord): Schemas["TicketMessage"] {
  const { mention_ids, sender, receiver, ...stored } = message;
  const html = message.body_html ?? htmlOf(message.body_text);
  return {
    message_id: null,
    external_id: null,
    public: message.channel !== "internal-note",
    integration_id: null,
    rule_id: null,
    stripped_text: message.body_text,
    stripped_html: html,
    stripped_signature: null,
    attachments: null,
    macros: null,
    actions: null,
    headers: null,
    imported: false,
    meta: null,
    failed_datetime: null,
    opened_datetime: null,
    deleted_datetime: null,
    last_sending_error: null,
    auth_customer_identity: null,
    intents: [],
    processed_datetime: null,
    is_retriable: false,
    replied_by: null,
    replied_to: null,
    ...stored,
    source: message.source ?? { type: message.channel },
    body_html: html,
    uri: `/api/tickets/${message.ticket_id}/messages/${message.id}/`,
    sender: renderPerson(state, sender),
    receiver: renderPerson(state, receiver),
  };
}
