import { operationAction } from "../../operationAction";
import { jobExample } from "./examples";
import { jobFields, jobId, params } from "./inputs";

export const updateJob = operationAction("PUT /jobs/{id}", {
  display: { label: "Update Job", description: "Update a job." },
  inputs: {
    id: jobId("ID of the job to update."),
    status: {
      label: "Status",
      comments: "The status to give the job.",
      example: "scheduled",
    },
    params: params,
    ...jobFields,
  },
  clearFields: "meta",
  examplePayload: jobExample,
});
