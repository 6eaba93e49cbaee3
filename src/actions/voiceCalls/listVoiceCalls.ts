import { operationAction } from "../../operationAction";
import { listVoiceCallsExample } from "./examples";

export const listVoiceCalls = operationAction("GET /phone/voice-calls", {
  display: { label: "List Voice Calls", description: "List the voice calls of your account." },
  lists: "voice calls",
  inputs: {
    ticket_id: {
      label: "Ticket ID",
      comments:
        "ID of the ticket whose voice calls are returned. If left blank, those of all tickets are.",
      example: "1234",
      dataSource: "selectTicket",
    },
  },
  examplePayload: listVoiceCallsExample,
});
