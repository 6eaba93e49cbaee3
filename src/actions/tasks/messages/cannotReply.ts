import { InputError } from "../../../errors";

/** The error for a ticket that no reply can be sent to. @param reason ends no sentence. */
export function cannotReply({ id }: { id: number }, reason: string): InputError {
  return new InputError(`Ticket ${id} cannot be replied to: ${reason}. Nothing was sent.`, {
    input: "Ticket ID",
    given: String(id),
  });
}
