/** Messages: who may send them, how they are stored, when they go out. */
import type { Schemas } from "../contract/types";
import { ApiError, forbidden, invalid } from "../errors";
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

/**
 * What holds for a new message only: an email says whom it is from, and one to a customer needs
 * what is left of the quota.
 * @param sending how many messages of the same request go out before this one
 * @throws ApiError 400, 403
 */
export function checkNewMessage(
  state: State,
  input: MessageInput,
  field: string,
  sending = 0,
): void {
  checkMessage(state, input, field);
  if (!input.from_agent && input.receiver) {
    throw invalid(`${field}receiver`, "A message from a customer has no receiver.");
  }
  if (input.channel === "email" && !input.source?.from?.address) {
    throw new ApiError(400, "From field is missing or empty");
  }
  if (isToBeSent(input) && sending >= state.messagingQuota) {
    throw forbidden("Messaging quota exceeded.");
  }
}

/** Whether Gorgias carries a new message to a customer: it does unless it is only imported. */
export function isToBeSent(input: MessageInput): boolean {
  return isOutgoing(input) && !input.sent_datetime && !input.failed_datetime;
}

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
  // Written back as it was read, a customer's message has the bot for its receiver (recorded).
  if (from_agent) {
    checkCustomer(state, receiver, field);
  }
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
    body_text: input.body_text ?? null,
    body_html: input.body_html ?? null,
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
  if (isToBeSent(input)) {
    state.messagingQuota -= 1;
    putIntoOutbox(state, id);
  }
  return message;
}

export function putIntoOutbox(state: State, messageId: number): void {
  state.outbox.push({ messageId, dueMs: state.timeline.clock.now() + state.sendDelayMs });
}

/** Whether Gorgias has to carry the message to a customer. */
export function isOutgoing({
  from_agent,
  channel,
}: Pick<MessageInput, "from_agent" | "channel">): boolean {
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
  if (!input.receiver) {
    return input.from_agent ? botUser(state) : null;
  }
  return { kind: "customer", id: findOrCreateCustomer(state, actor, input.receiver).id };
}

/**
 * Sends what is due, and lets bounce what is due to. An email from an address that no email
 * integration owns is never sent. The server calls this before every request, so a later read sees
 * what became of a message.
 */
export function sendDueMessages(state: State): void {
  for (const message of takeDue(state, "outbox")) {
    if (canSend(state, message)) {
      send(state, message);
    }
  }
  for (const message of takeDue(state, "bounces")) {
    bounce(state, newActor(state), message);
  }
}

function takeDue(state: State, name: "outbox" | "bounces"): MessageRecord[] {
  const nowMs = state.timeline.clock.now();
  const due = state[name].filter(({ dueMs }) => dueMs <= nowMs);
  if (due.length > 0) {
    state[name] = state[name].filter(({ dueMs }) => dueMs > nowMs);
  }
  return due.flatMap(({ messageId }) => state.messages.get(messageId) ?? []);
}

function send(state: State, message: MessageRecord): void {
  const at = state.timeline.next();
  state.messages.set(message.id, { ...message, sent_datetime: at });
  state.sentMessages.push({ messageId: message.id, ticketId: message.ticket_id, at });
  if (message.source?.to?.some(({ address }) => address?.endsWith(BOUNCING))) {
    const dueMs = Date.parse(at) + state.bounceDelayMs;
    state.bounces.push({ messageId: message.id, dueMs });
  }
}

/** Mail to addresses of this domain is sent, and comes back later. */
const BOUNCING = "@bounce.example";

/** As recorded: the time at which it was sent stays. */
function bounce(state: State, actor: Actor, message: MessageRecord): void {
  state.messages.set(message.id, {
    ...message,
    failed_datetime: state.timeline.next(),
    last_sending_error: { error: "Your message was rejected by recipient." },
    is_retriable: false,
  });
  recordEvent(state, actor, {
    type: "ticket-message-failed",
    object_type: "TicketMessage",
    object_id: message.id,
    data: { ticket_id: message.ticket_id },
  });
}

function canSend(state: State, { channel, source }: MessageRecord): boolean {
  const address = source?.from?.address?.toLowerCase() ?? "";
  return channel !== "email" || emailAddresses(state).includes(address);
}

/** Addresses of the account's email integrations, in lower case. */
function emailAddresses(state: State): string[] {
  return [...state.integrations.values()]
    .filter((integration) => integration.type === "email")
    .map((integration) => integrationAddress(integration).toLowerCase());
}

export function integrationAddress({ meta }: Readonly<Schemas["Integration"]>): string {
  return (meta as { address?: string } | null)?.address ?? "";
}

/** A message as its own resource shows it. */
export function renderMessage(state: State, message: MessageRecord): Schemas["TicketMessage"] {
  return {
    ...renderTicketMessage(state, message),
    headers: message.headers ?? null,
    macros: message.macros ?? [],
    deleted_datetime: message.deleted_datetime ?? null,
  };
}

/** A message inside a ticket, where some of its fields are left out. */
export function renderTicketMessage(
  state: State,
  message: MessageRecord,
): Schemas["TicketMessage"] {
  const { mention_ids, sender, receiver, headers, macros, deleted_datetime, ...stored } = message;
  return {
    message_id: null,
    external_id: null,
    public: message.channel !== "internal-note",
    integration_id: null,
    rule_id: null,
    stripped_text: null,
    stripped_html: null,
    stripped_signature: null,
    attachments: null,
    actions: null,
    imported: false,
    meta: null,
    failed_datetime: null,
    opened_datetime: null,
    last_sending_error: null,
    auth_customer_identity: null,
    intents: [],
    processed_datetime: message.created_datetime,
    is_retriable: true,
    ...stored,
    source: message.source ?? sourceOf(state, message),
    // Only what was not written through the API is without HTML of its own.
    body_html: message.body_html === undefined ? htmlOf(message.body_text) : message.body_html,
    uri: `/api/tickets/${message.ticket_id}/messages/${message.id}/`,
    sender: renderPerson(state, sender),
    receiver: renderPerson(state, receiver),
  };
}

/** The source of a message that names none: of an email, the addresses of both sides. */
function sourceOf(
  state: State,
  { channel, from_agent, sender, receiver }: MessageRecord,
): Schemas["MessageSource"] {
  if (channel !== "email") {
    return { type: channel };
  }
  const account = accountAddress(state);
  const customer = renderPerson(state, from_agent ? receiver : sender);
  const [ours, theirs] = [account ? [account] : [], customer ? [addressOf(customer)] : []];
  const [[from], to] = from_agent ? [ours, theirs] : [theirs, ours];
  return { type: channel, ...(from && { from }), to };
}

function accountAddress(state: State) {
  const integration = [...state.integrations.values()].find(({ type }) => type === "email");
  return (
    integration && { name: integration.name ?? null, address: integrationAddress(integration) }
  );
}

function addressOf({ name, email }: Schemas["Person"]) {
  return { name: name ?? null, address: email ?? null };
}

function htmlOf(text: string | null): string | null {
  const escaped = text?.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return escaped === undefined ? null : `<div>${escaped.replace(/\n/g, "<br>")}</div>`;
}
