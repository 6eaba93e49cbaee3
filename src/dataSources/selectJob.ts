import { gorgiasPicklist } from "./picklist";

export const selectJob = gorgiasPicklist("GET /jobs", {
  display: { label: "Select Job", description: "Select a job from a list of jobs." },
  inputs: {},
  kind: "Job",
  names: ({ id, type, status, created_datetime }) => [
    `${type}, ${status}, created ${created_datetime?.slice(0, 16).replace("T", " ")}`,
    `Job ${id}`,
  ],
  examplePayload: {
    result: [
      { key: "832", label: "applyMacro, running, created 2026-03-09 08:01" },
      { key: "831", label: "exportTicket, done, created 2026-03-08 17:30" },
    ],
  },
});
