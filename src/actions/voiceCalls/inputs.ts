import { fieldsOf } from "../../inputs/field";

/** Lists what belongs to one call only. @param records their plural, such as "events". */
export function callFilter(
  operation: "list-voice-call-events" | "list-voice-call-recordings",
  records: string,
) {
  return fieldsOf(operation)("call_id", {
    label: "Call ID",
    comments: `ID of the voice call whose ${records} are returned. If left blank, those of all calls are.`,
    example: "5012",
  });
}

/** The id in the path of an operation on one recording. @param purpose what it is asked for. */
export function recordingId(
  operation: "get-voice-call-recording" | "delete-voice-call-recording",
  purpose: string,
) {
  return fieldsOf(operation)("id", {
    label: "Recording ID",
    comments: purpose,
    example: "7301",
    required: true,
  });
}
