/** Phone calls, what happened in them, and their recordings. Only a recording can be changed. */
import type { Schemas } from "../api";
import { Collection } from "../collection";
import type { Actor, State } from ".";

export type VoiceCallRecord = Readonly<Schemas["VoiceCall"]>;
export type VoiceCallEventRecord = Readonly<Schemas["VoiceCallEvent"]>;
export type VoiceCallRecordingRecord = Readonly<Schemas["VoiceCallRecording"]>;

function created(record: { created_datetime?: string | null }) {
  return record.created_datetime ?? "";
}
const ORDERS = { orders: { created_datetime: created }, groups: {} };

export function voiceCallCollections() {
  return {
    voiceCalls: new Collection<VoiceCallRecord, "created_datetime">(ORDERS, 901),
    voiceCallEvents: new Collection<VoiceCallEventRecord, "created_datetime">(ORDERS, 921),
    voiceCallRecordings: new Collection<VoiceCallRecordingRecord, "created_datetime">(ORDERS, 961),
  };
}

/** What was recorded is gone; that there was a recording can still be read. */
export function deleteRecording(
  state: State,
  actor: Actor,
  recording: VoiceCallRecordingRecord,
): void {
  if (!recording.deleted_datetime) {
    state.voiceCallRecordings.set(recording.id, {
      ...recording,
      url: null,
      deleted_datetime: state.timeline.next(),
      deleted_by_user_id: actor.userId,
    });
  }
}
