import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { voiceCallEventExample } from "./examples";
import type { VoiceCallEvent } from "./types";

export const getVoiceCallEvent = gorgiasAction({
  operation: "get-voice-call-event",
  display: { label: "Get Voice Call Event", description: "Retrieve an event of a voice call." },
  reads: true,
  inputs: {
    connection,
    id: fieldsOf("get-voice-call-event")("id", {
      label: "Voice Call Event ID",
      comments: "ID of the voice call event you're looking for.",
      example: "90155",
      required: true,
    }),
    debugRequest,
  },
  perform: async (client, { id }) => ({
    data: await client.get<VoiceCallEvent>(path`/phone/voice-call-events/${id}`),
  }),
  examplePayload: voiceCallEventExample,
});
