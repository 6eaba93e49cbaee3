import { operationAction } from "../../operationAction";
import { listVoiceCallRecordingsExample } from "./examples";
import { callFilter } from "./inputs";

export const listVoiceCallRecordings = operationAction("GET /phone/voice-call-recordings", {
  display: {
    label: "List Voice Call Recordings",
    description: "List the recordings and voicemails of voice calls.",
  },
  lists: "voice call recordings",
  inputs: { call_id: callFilter("recordings") },
  examplePayload: listVoiceCallRecordingsExample,
});
