import { operationAction } from "../../operationAction";
import { listVoiceCallEventsExample } from "./examples";
import { callFilter } from "./inputs";

export const listVoiceCallEvents = operationAction("GET /phone/voice-call-events", {
  display: {
    label: "List Voice Call Events",
    description: "List what happened in voice calls, such as ringing, answering and forwarding.",
  },
  lists: "voice call events",
  inputs: { call_id: callFilter("events") },
  examplePayload: listVoiceCallEventsExample,
});
