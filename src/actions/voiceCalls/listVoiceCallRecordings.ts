import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listVoiceCallRecordingsExample } from "./examples";
import { callFilter } from "./inputs";
import type { VoiceCallRecording } from "./types";

const { cursor, fetchAll, limit } = paging("list-voice-call-recordings", "voice call recordings");

export const listVoiceCallRecordings = gorgiasAction({
  operation: "list-voice-call-recordings",
  display: {
    label: "List Voice Call Recordings",
    description: "List the recordings and voicemails of voice calls.",
  },
  reads: true,
  inputs: {
    connection,
    call_id: callFilter("list-voice-call-recordings", "recordings"),
    fetchAll,
    limit,
    cursor,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<VoiceCallRecording>(client, path`/phone/voice-call-recordings`, inputs),
  }),
  examplePayload: listVoiceCallRecordingsExample,
});
