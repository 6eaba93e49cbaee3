/** What happens to a message after it was created: updates, retries, deletion. */
import type { QueryOf, Schemas } from "../contract/types";
import type { Actor } from "./actor";
import { recordEvent } from "./events";
import { checkMessage, isOutgoing, putIntoOutbox, receiverOf, senderOf } from "./messages";
import type { MessageRecord } from "./records/messages";
import type { TicketRecord } from "./records/tickets";
import type { State } from "./state";
import { changeTicket, latest, requireTicket } from "./tickets";
import { readTimestamp } from "./timestamps";

type Action = QueryOf<"update-ticket-message">["action"];

/** @throws ApiError 400 before anything is changed */
export function updateMessage(
  state: State,
  actor: Actor,
  message: MessageRecord,
  input: Schemas["MessageUpdate"],
  action: Action,
): MessageRecord {
  checkMessage(state, input, "");
  const changed = {
    ...message,
    ...sendingAnew(message, input),
    ...changesOf(state, actor, input),
    ...retried(state, message, action),
  };
  state.messages.set(message.id, changed);
  if (changed.sent_datetime === null && !changed.failed_datetime) {
    putIntoOutbox(state, message.id);
  }
  recordEvent(state, actor, messageEvent("ticket-message-updated", message));
  if (action === "cancel") {
    deleteMessage(state, actor, changed);
  } else {
    changeTicket(state, actor, requireTicket(state, message.ticket_id), {});
  }
  return changed;
}

function changesOf(
  state: State,
  actor: Actor,
  input: Schemas["MessageUpdate"],
): Partial<MessageRecord> {
  const { sender, receiver, attachments, body_text, body_html, ...rest } = input;
  const { sent_datetime: sent, failed_datetime: failed, ...plain } = rest;
  return {
    ...plain,
    ...(body_text !== undefined && { body_text }),
    ...(body_html !== undefined && { body_html }),
    ...(attachments && { attachments: attachments.length > 0 ? attachments : null }),
    ...(sender && { sender: senderOf(state, actor, input) }),
    ...(receiver && { receiver: receiverOf(state, actor, input) }),
    ...(sent && { sent_datetime: readTimestamp(sent, "sent_datetime") }),
    ...(failed !== undefined && { failed_datetime: readTimestamp(failed, "failed_datetime") }),
  };
}

/**
 * What an update without a sent_datetime does: it sends a message to a customer, again if it was sent
 * (documented), and takes one that came in for sent when it was created (recorded).
 */
function sendingAnew(
  message: MessageRecord,
  { sent_datetime }: Schemas["MessageUpdate"],
): Partial<MessageRecord> {
  if (sent_datetime) {
    return {};
  }
  return { sent_datetime: isOutgoing(message) ? null : message.created_datetime };
}

/** What is left of the failure of a message: nothing, once it is tried again or forced through. */
function retried(
  state: State,
  { failed_datetime }: MessageRecord,
  action: Action,
): Partial<MessageRecord> {
  if (!failed_datetime || (action !== "retry" && action !== "force")) {
    return {};
  }
  const sent_datetime = action === "force" ? state.timeline.next() : null;
  return { failed_datetime: null, last_sending_error: null, sent_datetime };
}

/** Removes a message; its ticket then shows the times of those that are left. */
export function deleteMessage(state: State, actor: Actor, message: MessageRecord): void {
  state.messages.delete(message.id);
  recordEvent(state, actor, messageEvent("ticket-message-deleted", message));
  const ticket = requireTicket(state, message.ticket_id);
  changeTicket(state, actor, ticket, timesOf(state, ticket));
}

function timesOf(state: State, { id }: TicketRecord): Partial<TicketRecord> {
  const left = state.messages.grouped("ticket_id", id);
  const newest = (messages: readonly MessageRecord[]) =>
    messages.map((message) => message.created_datetime).reduce<string | null>(latest, null);
  return {
    last_message_datetime: newest(left),
    last_received_message_datetime: newest(left.filter((message) => !message.from_agent)),
  };
}

function messageEvent(type: string, { id, ticket_id }: MessageRecord) {
  return { type, object_type: "TicketMessage", object_id: id, data: { ticket_id } };
}
