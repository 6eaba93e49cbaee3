import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import type { NewMessage } from "../types";
import { adviceOf } from "./writtenBefore";

/** Writes a message in a ticket, by one request that is never sent twice. */
export function writeMessage(
  client: GorgiasClient,
  ticket_id: number,
  message: Partial<NewMessage>,
  what: "reply" | "note",
): Promise<Schemas["TicketMessage"]> {
  // The generated type asks for `public`, which has a default.
  const inputs = { ticket_id, ...message } as NewMessage & { ticket_id: number };
  return client.request("POST /tickets/{ticket_id}/messages", inputs, {
    creates: { what, advice: adviceOf(message.external_id ?? undefined) },
  });
}
