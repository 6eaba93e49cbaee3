/** Jobs: work on many tickets that Gorgias does later, step by step as the clock goes on. */

import { reasonsByField, reference, validator } from "../contract/document";
import type { Schemas } from "../contract/types";
import { ApiError, invalid } from "../errors";
import { formatMicros } from "../timeline";
import { type Actor, newActor } from "./actor";
import { performJob } from "./jobWork";
import type { JobRecord } from "./records/jobs";
import type { State } from "./state";
import { readTimestamp } from "./timestamps";
import { ticketsOfView } from "./viewFilters";

type Params = Schemas["JobParams"];

/** @throws ApiError 400 when the type needs other parameters, or for a time that is too far ahead */
export function createJob(state: State, actor: Actor, input: Schemas["JobCreate"]): JobRecord {
  checkParams(state, input.type, input.params);
  const scheduled = readSchedule(state, input.scheduled_datetime);
  const id = state.jobs.nextId();
  const job: JobRecord = {
    id,
    type: input.type,
    status: scheduled === null ? "pending" : "scheduled",
    params: input.params,
    info: null,
    meta: input.meta ?? null,
    user_id: actor.userId,
    uri: `/api/jobs/${id}/`,
    created_datetime: state.timeline.next(),
    scheduled_datetime: scheduled,
    started_datetime: null,
    ended_datetime: null,
    failed_datetime: null,
    locked_datetime: null,
    cancel_requested_datetime: null,
    cancelled_datetime: null,
  };
  state.jobs.set(id, job);
  state.jobsDue.set(id, firstStepMs(state, job));
  return job;
}

/** @throws ApiError 400 for a job that has started, and for a status that nobody can set */
export function updateJob(
  state: State,
  job: JobRecord,
  { status, params, meta, scheduled_datetime }: Schemas["JobUpdate"],
): JobRecord {
  const isCancel = status === "cancel_requested" || status === "canceled";
  if (status !== undefined && status !== job.status && !isCancel) {
    throw invalid("status", "A job can only be canceled.");
  }
  if (isCancel) {
    return cancelJob(state, job);
  }
  if (job.status !== "pending" && job.status !== "scheduled") {
    throw new ApiError(400, `The job is ${job.status}.`);
  }
  if (params) {
    checkParams(state, job.type as Schemas["JobCreate"]["type"], params);
  }
  const scheduled = readSchedule(state, scheduled_datetime);
  const changed: JobRecord = {
    ...job,
    ...(params && { params }),
    ...(meta !== undefined && { meta }),
    ...(scheduled_datetime !== undefined && {
      scheduled_datetime: scheduled,
      status: scheduled === null ? "pending" : "scheduled",
    }),
  };
  state.jobs.set(job.id, changed);
  if (changed.scheduled_datetime !== job.scheduled_datetime) {
    state.jobsDue.set(job.id, firstStepMs(state, changed));
  }
  return changed;
}

/** When a job first moves, ms: at the time it is scheduled for, or one step from now. */
function firstStepMs(state: State, { scheduled_datetime }: JobRecord): number {
  return scheduled_datetime
    ? Date.parse(scheduled_datetime)
    : state.timeline.clock.now() + state.jobStepMs;
}

/** One that runs is canceled at its next step. @throws ApiError 400 when it has ended */
export function cancelJob(state: State, job: JobRecord): JobRecord {
  if (!(job.status in STEPS)) {
    throw new ApiError(400, `The job is ${job.status}.`);
  }
  const now = state.timeline.next();
  const requested: JobRecord = {
    ...job,
    status: "cancel_requested",
    cancel_requested_datetime: now,
  };
  const isWaiting = job.status === "scheduled" || job.status === "pending";
  const changed = isWaiting ? canceled(requested, now) : requested;
  state.jobs.set(job.id, changed);
  return changed;
}

function canceled(job: JobRecord, now: string): JobRecord {
  return { ...job, status: "canceled", cancelled_datetime: now, ended_datetime: now };
}

/** The parameters without which a type of job has nothing to do. */
const NEEDED: Partial<Record<Schemas["JobCreate"]["type"], keyof Params>> = {
  applyMacro: "macro_id",
  updateTicket: "updates",
  importMacro: "url",
};
/** Types that work on tickets, which have to be named. */
const ON_TICKETS = ["applyMacro", "deleteTicket", "updateTicket"];

function checkParams(state: State, type: Schemas["JobCreate"]["type"], params: Params): void {
  const needed = NEEDED[type];
  if (needed && params[needed] === undefined) {
    throw invalid(`params.${needed}`, `Needed by a job of type ${type}.`);
  }
  if (ON_TICKETS.includes(type) && !(params.ticket_ids ?? params.view_id ?? params.view)) {
    throw invalid("params.ticket_ids", "Name the tickets by ticket_ids, view_id or view.");
  }
  if (params.macro_id !== undefined && !state.macros.has(params.macro_id)) {
    throw invalid("params.macro_id", "No such macro.");
  }
  if (params.view_id !== undefined && !state.views.has(params.view_id)) {
    throw invalid("params.view_id", "No such view.");
  }
  // Refuses filters that cannot be read, now and not when the job runs.
  ticketsOfView(state, { filters: params.view?.filters ?? null });
  if (type === "updateTicket") {
    checkUpdates(params.updates);
  }
}

function checkUpdates(updates: Params["updates"]): void {
  const schema = "#/components/schemas/TicketUpdate";
  const validate = validator("job updates", () => reference(schema));
  if (!validate(updates)) {
    const reasons = Object.entries(reasonsByField(validate.errors ?? [], ""));
    const data = reasons.map(([field, why]) => [`params.updates.${field}`, why] as const);
    throw new ApiError(400, "Invalid request.", Object.fromEntries(data));
  }
}

const MAX_AHEAD_MS = 60 * 60_000;

function readSchedule(state: State, text: string | null | undefined): string | null {
  const time = readTimestamp(text, "scheduled_datetime");
  const latest = formatMicros((state.timeline.clock.now() + MAX_AHEAD_MS) * 1000);
  if (time !== null && time > latest) {
    throw invalid("scheduled_datetime", "At most 60 minutes ahead.");
  }
  return time;
}

/** Takes every job as far as the clock allows. */
export function advanceJobs(state: State): void {
  const nowMs = state.timeline.clock.now();
  for (const id of state.jobsDue.keys()) {
    while ((state.jobsDue.get(id) ?? Number.POSITIVE_INFINITY) <= nowMs) {
      advance(state, id);
    }
  }
}

/** One step: a job waits, starts, ends. */
function advance(state: State, id: number): void {
  const job = state.jobs.get(id);
  const next = job && STEPS[job.status]?.(state, job);
  if (!next) {
    state.jobsDue.delete(id);
    return;
  }
  state.jobs.set(id, next);
  state.jobsDue.set(id, (state.jobsDue.get(id) ?? 0) + state.jobStepMs);
}

/** By status; those that are missing are ends. */
const STEPS: Partial<Record<string, (state: State, job: JobRecord) => JobRecord>> = {
  scheduled: (_, job) => ({ ...job, status: "pending" }),
  pending: (state, job) => ({
    ...job,
    status: "running",
    started_datetime: state.timeline.next(),
  }),
  running: ended,
  cancel_requested: (state, job) => canceled(job, state.timeline.next()),
};

function ended(state: State, job: JobRecord): JobRecord {
  const now = () => state.timeline.next();
  try {
    const info = performJob(state, newActor(state), job);
    return { ...job, status: "done", info, ended_datetime: now() };
  } catch (error) {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    const failed = now();
    const info = { error: { msg: error.message, data: error.data } };
    return { ...job, status: "errored", info, failed_datetime: failed, ended_datetime: failed };
  }
}
