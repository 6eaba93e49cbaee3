import { gorgiasPicklist } from "./picklist";

export const selectVoiceCall = gorgiasPicklist("GET /phone/voice-calls", {
  display: {
    label: "Select Voice Call",
    description: "Select a voice call from a list of voice calls.",
  },
  inputs: {
    ticket_id: {
      label: "Ticket ID",
      comments: "The ID of the ticket whose calls to choose from.",
      example: "1234567890",
    },
  },
  // This list takes no order (contract, README "Lists and time").
  orderBy: null,
  kind: "Voice Call",
  names: ({ id, direction, status, phone_number_source, created_datetime }) => [
    `${direction} from ${phone_number_source ?? "an unknown number"}, ${status}, ${created_datetime?.slice(0, 16).replace("T", " ")}`,
    `Voice Call ${id}`,
  ],
  examplePayload: {
    result: [
      { key: "5012", label: "inbound from +15550142, completed, 2026-03-09 08:01" },
      { key: "5011", label: "outbound from +15550199, missed, 2026-03-08 17:30" },
    ],
  },
});
