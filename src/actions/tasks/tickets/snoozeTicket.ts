import { gorgiasAction } from "../../../action";
import { clock } from "../../../clock";
import { timestamp } from "../../../inputs/clean";
import { input } from "../../../inputs/input";
import { refuse } from "../../../inputs/refusal";
import { toggle } from "../../../inputs/shared";
import { toSortableTimestamp } from "../../../timestamp";
import { snoozeTicketExample } from "../examples";
import { changedTicketId } from "../inputs";

const LABEL = "Until";
const HOUR_MS = 3_600_000;
const MAX_HOURS = 8_760;

export const snoozeTicket = gorgiasAction({
  answers: "PUT /tickets/{id}",
  display: {
    label: "Snooze Ticket",
    description: "Snooze a ticket until a time, or for a number of hours from now.",
  },
  reads: false,
  inputs: {
    id: changedTicketId,
    until: input(
      {
        label: LABEL,
        comments:
          "When Gorgias reopens the ticket: a date and time (UTC if it has no offset), or a number of hours from now, such as 24 or 1.5. It cannot lie in the past.",
        example: "24",
        required: true,
      },
      { type: "string", clean: until },
    ),
    close: toggle({
      label: "Close Ticket",
      comments:
        "Close the ticket until then, as the helpdesk does when somebody snoozes it. Otherwise its status is left as it is.",
      example: "true",
      isOn: true,
    }),
  },
  perform: async (client, { id, until: snooze_datetime, close }) => ({
    // Whether Gorgias closes a ticket that is snoozed is not documented.
    data: await client.request("PUT /tickets/{id}", {
      id,
      snooze_datetime,
      status: close ? "closed" : undefined,
    }),
  }),
  examplePayload: snoozeTicketExample,
});

/** A time to come as it is given, or a number of hours, whole or not, from now. */
function until(value: unknown): string {
  const text = String(value).trim();
  if (!/^\d+(\.\d+)?$/.test(text)) {
    return timeToCome(value);
  }
  const hours = Number(text);
  if (hours === 0 || hours > MAX_HOURS) {
    throw refuse(LABEL, `must be a time, or a number of hours of at most ${MAX_HOURS}`, value);
  }
  return new Date(clock.date() + Math.round(hours * HOUR_MS)).toISOString();
}

function timeToCome(value: unknown): string {
  const time = timestamp(LABEL)(value);
  const instant = toSortableTimestamp(time) as string;
  if (instant <= new Date(clock.date()).toISOString()) {
    throw refuse(LABEL, "must be a time to come", value);
  }
  return time;
}
