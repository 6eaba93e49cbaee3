import { gorgiasAction } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { jobExample } from "./examples";
import { jobId } from "./inputs";
import type { Job } from "./types";

export const getJob = gorgiasAction({
  operation: "get-job",
  display: { label: "Get Job", description: "Retrieve a job, to see how far it is." },
  reads: true,
  inputs: { connection, id: jobId("get-job", "ID of the job you're looking for."), debugRequest },
  perform: async (client, { id }) => ({ data: await client.get<Job>(path`/jobs/${id}`) }),
  examplePayload: jobExample,
});
