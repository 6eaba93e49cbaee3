import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { voiceCallRecordingExample } from "./examples";
import { recordingId } from "./inputs";
import type { VoiceCallRecording } from "./types";

export const getVoiceCallRecording = gorgiasAction({
  operation: "get-voice-call-recording",
  display: {
    label: "Get Voice Call Recording",
    description: "Retrieve what is known of a recording, its address included.",
  },
  reads: true,
  inputs: {
    connection,
    id: recordingId("get-voice-call-recording", "ID of the recording you're looking for."),
    debugRequest,
  },
  perform: async (client, { id }) => ({
    data: await client.get<VoiceCallRecording>(path`/phone/voice-call-recordings/${id}`),
  }),
  examplePayload: voiceCallRecordingExample,
});
