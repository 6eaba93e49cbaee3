/** What has happened around some of the tickets: surveys and phone calls. */

import type { SurveyRecord } from "../state/records/satisfactionSurveys";
import type { TicketRecord } from "../state/records/tickets";
import type {
  VoiceCallEventRecord,
  VoiceCallRecord,
  VoiceCallRecordingRecord,
} from "../state/records/voiceCalls";
import type { State } from "../state/state";
import { formatMicros } from "../timeline";
import { AGENT_IDS } from "./ids";

/** Tickets with a survey: answered, sent, neither. */
const SURVEYED_TICKETS = [11, 12, 13];
/** Tickets that came with a phone call; the last call was missed. */
const CALLED_TICKETS = [14, 15, 16];

/** Tickets that the sandbox does not start with get none of it. */
export function loadActivity(state: State): void {
  const existing = (ids: readonly number[]) => ids.flatMap((id) => state.tickets.get(id) ?? []);
  state.surveys.load(existing(SURVEYED_TICKETS).map(survey));
  const calls = existing(CALLED_TICKETS).map(voiceCall);
  state.voiceCalls.load(calls);
  state.voiceCallEvents.load(calls.flatMap(callEvents));
  state.voiceCallRecordings.load(calls.filter((call) => !isMissed(call)).map(recording));
}

const MINUTE_MS = 60_000;

function after(time: string, minutes: number): string {
  return formatMicros((Date.parse(time) + minutes * MINUTE_MS) * 1000);
}

function survey(ticket: TicketRecord, index: number): SurveyRecord {
  const created = ticket.created_datetime;
  const id = 701 + index;
  return {
    id,
    body_text: index === 0 ? "Quick and friendly." : null,
    created_datetime: created,
    customer_id: ticket.customer_id,
    meta: null,
    score: index === 0 ? 5 : null,
    scored_datetime: index === 0 ? after(created, 90) : null,
    sent_datetime: index < 2 ? after(created, 60) : null,
    should_send_datetime: index < 2 ? after(created, 60) : null,
    ticket_id: ticket.id,
    uri: `/api/satisfaction-surveys/${id}/`,
  };
}

function voiceCall(ticket: TicketRecord, index: number): VoiceCallRecord {
  const created = ticket.created_datetime;
  const missed = index === CALLED_TICKETS.length - 1;
  const agent = missed ? null : AGENT_IDS[0];
  return {
    id: 901 + index,
    integration_id: null,
    ticket_id: ticket.id,
    phone_number_id: 1,
    external_id: `CA${901 + index}`,
    provider: "twilio",
    status: missed ? "missed" : "completed",
    direction: index === 1 ? "outbound" : "inbound",
    phone_number_source: "+15550100",
    country_source: "US",
    phone_number_destination: "+15550199",
    country_destination: "US",
    duration: missed ? 0 : 180,
    started_datetime: created,
    created_datetime: created,
    updated_datetime: after(created, 3),
    initiated_by_agent_id: index === 1 ? agent : null,
    last_answered_by_agent_id: agent,
    last_rang_agent_id: AGENT_IDS[0],
    customer_id: ticket.customer_id,
    has_voicemail: false,
    has_call_recording: !missed,
    summaries: [],
  };
}

function isMissed({ status }: VoiceCallRecord): boolean {
  return status === "missed";
}

function callEvents(call: VoiceCallRecord, index: number): VoiceCallEventRecord[] {
  const types = isMissed(call)
    ? ["incoming-phone-call", "missed-phone-call"]
    : ["incoming-phone-call", "phone-call-answered", "completed-phone-call"];
  return types.map((type, step) => ({
    id: 921 + index * 3 + step,
    type,
    account_id: 1,
    call_id: call.id,
    user_id: call.last_answered_by_agent_id ?? null,
    customer_id: call.customer_id ?? null,
    created_datetime: after(call.created_datetime ?? "", step),
    meta: {},
  }));
}

function recording(call: VoiceCallRecord, index: number): VoiceCallRecordingRecord {
  const id = 961 + index;
  return {
    id,
    call_id: call.id,
    external_id: `RE${id}`,
    url: `https://recordings.sandbox.example/RE${id}.mp3`,
    duration: call.duration ?? null,
    type: "call-recording",
    created_datetime: after(call.created_datetime ?? "", 3),
    deleted_datetime: null,
    deleted_by_user_id: null,
    error_code: null,
    transcription_status: "completed",
  };
}
