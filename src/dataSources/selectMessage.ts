import { ticketFilter } from "../actions/messages/inputs";
import type { TicketMessage } from "../contract/types";
import { path } from "../http/path";
import { fieldsOf } from "../inputs/field";
import { gorgiasPicklist } from "./picklist";

export const selectMessage = gorgiasPicklist({
  display: { label: "Select Message", description: "Select a message from a list of messages." },
  inputs: { ticket_id: fieldsOf("list-messages")("ticket_id", ticketFilter) },
  path: path`/messages`,
  kind: "Message",
  names: ({ subject, sender }: TicketMessage) => [subject, sender?.email ?? sender?.name],
  examplePayload: {
    result: [
      { key: "1", label: "Message 1" },
      { key: "2", label: "Message 2" },
      { key: "3", label: "Message 3" },
    ],
  },
});
