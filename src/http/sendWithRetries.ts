import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import { clock } from "../clock";
import { withoutFullStop } from "../text";
import { CALL_LIMIT_HEADER } from "./callLimit";
import type { DebugLog } from "./debugLog";
import { AttemptFailure } from "./failure";
import { readResponse } from "./readResponse";
import type { Redactor } from "./redaction";
import { isRedirect } from "./redirects";
import type { HttpRequest, HttpResponse } from "./request";
import { DEFAULT_RETRY_POLICY, MAX_WAIT_MS, patientDelayMs, type RetryPolicy } from "./retry";
import { type ErrorContext, toError } from "./toError";
import type { Upstream } from "./upstreams";

/** Where attempts are logged, and whose connection they are made with. */
export interface Run {
  connection: Connection;
  logger: ActionLogger;
  log: DebugLog;
  redactor: Redactor;
  /** No wait goes beyond this, on `clock.now()`'s scale, ms. */
  deadline?: number;
}

/** What a request has gone through so far. */
interface History {
  /** Retries that count as attempts. */
  retries: number;
  /** 429s that were waited out. */
  refusals: number;
  /** When the first of them came. */
  refusedSince?: number;
  /** Is it open whether an attempt was performed? */
  mayBeDone: boolean;
  /** Did the last attempt lose its connection? Others of the pool may be as stale. */
  lostConnection: boolean;
}

/**
 * Sends until there is a response, or no sense in another attempt.
 *
 * @returns a 2xx response or a redirect.
 * @throws GorgiasError and, when credentials are refused, ConnectionError.
 */
export async function sendWithRetries<R extends HttpRequest>(
  run: Run,
  upstream: Upstream<R>,
  request: R,
): Promise<HttpResponse> {
  const history: History = { retries: 0, refusals: 0, mayBeDone: false, lostConnection: false };
  for (;;) {
    try {
      const response = await sendOnce(run, upstream, request, history);
      if (!isRepeatedRedirect(request, response, history)) {
        return response;
      }
      history.retries += 1;
      await clock.sleep(request.retryPolicy?.delayMs(history.retries) ?? 0);
    } catch (failure) {
      if (!(failure instanceof AttemptFailure)) {
        throw failure;
      }
      if (failure.status === 404 && history.mayBeDone && isDeletionOfOne(request)) {
        return { data: undefined, status: 204, headers: {} };
      }
      await waitAfter(run, upstream, request, failure, history);
    }
  }
}

async function sendOnce<R extends HttpRequest>(
  { log, redactor }: Run,
  upstream: Upstream<R>,
  request: R,
  { lostConnection }: History,
): Promise<HttpResponse> {
  const { method, path, query, body, contentType, effect, retryPolicy } = request;
  const isLastChance = effect === "once" || retryPolicy?.maxAttempts === 1;
  await upstream.acquire();
  log("request", { method, path, query, body, contentType });
  const startedAt = clock.now();
  const ms = () => Math.round(clock.now() - startedAt);
  let response: HttpResponse<string | Buffer> | undefined;
  try {
    response = await upstream.send(request, isLastChance || lostConnection);
  } catch (error) {
    if (error instanceof AttemptFailure) {
      log("answer", { method, path, ms: ms(), error: error.message });
    }
    throw error;
  } finally {
    upstream.onResponse(response);
  }
  const { status, headers, data } = response;
  log("answer", {
    method,
    path,
    status,
    ms: ms(),
    callLimit: headers[CALL_LIMIT_HEADER],
    body: data,
    contentType: headers["content-type"],
  });
  return readResponse(response, request, redactor, !upstream.authenticated);
}

/** A repeated DELETE of one thing that finds nothing was performed before; one with a body names many. */
function isDeletionOfOne({ method, body, query }: HttpRequest): boolean {
  return method === "DELETE" && body === undefined && !query;
}

/** Waits before the next attempt. @throws the failure's error when there is to be none */
async function waitAfter<R extends HttpRequest>(
  run: Run,
  upstream: Upstream<R>,
  request: R,
  failure: AttemptFailure,
  history: History,
): Promise<void> {
  const policy = request.retryPolicy ?? DEFAULT_RETRY_POLICY;
  const { connection, redactor, logger, deadline = Number.POSITIVE_INFINITY } = run;
  const { method, path } = request;
  const attempts = history.retries + history.refusals + 1;
  const context = { connection, upstream, request, failure, attempts, redactor };
  history.mayBeDone ||= failure.mayHaveArrived;
  history.lostConnection = failure.status === undefined;
  const isPatient = failure.status === 429 && policy.patienceMs > 0;
  const wait = isPatient
    ? patience(policy, context, history)
    : retryDelay(policy, context, history);
  if (clock.now() + wait >= deadline) {
    throw toError(context);
  }
  if (failure.status === 429 && failure.retryAfterMs) {
    // With the jitter: what waits behind this request would else come back with that of all others.
    upstream.pauseFor(isPatient ? wait : failure.retryAfterMs);
  }
  const reason = withoutFullStop(failure.message);
  const seconds = (wait / 1_000).toFixed(1);
  logger.warn(
    redactor.text(`${method} ${path}: ${reason}; attempt ${attempts + 1} follows in ${seconds} s.`),
  );
  await clock.sleep(wait);
}

/** A 429 was not performed and is no attempt: it is waited out until the patience is spent. */
function patience(policy: RetryPolicy, context: ErrorContext, history: History): number {
  history.refusals += 1;
  history.refusedSince ??= clock.now();
  const { retryAfterMs } = context.failure;
  const wait = patientDelayMs(retryAfterMs, history.refusals);
  const spent = clock.now() - history.refusedSince;
  if (spent + (retryAfterMs ?? wait) > policy.patienceMs) {
    throw toError({ ...context, askedMs: retryAfterMs, maxWaitMs: policy.patienceMs });
  }
  return wait;
}

function retryDelay(policy: RetryPolicy, context: ErrorContext, history: History): number {
  const { failure, request } = context;
  history.retries += 1;
  if (failure.final || history.retries >= policy.maxAttempts || !policy.repeats(failure, request)) {
    throw toError(context);
  }
  const asked = failure.retryAfterMs;
  if (!asked) {
    return policy.delayMs(history.retries);
  }
  if (asked > MAX_WAIT_MS) {
    throw toError({ ...context, askedMs: asked, maxWaitMs: MAX_WAIT_MS });
  }
  return policy === DEFAULT_RETRY_POLICY ? asked : Math.max(asked, policy.delayMs(history.retries));
}

/** A redirect is a response, unless Raw Request was told to repeat whatever is not a success. */
function isRepeatedRedirect(
  { effect, retryPolicy }: HttpRequest,
  { status }: HttpResponse,
  { retries }: History,
): boolean {
  return (
    isRedirect(status) &&
    retryPolicy !== undefined &&
    retries + 1 < retryPolicy.maxAttempts &&
    // A 301 says where the record is now, and will say so again.
    status !== 301 &&
    // A redirect of what is done once can mean that it was performed.
    effect !== "once" &&
    retryPolicy.repeats({ status, mayHaveArrived: false }, { effect })
  );
}
