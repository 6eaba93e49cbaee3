import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listVoiceCallsExample } from "./examples";
import type { VoiceCall } from "./types";

const { cursor, fetchAll, limit } = paging("list-voice-calls", "voice calls");

export const listVoiceCalls = gorgiasAction({
  operation: "list-voice-calls",
  display: { label: "List Voice Calls", description: "List the voice calls of your account." },
  reads: true,
  inputs: {
    connection,
    ticket_id: fieldsOf("list-voice-calls")("ticket_id", {
      label: "Ticket ID",
      comments:
        "ID of the ticket whose voice calls are returned. If left blank, those of all tickets are.",
      example: "1234",
      dataSource: "selectTicket",
    }),
    fetchAll,
    limit,
    cursor,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<VoiceCall>(client, path`/phone/voice-calls`, inputs),
  }),
  examplePayload: listVoiceCallsExample,
});
