/** Tickets that are set aside until a time to come, and come back by themselves. */

import { newActor } from "./actor";
import type { State } from "./state";
import { changeTicket } from "./tickets";
import { isPast } from "./timestamps";

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
