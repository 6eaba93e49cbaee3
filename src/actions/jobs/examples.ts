import type { Schemas } from "../../contract/types";
import type { ListEnvelope } from "../../lists";

/** Applies a macro to two tickets and closes them. */
export const jobParams = { macro_id: 187, ticket_ids: [1234, 1235], apply_and_close: true };

export const jobMeta = { requested_by: "nightly clean-up" };

const job: Schemas["Job"] = {
  id: 9021,
  type: "applyMacro",
  status: "scheduled",
  params: jobParams,
  info: null,
  meta: jobMeta,
  user_id: 567,
  uri: "/api/jobs/9021/",
  created_datetime: "2025-02-07T09:55:18.064317+00:00",
  scheduled_datetime: "2025-02-07T10:30:00.000000+00:00",
  started_datetime: null,
  ended_datetime: null,
  failed_datetime: null,
  locked_datetime: null,
  cancel_requested_datetime: null,
  cancelled_datetime: null,
};

export const jobExample = { data: job };

export const listJobsExample: { data: ListEnvelope<Schemas["Job"]> } = {
  data: {
    object: "list",
    uri: "/api/jobs",
    data: [job],
    meta: { prev_cursor: null, next_cursor: null },
  },
};
