import { operationAction } from "../../operationAction";
import { jobExample } from "./examples";
import { jobId } from "./inputs";

export const getJob = operationAction("GET /jobs/{id}", {
  display: { label: "Get Job", description: "Retrieve a job, to see how far it is." },
  inputs: { id: jobId("ID of the job to retrieve.") },
  examplePayload: jobExample,
});
