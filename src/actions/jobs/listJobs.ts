import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { paging } from "../../inputs/paging";
import { connection, debugRequest } from "../../inputs/shared";
import { listRecords } from "../../listing";
import { listJobsExample } from "./examples";
import type { Job } from "./types";

const field = fieldsOf("list-jobs");
const { cursor, fetchAll, limit } = paging("list-jobs", "jobs");

export const listJobs = gorgiasAction({
  operation: "list-jobs",
  display: { label: "List Jobs", description: "List the jobs of your account." },
  reads: true,
  inputs: {
    connection,
    type: field("type", {
      label: "Type",
      comments: "Only jobs of this type are returned; if left blank, all are.",
      example: "applyMacro",
    }),
    status: field("status", {
      label: "Status",
      comments: "Only jobs with this status are returned; if left blank, all are.",
      example: "done",
    }),
    order_by: field("order_by", {
      label: "Order By",
      comments: "Attribute used to order jobs. If left blank, the newest come first.",
      example: "created_datetime:desc",
    }),
    fetchAll,
    limit,
    cursor,
    debugRequest,
  },
  perform: async (client, inputs) => ({
    data: await listRecords<Job>(client, path`/jobs`, inputs),
  }),
  examplePayload: listJobsExample,
});
