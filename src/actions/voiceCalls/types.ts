import type { components } from "../../../contract/generated/gorgias";

type Schemas = components["schemas"];

export type VoiceCall = Schemas["VoiceCall"];
export type VoiceCallEvent = Schemas["VoiceCallEvent"];
export type VoiceCallRecording = Schemas["VoiceCallRecording"];
