import type { Job, JobStatus } from "./job";

const job: Job = {
  id: 8571,
  uri: "/api/jobs/8571/",
  type: "applyMacro",
  status: "done",
  params: { macro_id: 5712, ticket_ids: [353768814] },
  info: { count: 1 },
  meta: null,
  user_id: 567,
  created_datetime: "2025-02-07T10:12:40.518204+00:00",
  scheduled_datetime: null,
  started_datetime: "2025-02-07T10:12:42.104377+00:00",
  ended_datetime: "2025-02-07T10:12:44.862915+00:00",
};

const status: JobStatus = "done";

export const waitForJobExample = { data: { status, job } };
export const applyMacroExample = waitForJobExample;
export const deleteTicketsExample = {
  data: {
    status,
    job: { ...job, type: "deleteTicket", params: { ticket_ids: [353768814] } },
    deleted_ids: [353768814],
    remaining_ids: [] as number[],
  },
};
