import type { Schemas } from "../../../contract/types";
import { InputError } from "../../../errors";
import { formatValue } from "../../../text";

/** What the error of a lost answer says to do, by whether the message can be found again. */
export function adviceOf(external_id: string | undefined): string {
  return external_id === undefined
    ? "look with List Messages (Ticket ID) before you run this again"
    : "run this again, it looks for the External ID first";
}

/**
 * The message that an earlier run wrote under the same External ID.
 *
 * @param what a reply or a note.
 * @throws InputError when the External ID is that of another kind of message.
 */
export function writtenBefore(
  messages: readonly Schemas["TicketMessage"][],
  external_id: string | undefined,
  what: "reply" | "note",
): Schemas["TicketMessage"] | undefined {
  if (external_id === undefined) {
    return undefined;
  }
  const written = messages.find((message) => message.external_id === external_id);
  if (written && kindOf(written) !== what) {
    throw new InputError(
      `External ID must be the ${what}'s own: message ${written.id} of this ticket, which is no ${what}, has the same; given ${formatValue(external_id)}. Nothing was sent.`,
      { input: "External ID", given: formatValue(external_id) },
    );
  }
  return written;
}

function kindOf({ channel, from_agent }: Schemas["TicketMessage"]): "reply" | "note" | "message" {
  if (channel === "internal-note") {
    return "note";
  }
  return from_agent ? "reply" : "message";
}
