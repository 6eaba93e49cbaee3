import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

const voiceCall: Schemas["VoiceCall"] = {
  id: 5012,
  integration_id: 1310,
  ticket_id: 1234,
  phone_number_id: 8,
  external_id: "CA4f2b7c1d9e8a4b6f8c0d1e2f3a4b5c6d",
  provider: "twilio",
  status: "completed",
  direction: "inbound",
  phone_number_source: "+14155550100",
  country_source: "US",
  phone_number_destination: "+14155550199",
  country_destination: "US",
  duration: 184,
  started_datetime: "2025-02-07T09:55:24.310552+00:00",
  created_datetime: "2025-02-07T09:55:18.064317+00:00",
  updated_datetime: "2025-02-07T09:58:28.771204+00:00",
  initiated_by_agent_id: null,
  last_answered_by_agent_id: 567,
  last_rang_agent_id: 567,
  customer_id: 3924,
  has_voicemail: false,
  has_call_recording: true,
  summaries: [
    {
      id: 61,
      recording_id: 7301,
      summary: "The customer asked where their order is.",
      created_datetime: "2025-02-07T09:59:40.128846+00:00",
    },
  ],
  termination_status: null,
  queue_id: null,
  status_in_queue: null,
};

const voiceCallEvent: Schemas["VoiceCallEvent"] = {
  id: 90155,
  type: "phone-call-answered",
  account_id: 1,
  call_id: 5012,
  user_id: 567,
  customer_id: 3924,
  created_datetime: "2025-02-07T09:55:24.310552+00:00",
  meta: {},
};

const voiceCallRecording: Schemas["VoiceCallRecording"] = {
  id: 7301,
  call_id: 5012,
  external_id: "RE9c8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f",
  url: "https://uploads.gorgias.io/phone/recording-7301.mp3",
  duration: 184,
  type: "call-recording",
  created_datetime: "2025-02-07T09:58:30.447120+00:00",
  deleted_datetime: null,
  deleted_by_user_id: null,
  error_code: null,
  transcription_status: "completed",
};

export const voiceCallExample = { data: voiceCall };
export const voiceCallEventExample = { data: voiceCallEvent };
export const voiceCallRecordingExample = { data: voiceCallRecording };

export const listVoiceCallsExample = listOf("voice-calls", voiceCall);
export const listVoiceCallEventsExample = listOf("voice-call-events", voiceCallEvent);
export const listVoiceCallRecordingsExample = listOf("voice-call-recordings", voiceCallRecording);

function listOf<T>(resource: string, record: T): { data: ListEnvelope<T> } {
  return {
    data: {
      object: "list",
      uri: `/api/phone/${resource}`,
      data: [record],
      meta: { prev_cursor: null, next_cursor: null },
    },
  };
}
