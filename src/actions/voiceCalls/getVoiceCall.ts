import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { voiceCallExample } from "./examples";
import type { VoiceCall } from "./types";

export const getVoiceCall = gorgiasAction({
  operation: "get-voice-call",
  display: { label: "Get Voice Call", description: "Retrieve a voice call." },
  reads: true,
  inputs: {
    connection,
    id: fieldsOf("get-voice-call")("id", {
      label: "Call ID",
      comments: "ID of the voice call you're looking for.",
      example: "5012",
      required: true,
    }),
    debugRequest,
  },
  perform: async (client, { id }) => ({
    data: await client.get<VoiceCall>(path`/phone/voice-calls/${id}`),
  }),
  examplePayload: voiceCallExample,
});
