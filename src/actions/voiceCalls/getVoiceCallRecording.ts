import { operationAction } from "../../operationAction";
import { voiceCallRecordingExample } from "./examples";
import { recordingId } from "./inputs";

export const getVoiceCallRecording = operationAction("GET /phone/voice-call-recordings/{id}", {
  display: {
    label: "Get Voice Call Recording",
    description: "Retrieve what is known of a recording, its address included.",
  },
  inputs: { id: recordingId("ID of the recording to retrieve.") },
  examplePayload: voiceCallRecordingExample,
});
