import type { TicketRecord } from "./records/tickets";
import type { State } from "./state";
import { isPast } from "./timestamps";

/** Remembers a ticket that is snoozed until a time to come. */
export function scheduleSnooze(state: State, before: TicketRecord, after: TicketRecord): void {
  const { id, snooze_datetime: until } = after;
  if (until !== null && until !== before.snooze_datetime && !isPast(state, until)) {
    state.snoozed.add(id);
  }
}
