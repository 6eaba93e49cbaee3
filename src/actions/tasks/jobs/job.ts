import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import { GorgiasError } from "../../../http/errors";
import { withoutFullStop } from "../../../text";
import { type PollOptions, poll } from "../waiting";

export type Job = Schemas["Job"];

/** What became of a job. */
export type JobStatus = "done" | "failed" | "canceled" | "running";

export interface JobResult {
  status: JobStatus;
  job: Job;
}

/** The statuses in which a job ends; Gorgias may know more that go on. */
const ENDS = new Map<string, JobStatus>([
  ["done", "done"],
  ["errored", "failed"],
  ["fatal_errored", "failed"],
  ["canceled", "canceled"],
]);

/** Looks at a job until it has ended, or the time is up. */
export async function waitForEnd(
  client: GorgiasClient,
  id: number,
  options: PollOptions,
): Promise<JobResult> {
  const job = await poll(
    () => client.request("GET /jobs/{id}", { id }),
    ({ status }) => ENDS.has(status),
    options,
  );
  return { status: ENDS.get(job.status) ?? "running", job };
}

/**
 * Creates a job and waits for its end.
 *
 * @returns the job as it is when it was done, or when the time is up.
 * @throws GorgiasError for a job that failed or was canceled.
 */
export async function runJob(
  client: GorgiasClient,
  body: Schemas["JobCreate"],
  options: PollOptions,
): Promise<JobResult> {
  const creates = { what: "job", advice: "look with List Jobs before you run this again" };
  const { id } = await client.request("POST /jobs", body, { creates });
  client.logger.info(`Gorgias has taken job ${id} (${body.type}).`);
  const result = await waitForEnd(client, id, options).catch((error) => {
    throw error instanceof GorgiasError
      ? new GorgiasError(
          `${withoutFullStop(error.message)}. Job ${id} was created and goes on: look with Wait for Job, and do not start another`,
          error,
        )
      : error;
  });
  if (result.status === "failed" || result.status === "canceled") {
    throw jobFailed(result);
  }
  if (result.status === "running") {
    client.logger.warn(
      `Job ${id} has not ended in time and goes on: look again with Wait for Job, and do not start another.`,
    );
  }
  return result;
}

function jobFailed({ job: { id, type, status, info } }: JobResult): GorgiasError {
  const error = info?.error as { msg?: unknown } | string | undefined;
  const reason = typeof error === "object" ? error?.msg : error;
  return new GorgiasError(
    `Job ${id} (${type}) ended as ${status}${reason ? `: ${withoutFullStop(String(reason))}` : ""}. Some of its tickets may have been changed`,
    { method: "GET", path: `/jobs/${id}`, details: info },
  );
}
