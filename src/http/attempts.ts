import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import { clock } from "../clock";
import type { DebugLog } from "./debugLog";
import { type Creation, toError } from "./failures";
import { type FailedOutcome, type Outcome, readAnswer, readLoss } from "./outcome";
import type { Redactor } from "./redaction";
import {
  DEFAULT_RETRY_POLICY,
  isAmbiguous,
  isRepeatable,
  MAX_WAIT_MS,
  type RetryPolicy,
  retryAfterMs,
} from "./retry";
import type { WireAnswer } from "./transport";

/** What is asked for, without regard to who answers. */
export interface HttpRequest {
  method: string;
  /** As logs and errors show it. */
  path: string;
  /** Without a question mark. */
  query?: string;
  /** JSON text, or the bytes of a form. */
  body?: string | Buffer;
  contentType?: string;
  /** What the answer is read as. "any": as JSON when it says that it is, else as text. */
  expect: "json" | "text" | "bytes" | "any";
  creates?: Creation;
  /** Does it change nothing, whatever its method? */
  reads?: boolean;
  retryPolicy?: RetryPolicy;
}

/** Who answers: Gorgias, or the storage that keeps its files. */
export interface Server<R extends HttpRequest> {
  /** As errors call it. */
  name: string;
  /** Does it refuse (401, 403) because of the connection? */
  takesCredentials: boolean;
  /** Resolves when the next request may be sent. */
  turn(): Promise<void>;
  /** Sends a request once. @throws TransportError */
  exchange(request: R): Promise<WireAnswer>;
  /** Is told of each attempt's end, and of the answer if there was one. */
  answered(wire?: WireAnswer): void;
  /** Is told that it asked for `ms` milliseconds of quiet. */
  asksToPause(ms: number): void;
}

/** Where attempts are told of, and whose connection they are made with. */
export interface Run {
  connection: Connection;
  logger: ActionLogger;
  log: DebugLog;
  redactor: Redactor;
  /** No wait goes beyond this, on `clock.now()`'s scale, ms. */
  deadline?: number;
}

export const CALL_LIMIT_HEADER = "x-gorgias-account-api-call-limit";

/**
 * Attempts until there is an answer, or no sense in another attempt.
 *
 * @returns a happy answer or a redirect.
 * @throws GorgiasError and, when credentials are refused, ConnectionError.
 */
export async function persist<R extends HttpRequest>(
  run: Run,
  server: Server<R>,
  request: R,
): Promise<Exclude<Outcome, FailedOutcome>> {
  const { method, path } = request;
  let mayBeDone = false;
  for (let next = 2; ; next += 1) {
    const outcome = await attempt(run, server, request);
    if (outcome.kind === "success") {
      return outcome;
    }
    if (outcome.kind === "redirect") {
      if (!isRepeatedRedirect(request, outcome.wire, next)) {
        return outcome;
      }
      await clock.sleep(request.retryPolicy?.delayMs(next) ?? 0);
      continue;
    }
    const { failure, wire, problem } = outcome;
    // An earlier DELETE was performed after all, and what it deleted is gone.
    if (method === "DELETE" && mayBeDone && wire?.status === 404) {
      return { kind: "success", answer: { data: undefined, status: 204, headers: wire.headers } };
    }
    mayBeDone ||= isAmbiguous(failure);
    const wait = waitBefore(run, server, request, outcome, next);
    const seconds = (wait / 1_000).toFixed(1);
    const reason = problem.replace(/\.$/, "");
    const told = `${method} ${path}: ${reason}; attempt ${next} follows in ${seconds} s.`;
    run.logger.warn(run.redactor.text(told));
    await clock.sleep(wait);
  }
}

async function attempt<R extends HttpRequest>(
  { log, redactor }: Run,
  server: Server<R>,
  request: R,
): Promise<Outcome> {
  const { method, path, query, body, contentType } = request;
  await server.turn();
  log("request", { method, path, query, body, contentType });
  const startedAt = clock.now();
  const ms = () => Math.round(clock.now() - startedAt);
  let wire: WireAnswer | undefined;
  try {
    wire = await server.exchange(request);
  } catch (error) {
    const loss = readLoss(error);
    log("answer", { method, path, ms: ms(), error: loss.problem });
    return loss;
  } finally {
    server.answered(wire);
  }
  const { status, headers } = wire;
  log("answer", {
    method,
    path,
    status,
    ms: ms(),
    callLimit: headers[CALL_LIMIT_HEADER],
    body: wire.body,
    contentType: headers["content-type"],
  });
  return readAnswer(wire, request, redactor);
}

/** Milliseconds to wait before attempt `next`. @throws the failure's error when there is to be none */
function waitBefore<R extends HttpRequest>(
  { connection, redactor, deadline = Number.POSITIVE_INFINITY }: Run,
  server: Server<R>,
  request: R,
  outcome: FailedOutcome,
  next: number,
): number {
  const policy = request.retryPolicy ?? DEFAULT_RETRY_POLICY;
  const { failure, final, wire } = outcome;
  const told = { connection, server, request, outcome, attempts: next - 1, redactor };
  if (final || next > policy.maxAttempts || !policy.repeats(failure, request)) {
    throw toError(told);
  }
  const asked = wire && retryAfterMs(wire.headers["retry-after"], wire.headers.date);
  const delay = asked ?? policy.delayMs(next);
  if (clock.now() + delay >= deadline) {
    throw toError(told);
  }
  if (!asked) {
    return delay;
  }
  if (asked > MAX_WAIT_MS) {
    throw toError({ ...told, tooLongMs: asked });
  }
  if (wire?.status === 429) {
    server.asksToPause(asked);
  }
  return policy === DEFAULT_RETRY_POLICY ? asked : Math.max(asked, policy.delayMs(next));
}

/** A redirect is an answer, unless Raw Request was told to repeat whatever is not a success. */
function isRepeatedRedirect(
  { method, path, retryPolicy }: HttpRequest,
  { status }: WireAnswer,
  next: number,
): boolean {
  return (
    retryPolicy !== undefined &&
    next <= retryPolicy.maxAttempts &&
    // A 301 says where the record is now, and will say so again.
    status !== 301 &&
    // A redirect of a POST can mean that it was performed.
    isRepeatable({ method, path }) &&
    retryPolicy.repeats({ kind: "answer", status }, { method, path })
  );
}
