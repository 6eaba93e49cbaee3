import { operationAction } from "../../operationAction";
import { jobId } from "./inputs";

export const cancelJob = operationAction("DELETE /jobs/{id}", {
  display: { label: "Cancel Job", description: "Cancel a job." },
  inputs: { id: jobId("ID of the job to cancel.") },
});
