/** Phone calls, what happened in them, and their recordings. Only a recording can be changed. */

import type { Actor } from "./actor";
import type { VoiceCallRecordingRecord } from "./records/voiceCalls";
import type { State } from "./state";

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
