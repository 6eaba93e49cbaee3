import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { connection, debugRequest } from "../../inputs/shared";
import { jobExample } from "./examples";
import { jobFields, params } from "./inputs";
import type { Job } from "./types";

const field = fieldsOf("create-job");

export const createJob = gorgiasAction({
  operation: "create-job",
  display: {
    label: "Create Job",
    description: "Create a job, which works on many tickets or macros in the background.",
  },
  reads: false,
  inputs: {
    connection,
    type: field("type", {
      label: "Type",
      comments: "What the job does.",
      example: "applyMacro",
      required: true,
    }),
    params: field("params", { ...params, required: true }),
    ...jobFields("create-job"),
    debugRequest,
  },
  perform: async (client, job) => ({
    data: await client.post<Job>(path`/jobs`, job, {
      creates: { what: "job", advice: "look with List Jobs before you run this again" },
    }),
  }),
  examplePayload: jobExample,
});
