import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import type { Authentication } from "./authentication";
import { clock } from "./clock";
import { createDebugLog } from "./debugLog";
import { InputError } from "./errors";
import { type Creation, toError, toRedirectError } from "./failures";
import { type ApiAnswer, type FailedOutcome, type Outcome, readAnswer, readLoss } from "./outcome";
import { pacerFor } from "./pacing";
import type { ApiPath } from "./path";
import { createRedactor } from "./redaction";
import { redirectTarget, redirectWithinApi } from "./redirects";
import {
  DEFAULT_RETRY_POLICY,
  isAmbiguous,
  MAX_WAIT_MS,
  type RetryPolicy,
  retryAfterMs,
} from "./retry";
import { exchange, type WireAnswer } from "./transport";

/** Every attempt's own time limit, milliseconds. */
export const ATTEMPT_TIMEOUT_MS = 60_000;
const MAX_REDIRECTS = 5;
const USER_AGENT = "prismatic-gorgias-component";
const CALL_LIMIT_HEADER = "x-gorgias-account-api-call-limit";

/** A request to the API of one account. */
export interface ApiRequest {
  method: string;
  path: ApiPath;
  /** Without a question mark. */
  query?: string;
  /** JSON text, or the bytes of a form. */
  body?: string | Buffer;
  contentType?: string;
  /** Headers beside the component's own. */
  headers?: Record<string, string>;
  /** What the answer is read as. "any": as JSON when it says that it is, else as text. */
  expect: "json" | "text" | "bytes" | "any";
  creates?: Creation;
  retryPolicy?: RetryPolicy;
  /** Milliseconds for each attempt. */
  timeoutMs?: number;
  /** Who answers, when it is not Gorgias itself. */
  server?: string;
}

/** The account that requests go to, and where it is told of them. */
export interface Account {
  connection: Connection;
  /** Such as `https://green-garden.gorgias.com`. */
  origin: string;
  authentication: Authentication;
  logger: ActionLogger;
  /** Log every request and answer? */
  debug: boolean;
}

/** Sends requests to one account: paced, repeated where that is safe, its failures explained. */
export interface Sender {
  /** Follows a 301 of a read inside the account's own API; any other redirect is an error. */
  send<T>(request: ApiRequest): Promise<ApiAnswer<T>>;
  /** Hands a redirect to the caller. For files, which are kept on another host. */
  sendUnfollowed(request: ApiRequest): Promise<ApiAnswer<unknown> | URL>;
  /** Reads another host's URL, without credentials. */
  readElsewhere(url: URL): Promise<ApiAnswer<Buffer>>;
}

/** @throws (from the returned functions) GorgiasError and, for 401 and 403, ConnectionError. */
export const createSender = (account: Account): Sender => {
  const { connection, origin, authentication, logger } = account;
  const redactor = createRedactor(connection);
  const log = createDebugLog(logger, account.debug, redactor);
  const pacer = pacerFor(`${origin} ${connection.key}`, authentication.bucketSize);

  const toGorgias = async (request: ApiRequest): Promise<WireAnswer> => {
    const { method, path, query, body, contentType, expect } = request;
    const url = new URL(`${origin}/api${path}${query ? `?${query}` : ""}`);
    if (!url.pathname.startsWith("/api/")) throw new InputError(`${path} leaves the Gorgias API.`);
    await pacer.turn();
    let callLimit: string | undefined;
    try {
      const wire = await exchange({
        method,
        url: url.href,
        headers: {
          Accept: expect === "bytes" ? "*/*" : "application/json",
          "User-Agent": USER_AGENT,
          ...request.headers,
          ...(contentType ? { "Content-Type": contentType } : {}),
          Authorization: authentication.authorization,
        },
        body,
        timeoutMs: request.timeoutMs ?? ATTEMPT_TIMEOUT_MS,
        as: expect === "bytes" ? "bytes" : "text",
      });
      callLimit = wire.headers[CALL_LIMIT_HEADER];
      return wire;
    } finally {
      pacer.answered(callLimit);
    }
  };

  /** One attempt, told to the debug log. */
  const attempt = async (
    request: ApiRequest,
    transmit: (request: ApiRequest) => Promise<WireAnswer>,
  ): Promise<Outcome> => {
    const { method, path, query, body, contentType } = request;
    log("request", { method, path, query, body, contentType });
    const startedAt = clock.now();
    const ms = () => Math.round(clock.now() - startedAt);
    try {
      const wire = await transmit(request);
      const { status, headers } = wire;
      const told = { status, ms: ms(), callLimit: headers[CALL_LIMIT_HEADER] };
      log("answer", {
        method,
        path,
        ...told,
        body: wire.body,
        contentType: headers["content-type"],
      });
      return readAnswer(wire, request, redactor);
    } catch (error) {
      const loss = readLoss(error);
      log("answer", { method, path, ms: ms(), error: loss.problem });
      return loss;
    }
  };

  /** How long to wait before attempt `next`; an error when there is to be none. */
  const waitFor = (request: ApiRequest, outcome: FailedOutcome, next: number): number => {
    const policy = request.retryPolicy ?? DEFAULT_RETRY_POLICY;
    const { failure, final, wire } = outcome;
    const attempts = next - 1;
    if (final || next > policy.maxAttempts || !policy.repeats(failure, request))
      throw toError(connection, request, outcome, attempts);
    const asked = wire && retryAfterMs(wire.headers["retry-after"], wire.headers.date);
    if (asked && asked > MAX_WAIT_MS) throw toError(connection, request, outcome, attempts, asked);
    if (asked && wire?.status === 429 && !request.server) pacer.pause(asked);
    if (asked && !request.retryPolicy) return asked;
    return Math.max(asked ?? 0, policy.delayMs(next));
  };

  /** Attempts until there is an answer or no sense in another attempt. */
  const persist = async (
    request: ApiRequest,
    transmit: (request: ApiRequest) => Promise<WireAnswer>,
  ): Promise<Exclude<Outcome, FailedOutcome>> => {
    let mayBeDone = false;
    for (let next = 2; ; next += 1) {
      const outcome = await attempt(request, transmit);
      if (outcome.kind !== "failure") return outcome;
      const { failure, wire } = outcome;
      // The first DELETE was performed after all, and what it deleted is gone.
      if (request.method === "DELETE" && mayBeDone && wire?.status === 404)
        return { kind: "success", answer: { data: undefined, status: 204, headers: wire.headers } };
      mayBeDone ||= isAmbiguous(failure);
      const wait = waitFor(request, outcome, next);
      logger.warn(
        `${request.method} ${request.path}: ${outcome.problem}; attempt ${next} in ${(wait / 1_000).toFixed(1)} s.`,
      );
      await clock.sleep(wait);
    }
  };

  const send = async (request: ApiRequest, redirects = 0): Promise<ApiAnswer<unknown>> => {
    const outcome = await persist(request, toGorgias);
    if (outcome.kind === "success") return outcome.answer;
    const { wire } = outcome;
    const within = redirectWithinApi(redirectTarget(wire, `${origin}/api${request.path}`), origin);
    const follow = wire.status === 301 && request.method === "GET" && within !== undefined;
    if (!follow || redirects === MAX_REDIRECTS) throw toRedirectError(request, wire, origin);
    logger.info(`GET ${request.path} was merged and moved to ${within.path}.`);
    // Gorgias escaped the path, and `redirectWithinApi` has seen that it stays inside /api.
    const path = within.path as ApiPath;
    return send({ ...request, path, query: within.query || request.query }, redirects + 1);
  };

  const sendUnfollowed = async (request: ApiRequest): Promise<ApiAnswer<unknown> | URL> => {
    const outcome = await persist(request, toGorgias);
    if (outcome.kind === "success") return outcome.answer;
    const target = redirectTarget(outcome.wire, `${origin}/api${request.path}`);
    if (!target) throw toRedirectError(request, outcome.wire, origin);
    return target;
  };

  const readElsewhere = async (url: URL, redirects = 0): Promise<ApiAnswer<Buffer>> => {
    // The path stands for the whole URL, whose query is a signature.
    const request: ApiRequest = {
      method: "GET",
      path: `${url.host}${url.pathname}` as ApiPath,
      expect: "bytes",
      server: "The storage of Gorgias's files",
    };
    const outcome = await persist(request, () =>
      exchange({
        method: "GET",
        url: url.href,
        headers: { Accept: "*/*", "User-Agent": USER_AGENT },
        timeoutMs: ATTEMPT_TIMEOUT_MS,
        as: "bytes",
      }),
    );
    if (outcome.kind === "success") return outcome.answer as ApiAnswer<Buffer>;
    const target = redirectTarget(outcome.wire, url.href);
    if (!target || !/^https?:$/.test(target.protocol) || redirects === MAX_REDIRECTS)
      throw toRedirectError(request, outcome.wire, url.origin);
    return readElsewhere(target, redirects + 1);
  };

  return {
    send: (request) => send(request) as Promise<ApiAnswer<never>>,
    sendUnfollowed,
    readElsewhere: (url) => readElsewhere(url),
  };
};
