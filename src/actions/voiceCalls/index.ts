export { deleteVoiceCallRecording } from "./deleteVoiceCallRecording";
export { getVoiceCall } from "./getVoiceCall";
export { getVoiceCallEvent } from "./getVoiceCallEvent";
export { getVoiceCallRecording } from "./getVoiceCallRecording";
export { listVoiceCallEvents } from "./listVoiceCallEvents";
export { listVoiceCallRecordings } from "./listVoiceCallRecordings";
export { listVoiceCalls } from "./listVoiceCalls";
