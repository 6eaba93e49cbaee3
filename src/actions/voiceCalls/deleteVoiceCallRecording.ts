import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { recordingId } from "./inputs";

export const deleteVoiceCallRecording = gorgiasAction({
  operation: "delete-voice-call-recording",
  display: {
    label: "Delete Voice Call Recording",
    description: "Delete the recording of a voice call.",
  },
  reads: false,
  inputs: {
    connection,
    id: recordingId("delete-voice-call-recording", "ID of the recording to delete."),
    debugRequest,
  },
  perform: (client, { id }) => succeed(client.delete(path`/phone/voice-call-recordings/${id}`)),
  examplePayload: SUCCESS,
});
