import { operationAction } from "../../operationAction";
import { listJobsExample } from "./examples";

export const listJobs = operationAction("GET /jobs", {
  display: { label: "List Jobs", description: "List the jobs of your account." },
  lists: "jobs",
  inputs: {
    type: {
      label: "Type",
      comments: "Only jobs of this type are returned; if left blank, all are.",
      example: "applyMacro",
    },
    status: {
      label: "Status",
      comments: "Only jobs with this status are returned; if left blank, all are.",
      example: "done",
    },
    order_by: {
      label: "Order By",
      comments: "Attribute used to order jobs. If left blank, the newest come first.",
      example: "created_datetime:desc",
    },
  },
  examplePayload: listJobsExample,
});
