import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { jobExample } from "./examples";
import { jobFields, jobId, params } from "./inputs";
import type { Job } from "./types";

const field = fieldsOf("update-job");

export const updateJob = gorgiasAction({
  operation: "update-job",
  display: { label: "Update Job", description: "Update a job." },
  reads: false,
  inputs: {
    connection,
    id: jobId("update-job", "ID of the job to update."),
    status: field("status", {
      label: "Status",
      comments: "The status to give the job.",
      example: "scheduled",
    }),
    params: field("params", params),
    ...jobFields("update-job"),
    clear_fields: clearFields("update-job", "meta"),
    debugRequest,
  },
  perform: async (client, { id, clear_fields, ...job }) => ({
    data: await client.put<Job>(path`/jobs/${id}`, changes(job, clear_fields)),
  }),
  examplePayload: jobExample,
});
