import { Collection } from "../../collection";
import type { Schemas } from "../../contract/types";

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
