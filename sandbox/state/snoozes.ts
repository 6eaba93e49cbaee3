/** Tickets that are set aside until a time to come, and come back by themselves. */
import { newActor, type State } from ".";
import { changeTicket, type TicketRecord } from "./tickets";
import { isPast } from "./timestamps";

/** Remembers a ticket that is snoozed until a time to come. */
export function noteSnooze(state: State, before: TicketRecord, after: TicketRecord): void {
  const { id, snooze_datetime: until } = after;
  if (until !== null && until !== before.snooze_datetime && !isPast(state, until)) {
    state.snoozed.add(id);
  }
}

/** Wakes the tickets whose snooze is over by the clock. */
export function endDueSnoozes(state: State): void {
  for (const id of state.snoozed) {
    const ticket = state.tickets.get(id);
    if (!ticket?.snooze_datetime) {
      state.snoozed.delete(id);
    } else if (isPast(state, ticket.snooze_datetime)) {
      state.snoozed.delete(id);
      changeTicket(state, newActor(state), ticket, { snooze_datetime: null });
    }
  }
}
