import { operationAction } from "../../operationAction";
import { voiceCallEventExample } from "./examples";

export const getVoiceCallEvent = operationAction("GET /phone/voice-call-events/{id}", {
  display: { label: "Get Voice Call Event", description: "Retrieve an event of a voice call." },
  inputs: {
    id: {
      label: "Voice Call Event ID",
      comments: "ID of the voice call event to retrieve.",
      example: "90155",
      required: true,
    },
  },
  examplePayload: voiceCallEventExample,
});
