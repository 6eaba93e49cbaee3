/** Lists what belongs to one call only. @param records their plural, such as "events". */
export function callFilter(records: string) {
  return {
    label: "Call ID",
    comments: `ID of the voice call whose ${records} are returned. If left blank, those of all calls are.`,
    example: "5012",
    dataSource: "selectVoiceCall",
  } as const;
}

/** The id in the path of an operation on one recording. @param comments what it is asked for. */
export function recordingId(comments: string) {
  return {
    label: "Recording ID",
    comments,
    example: "7301",
    required: true,
  } as const;
}
