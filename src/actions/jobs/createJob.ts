import { operationAction } from "../../operationAction";
import { jobExample } from "./examples";
import { jobFields, params } from "./inputs";
import { checkSelection, requireSelection } from "./selection";

export const createJob = operationAction("POST /jobs", {
  display: {
    label: "Create Job",
    description: "Create a job, which works on many tickets or macros in the background.",
  },
  creates: { what: "job", lookWith: "List Jobs" },
  inputs: {
    type: {
      label: "Type",
      comments: "What the job does.",
      example: "applyMacro",
      required: true,
    },
    params: { ...params, required: true },
    ...jobFields,
  },
  prepare: ({ type, params: given }) => {
    checkSelection(given);
    requireSelection(type, given);
    return {};
  },
  examplePayload: jobExample,
});
