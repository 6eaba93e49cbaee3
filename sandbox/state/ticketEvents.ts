/** Which events a change of a ticket writes. */

import type { Actor } from "./actor";
import { recordEvent } from "./events";
import type { TicketRecord } from "./records/tickets";
import type { State } from "./state";

type Change = (before: TicketRecord, after: TicketRecord) => boolean;

function set(name: keyof TicketRecord): Change {
  return (before, after) =>
    after[name] !== before[name] && after[name] !== null && after[name] !== false;
}
function cleared(name: keyof TicketRecord): Change {
  return (before, after) =>
    after[name] !== before[name] && (after[name] === null || after[name] === false);
}
function changed(name: keyof TicketRecord): Change {
  return (before, after) => after[name] !== before[name];
}

const EVENTS: readonly (readonly [type: string, happened: Change])[] = [
  ["ticket-closed", (before, after) => before.status === "open" && after.status === "closed"],
  ["ticket-reopened", (before, after) => before.status === "closed" && after.status === "open"],
  ["ticket-assigned", set("assignee_user_id")],
  ["ticket-unassigned", cleared("assignee_user_id")],
  ["ticket-team-assigned", set("assignee_team_id")],
  ["ticket-team-unassigned", cleared("assignee_team_id")],
  ["ticket-snoozed", set("snooze_datetime")],
  ["ticket-self-unsnoozed", cleared("snooze_datetime")],
  ["ticket-trashed", set("trashed_datetime")],
  ["ticket-untrashed", cleared("trashed_datetime")],
  ["ticket-marked-spam", set("spam")],
  ["ticket-unmarked-spam", cleared("spam")],
];

/** Only a later change of these writes an event; setting them at creation does not. */
const EVENTS_AFTER_CREATION: typeof EVENTS = [
  ["ticket-subject-updated", changed("subject")],
  ["ticket-customer-updated", changed("customer_id")],
];

/** Writes the events of what a new ticket was created with, next to ticket-created itself. */
export function recordFirstState(
  state: State,
  actor: Actor,
  blank: TicketRecord,
  created: TicketRecord,
): void {
  recordDifferences(state, actor, EVENTS, blank, created);
}

/** Writes the event of every difference between two states of a ticket. */
export function recordTicketChanges(
  state: State,
  actor: Actor,
  before: TicketRecord,
  after: TicketRecord,
): void {
  recordDifferences(state, actor, [...EVENTS, ...EVENTS_AFTER_CREATION], before, after);
}

function recordDifferences(
  state: State,
  actor: Actor,
  events: typeof EVENTS,
  before: TicketRecord,
  after: TicketRecord,
): void {
  const ticket = { object_type: "Ticket", object_id: after.id };
  for (const [type, happened] of events) {
    if (happened(before, after)) {
      recordEvent(state, actor, { ...ticket, type });
    }
  }
  if (isWithBot(state, before) && !isWithBot(state, after)) {
    recordEvent(state, actor, { ...ticket, type: "ticket-handed-over" });
  }
  const added = after.tag_ids.filter((id) => !before.tag_ids.includes(id));
  if (added.length > 0) {
    recordEvent(state, actor, {
      ...ticket,
      type: "ticket-tags-added",
      data: { tags_added: added },
    });
  }
  const removed = before.tag_ids.filter((id) => !after.tag_ids.includes(id));
  if (removed.length > 0) {
    recordEvent(state, actor, {
      ...ticket,
      type: "ticket-tags-removed",
      data: { tags_removed: removed },
    });
  }
}

function isWithBot(state: State, { assignee_user_id }: TicketRecord): boolean {
  return state.users.get(assignee_user_id ?? 0)?.role.name === "bot";
}
