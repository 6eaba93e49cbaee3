import { gorgiasAction } from "../../../action";
import { fieldsOf } from "../../../inputs/input";
import { jobOutput } from "../outputs";
import { pollOptions, waitingInputs } from "../waiting";
import { waitForJobExample } from "./examples";
import { waitForEnd } from "./job";

const DEFAULT_TIMEOUT_S = 300;

export const waitForJob = gorgiasAction({
  outputSchema: jobOutput,
  display: {
    label: "Wait for Job",
    description: "Wait until a job has ended, and tell whether it was done, failed or canceled.",
  },
  // It waits for minutes: the designer does not run it by itself.
  reads: false,
  inputs: {
    id: fieldsOf("GET /jobs/{id}")("id", {
      label: "Job ID",
      comments: "The ID of the job, such as Create Job returns it.",
      example: "8571",
      required: true,
      dataSource: "selectJob",
    }),
    ...waitingInputs(
      "How long to wait. A job that has not ended by then is returned as running.",
      DEFAULT_TIMEOUT_S,
    ),
  },
  perform: async (client, { id, ...waiting }) => ({
    data: await waitForEnd(client, id, pollOptions(waiting, DEFAULT_TIMEOUT_S)),
  }),
  examplePayload: waitForJobExample,
});
