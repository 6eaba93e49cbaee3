import { operationAction } from "../../operationAction";
import { jobExample } from "./examples";
import { jobFields, jobId, params } from "./inputs";
import { checkSelection } from "./selection";

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
  // Null would run the job at once.
  clearFields: { example: "meta", except: ["scheduled_datetime"] },
  prepare: ({ params: given }) => {
    checkSelection(given);
    return {};
  },
  examplePayload: jobExample,
});
