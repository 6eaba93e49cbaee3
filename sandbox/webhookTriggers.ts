/** Which calls of HTTP integrations follow from the events that a request has written. */

import { renderCustomer } from "./state/customers";
import type { TriggerName } from "./state/integrations";
import { renderMessage } from "./state/messages";
import type { EventRecord } from "./state/records/events";
import type { State } from "./state/state";
import { renderTicket } from "./state/ticketRendering";
import { customerOfTicket } from "./state/tickets";

/** Something that integrations can be called for. */
export interface WebhookTrigger {
  trigger: TriggerName;
  ticketId: number;
  messageId?: number | undefined;
  at: string;
}

const TRIGGER_NAMES: Partial<Record<string, TriggerName>> = {
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
const ANNOUNCED_OF_NEW: readonly TriggerName[] = ["ticket-created", "ticket-message-created"];

/** What has happened, in its order, each thing once. */
export function webhookTriggersOf(events: readonly EventRecord[]): WebhookTrigger[] {
  const created = new Set(
    events.filter(({ type }) => type === "ticket-created").map(({ object_id }) => object_id),
  );
  const happenings = new Map<string, WebhookTrigger>();
  for (const event of events) {
    const happening = webhookTriggerOf(event);
    const told =
      happening &&
      (!created.has(happening.ticketId) || ANNOUNCED_OF_NEW.includes(happening.trigger));
    if (told) {
      const { trigger, ticketId, messageId } = happening;
      happenings.set(`${trigger} ${ticketId} ${messageId}`, happening);
    }
  }
  return [...happenings.values()];
}

function webhookTriggerOf({
  type,
  object_type,
  object_id,
  data,
  created_datetime: at,
}: EventRecord): WebhookTrigger | undefined {
  const trigger = TRIGGER_NAMES[type];
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
  { ticketId, messageId, at }: WebhookTrigger,
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
