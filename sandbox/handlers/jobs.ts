import { cancelJob, createJob, updateJob } from "../state/jobs";
import { requireRecord } from "../state/requireRecord";
import type { Handlers } from "./handler";

export const jobHandlers: Handlers = {
  "list-jobs": ({ state, query, pager }) => ({
    status: 200,
    body: pager.page(query, {
      records: state.jobs.ordered("created_datetime"),
      matches: ({ status, type }) =>
        (query.status === undefined || status === query.status) &&
        (query.type === undefined || type === query.type),
      render: (job) => job,
    }),
  }),

  "create-job": ({ state, actor, body }) => ({
    status: 201,
    body: createJob(state, actor, body),
  }),

  "get-job": ({ state, path }) => ({
    status: 200,
    body: requireRecord(state.jobs, "Job", path.id),
  }),

  "update-job": ({ state, path, body }) => ({
    status: 202,
    body: updateJob(state, requireRecord(state.jobs, "Job", path.id), body),
  }),

  "cancel-job": ({ state, path }) => {
    cancelJob(state, requireRecord(state.jobs, "Job", path.id));
    return { status: 204, body: undefined };
  },
};
