/** Which calls of HTTP integrations follow from the events that a request has written. */
import type { State } from "./state";
import { renderCustomer } from "./state/customers";
import type { EventRecord } from "./state/events";
import type { Trigger } from "./state/integrations";
import { renderMessage } from "./state/messages";
import { renderTicket } from "./state/ticketRendering";
import { customerOfTicket } from "./state/tickets";

/** Something that integrations can be called for. */
export interface Happening {
  trigger: Trigger;
  ticketId: number;
  messageId?: number | undefined;
  at: string;
}

const TRIGGERS: Partial<Record<string, Trigger>> = {
  "ticket-created": "ticket-created",
  "ticket-updated": "ticket-updated",
  "ticket-message-created": "ticket-message-created",
  "ticket-message-failed": "ticket-message-failed",
  "ticket-self-unsnoozed": "ticket-self-unsnoozed",
  "ticket-handed-over": "ticket-handed-over",
  "ticket-assigned": "ticket-assignment-updated",
  "ticket-unassigned": "ticket-assignment-updated",
  "ticket-team-assigned": "ticket-assignment-updated",
  "ticket-team-unassigned": "ticket-assignment-updated",
  "ticket-closed": "ticket-status-updated",
  "ticket-reopened": "ticket-status-updated",
};

/** Of a new ticket only these are told: what it was created with is no change. */
const TOLD_OF_NEW: readonly Trigger[] = ["ticket-created", "ticket-message-created"];

/** What has happened, in its order, each thing once. */
export function happeningsOf(events: readonly EventRecord[]): Happening[] {
  const created = new Set(
    events.filter(({ type }) => type === "ticket-created").map(({ object_id }) => object_id),
  );
  const happenings = new Map<string, Happening>();
  for (const event of events) {
    const happening = happeningOf(event);
    const told =
      happening && (!created.has(happening.ticketId) || TOLD_OF_NEW.includes(happening.trigger));
    if (told) {
      const { trigger, ticketId, messageId } = happening;
      happenings.set(`${trigger} ${ticketId} ${messageId}`, happening);
    }
  }
  return [...happenings.values()];
}

function happeningOf({
  type,
  object_type,
  object_id,
  data,
  created_datetime: at,
}: EventRecord): Happening | undefined {
  const trigger = TRIGGERS[type];
  if (!trigger) {
    return undefined;
  }
  return object_type === "TicketMessage"
    ? { trigger, ticketId: Number(data?.ticket_id), messageId: object_id, at }
    : { trigger, ticketId: object_id, at };
}

export interface WebhookContext {
  event: { type: string; created_datetime: string };
  ticket: object;
  message?: object;
  customer?: object;
  account: object;
}

/** What a template can name; undefined when the ticket is gone. */
export function contextOf(
  state: State,
  { ticketId, messageId, at }: Happening,
  eventName: string,
): WebhookContext | undefined {
  const ticket = state.tickets.get(ticketId);
  if (!ticket) {
    return undefined;
  }
  const message = messageId === undefined ? undefined : state.messages.get(messageId);
  const customer = customerOfTicket(state, ticket);
  return {
    event: { type: eventName, created_datetime: at },
    ticket: renderTicket(state, ticket),
    ...(message && { message: renderMessage(state, message) }),
    ...(customer && { customer: renderCustomer(customer) }),
    account: state.account,
  };
}
