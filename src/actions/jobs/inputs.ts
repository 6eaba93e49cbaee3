import { jobMeta, jobParams } from "./examples";

/** The id in the path of an operation on one job. @param comments what it is asked for. */
export function jobId(comments: string) {
  return {
    label: "Job ID",
    comments,
    example: "9021",
    required: true,
    dataSource: "selectJob",
  } as const;
}

/** What a job works on. */
export const params = {
  label: "Params",
  comments:
    "What the job works on. Applying a macro takes macro_id, updating tickets takes updates, importing macros takes url, and exports take start_datetime and end_datetime. Tickets are chosen by ticket_ids, view_id or view.",
  example: JSON.stringify(jobParams),
} as const;

/** What a job can be created with, and what an update can change. */
export const jobFields = {
  scheduled_datetime: {
    label: "Scheduled Datetime",
    comments:
      "When the job is to run, at most 60 minutes from now. A job without this date runs at once.",
    example: "2025-02-07T10:30:00+00:00",
  },
  meta: {
    label: "Meta",
    comments: "Data of your own to keep with the job.",
    example: JSON.stringify(jobMeta),
    rare: true,
  },
} as const;
