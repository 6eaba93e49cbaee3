/** Which calls of HTTP integrations follow from the events that a request has written. */

import { renderCustomer } from "./state/customers";
import { contextId } from "./state/events";
import type { TriggerName } from "./state/integrations";
import { renderMessage } from "./state/messages";
import type { EventRecord } from "./state/records/events";
import type { TicketRecord } from "./state/records/tickets";
import type { State } from "./state/state";
import { renderTicket } from "./state/ticketRendering";
import { customerOfTicket } from "./state/tickets";
import type { TemplateScope } from "./webhookTemplate";

/** Something that integrations can be called for. */
export interface WebhookTrigger {
  trigger: TriggerName;
  ticketId: number;
  messageId?: number | undefined;
  userId: number | null;
  chain: number;
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

/** Of a new ticket only these are called for: what it was created with is no change. */
const ANNOUNCED_OF_NEW: readonly TriggerName[] = ["ticket-created", "ticket-message-created"];

/** What has happened, in its order, each thing once. */
export function webhookTriggersOf(events: readonly EventRecord[]): WebhookTrigger[] {
  const created = new Set(
    events.filter(({ type }) => type === "ticket-created").map(({ object_id }) => object_id),
  );
  const triggers = new Map<string, WebhookTrigger>();
  for (const event of events) {
    const found = webhookTriggerOf(event);
    const isCalledFor =
      found && (!created.has(found.ticketId) || ANNOUNCED_OF_NEW.includes(found.trigger));
    if (isCalledFor) {
      const { trigger, ticketId, messageId } = found;
      triggers.set(`${trigger} ${ticketId} ${messageId}`, found);
    }
  }
  return [...triggers.values()];
}

function webhookTriggerOf({
  type,
  object_type,
  object_id,
  data,
  user_id: userId,
  chain,
  created_datetime: at,
}: EventRecord): WebhookTrigger | undefined {
  const trigger = TRIGGER_NAMES[type];
  if (!trigger) {
    return undefined;
  }
  const shared = { trigger, userId, chain, at };
  return object_type === "TicketMessage"
    ? { ...shared, ticketId: Number(data?.ticket_id), messageId: object_id }
    : { ...shared, ticketId: object_id };
}

/** How the ticket of a call is written: as in a read, or with the ids of whom it names. */
export type WebhookTickets = "nested" | "ids";

export interface ScopeOptions {
  /** The event's name as calls write it. */
  eventName: string;
  tickets: WebhookTickets;
}

/** What a template can name; undefined when the ticket is gone. */
export function templateScope(
  state: State,
  { ticketId, messageId, userId, chain, at }: WebhookTrigger,
  { eventName, tickets }: ScopeOptions,
): TemplateScope | undefined {
  const record = state.tickets.get(ticketId);
  if (!record) {
    return undefined;
  }
  const stored = messageId === undefined ? undefined : state.messages.get(messageId);
  const message = stored ? renderMessage(state, stored) : null;
  const ticket = tickets === "ids" ? withIds(state, record) : renderTicket(state, record);
  const customer = customerOfTicket(state, record);
  return {
    event: {
      type: eventName,
      user_id: userId,
      context: contextId(state, chain),
      created_datetime: at,
    },
    context: { ticket, message },
    ticket,
    message,
    customer: customer && renderCustomer(customer),
    account: state.account,
  };
}

/** The ticket of the docs: ids in the place of customer and assignees. */
function withIds(state: State, record: TicketRecord): object {
  const { customer, requester, assignee_user, assignee_team, messages, ...shown } = renderTicket(
    state,
    record,
  );
  return { ...shown, customer_id: record.customer_id };
}
