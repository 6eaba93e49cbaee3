import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listVoiceCallEventsExample } from "./examples";
import { callFilter } from "./inputs";
import type { VoiceCallEvent } from "./types";

const { cursor, fetchAll, limit } = paging("list-voice-call-events", "voice call events");

export const listVoiceCallEvents = gorgiasAction({
  operation: "list-voice-call-events",
  display: {
    label: "List Voice Call Events",
    description: "List what happened in voice calls, such as ringing, answering and forwarding.",
  },
  reads: true,
  inputs: {
    connection,
    call_id: callFilter("list-voice-call-events", "events"),
    fetchAll,
    limit,
    cursor,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<VoiceCallEvent>(client, path`/phone/voice-call-events`, inputs),
  }),
  examplePayload: listVoiceCallEventsExample,
});
