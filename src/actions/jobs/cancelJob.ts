import { gorgiasAction, SUCCESS, succeed } from "../../action";
import { path } from "../../http/path";
import { connection, debugRequest } from "../../inputs/shared";
import { jobId } from "./inputs";

export const cancelJob = gorgiasAction({
  operation: "cancel-job",
  display: { label: "Cancel Job", description: "Cancel a job." },
  reads: false,
  inputs: { connection, id: jobId("cancel-job", "ID of the job to cancel."), debugRequest },
  perform: (client, { id }) => succeed(client.delete(path`/jobs/${id}`)),
  examplePayload: SUCCESS,
});
