import { SortedIndex } from "../collection";
import type { PathOf, QueryOf } from "../contract/types";
import { notFound } from "../errors";
import { readOrder } from "../lists";
import { deleteMessage, updateMessage } from "../state/messageChanges";
import { renderMessage } from "../state/messages";
import type { MessageRecord } from "../state/records/messages";
import type { State } from "../state/state";
import { messagesOf } from "../state/ticketRendering";
import { addTicketMessage, requireTicket } from "../state/tickets";
import type { Handlers } from "./handler";

export const messageHandlers: Handlers = {
  "list-messages": ({ state, query, pager }) => ({
    status: 200,
    body: pager.page(query, {
      records: candidates(state, query),
      render: (message) => renderMessage(state, message),
    }),
  }),

  "list-ticket-messages": ({ state, path, query, pager }) => {
    const messages = messagesOf(state, requireTicket(state, path.ticket_id));
    return {
      status: 200,
      body: pager.numbered(query, messages, (message) => renderMessage(state, message)),
    };
  },

  "create-ticket-message": ({ state, actor, path, body }) => {
    const message = addTicketMessage(state, actor, requireTicket(state, path.ticket_id), body);
    return { status: 201, body: renderMessage(state, message) };
  },

  "get-ticket-message": ({ state, path }) => ({
    status: 200,
    body: renderMessage(state, requireMessage(state, path)),
  }),

  "update-ticket-message": ({ state, actor, path, query, body }) => {
    const message = requireMessage(state, path);
    const changed = updateMessage(state, actor, message, body, query.action);
    return { status: 202, body: renderMessage(state, changed) };
  },

  "delete-ticket-message": ({ state, actor, path }) => {
    deleteMessage(state, actor, requireMessage(state, path));
    return { status: 204, body: undefined };
  },
};

/** @throws ApiError 404 when the ticket does not exist or has no such message */
function requireMessage(
  state: State,
  { ticket_id, id }: PathOf<"get-ticket-message">,
): MessageRecord {
  requireTicket(state, ticket_id);
  const message = state.messages.get(id);
  if (message?.ticket_id !== ticket_id) {
    throw notFound("Message", id);
  }
  return message;
}

function candidates(
  state: State,
  { ticket_id, order_by }: QueryOf<"list-messages">,
): SortedIndex<MessageRecord> {
  const { field } = readOrder<"created_datetime">(order_by);
  return ticket_id === undefined
    ? state.messages.ordered(field)
    : new SortedIndex((message) => message[field], state.messages.grouped("ticket_id", ticket_id));
}
