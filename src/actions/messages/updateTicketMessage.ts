import type { GorgiasClient } from "../../client";
import { operationAction } from "../../operationAction";
import { messageId, messageTicketId } from "./inputs";
import { updateFields } from "./updateFields";
import { updateTicketMessageExample } from "./updateTicketMessageExample";

export const updateTicketMessage = operationAction("PUT /tickets/{ticket_id}/messages/{id}", {
  display: { label: "Update Ticket Message", description: "Update a message of a ticket." },
  inputs: { ticket_id: messageTicketId, id: messageId, ...updateFields },
  // Without its sent_datetime, Gorgias can send the message again.
  clearFields: { example: "failed_datetime", except: ["sent_datetime"] },
  // It can repeat what the message did in other systems, such as a refund.
  effect: ({ action }) => (action ? "once" : "same"),
  deletes: ({ action }) => action === "cancel",
  prepare: withItsOwn,
  examplePayload: updateTicketMessageExample,
});

interface Given {
  ticket_id: number;
  id: number;
  channel?: string;
  from_agent?: boolean;
  via?: string;
  sent_datetime?: string | null;
}

/**
 * What Gorgias asks for at every update, as the message has it, where the builder set nothing else
 * (contract, README "Messages").
 */
async function withItsOwn(given: Given, client: GorgiasClient) {
  const { ticket_id, id } = given;
  const message = await client.request("GET /tickets/{ticket_id}/messages/{id}", { ticket_id, id });
  return {
    // That of the ticket that it was merged into.
    ticket_id: message.ticket_id ?? ticket_id,
    channel: given.channel ?? message.channel,
    from_agent: given.from_agent ?? message.from_agent,
    via: given.via ?? message.via ?? undefined,
    sent_datetime: given.sent_datetime ?? message.sent_datetime ?? undefined,
  };
}
