import { operationAction } from "../../operationAction";
import { recordingId } from "./inputs";

export const deleteVoiceCallRecording = operationAction(
  "DELETE /phone/voice-call-recordings/{id}",
  {
    display: {
      label: "Delete Voice Call Recording",
      description: "Delete the recording of a voice call.",
    },
    inputs: { id: recordingId("ID of the recording to delete.") },
  },
);
