import { InputError } from "../../http/errors";

/** The error for a ticket that no reply can be sent to. @param reason ends no sentence. */
export const cannotReply = ({ id }: { id: number }, reason: string): InputError =>
  new InputError(`Ticket ${id} cannot be replied to: ${reason}. Nothing was sent.`);
