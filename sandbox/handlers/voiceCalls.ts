import { requireRecord } from "../state/requireRecord";
import { deleteRecording } from "../state/voiceCalls";
import type { Handlers } from "./handler";

export const voiceCallHandlers: Handlers = {
  "list-voice-calls": ({ state, query, pager }) => ({
    status: 200,
    body: pager.page(query, {
      records: state.voiceCalls.ordered("created_datetime"),
      matches: ({ ticket_id }) => query.ticket_id === undefined || ticket_id === query.ticket_id,
      render: (call) => call,
    }),
  }),

  "get-voice-call": ({ state, path }) => ({
    status: 200,
    body: requireRecord(state.voiceCalls, "Voice call", path.id),
  }),

  "list-voice-call-events": ({ state, query, pager }) => ({
    status: 200,
    body: pager.page(query, {
      records: state.voiceCallEvents.ordered("created_datetime"),
      matches: ({ call_id }) => query.call_id === undefined || call_id === query.call_id,
      render: (event) => event,
    }),
  }),

  "get-voice-call-event": ({ state, path }) => ({
    status: 200,
    body: requireRecord(state.voiceCallEvents, "Voice call event", path.id),
  }),

  "list-voice-call-recordings": ({ state, query, pager }) => ({
    status: 200,
    body: pager.page(query, {
      records: state.voiceCallRecordings.ordered("created_datetime"),
      matches: ({ call_id }) => query.call_id === undefined || call_id === query.call_id,
      render: (recording) => recording,
    }),
  }),

  "get-voice-call-recording": ({ state, path }) => ({
    status: 200,
    body: requireRecord(state.voiceCallRecordings, "Voice call recording", path.id),
  }),

  "delete-voice-call-recording": ({ state, actor, path }) => {
    const recordings = state.voiceCallRecordings;
    deleteRecording(state, actor, requireRecord(recordings, "Voice call recording", path.id));
    return { status: 204, body: undefined };
  },
};
