import { ticketFilter } from "../actions/messages/inputs";
import { gorgiasPicklist } from "./picklist";

export const selectMessage = gorgiasPicklist("GET /messages", {
  display: { label: "Select Message", description: "Select a message from a list of messages." },
  inputs: { ticket_id: ticketFilter },
  kind: "Message",
  names: ({ subject, sender }) => [subject, sender?.email ?? sender?.name],
  examplePayload: {
    result: [
      { key: "1", label: "Message 1" },
      { key: "2", label: "Message 2" },
      { key: "3", label: "Message 3" },
    ],
  },
});
