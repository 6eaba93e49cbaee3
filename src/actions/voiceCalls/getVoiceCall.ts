import { operationAction } from "../../operationAction";
import { voiceCallExample } from "./examples";

export const getVoiceCall = operationAction("GET /phone/voice-calls/{id}", {
  display: { label: "Get Voice Call", description: "Retrieve a voice call." },
  inputs: {
    id: {
      label: "Call ID",
      comments: "ID of the voice call to retrieve.",
      example: "5012",
      required: true,
      dataSource: "selectVoiceCall",
    },
  },
  examplePayload: voiceCallExample,
});
