import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import { clock } from "../clock";
import { InputError } from "../errors";
import { CALL_LIMIT_HEADER, type HttpRequest, persist, type Run, type Server } from "./attempts";
import type { Authentication } from "./authentication";
import { createDebugLog } from "./debugLog";
import { toRedirectError } from "./failures";
import type { ApiAnswer } from "./outcome";
import { pacerFor } from "./pacing";
import type { ApiPath } from "./path";
import { createRedactor } from "./redaction";
import { redirectTarget, redirectWithinApi } from "./redirects";
import { exchange } from "./transport";

/** Every attempt's own time limit, milliseconds. */
const ATTEMPT_TIMEOUT_MS = 60_000;
const MAX_REDIRECTS = 5;
const USER_AGENT = "prismatic-gorgias-component";

/** A request to the API of one account. */
export interface ApiRequest extends HttpRequest {
  path: ApiPath;
  /** Headers beside the component's own, names in lower case. */
  headers?: Record<string, string>;
  /** Milliseconds for each attempt. */
  timeoutMs?: number;
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
  /** Secrets beside the connection's that no log and no error may show. */
  secrets: readonly string[];
  /** When all requests must be done, on `clock.now()`'s scale, ms. */
  deadline?: number;
}

/**
 * Sends requests to one account: paced, repeated where that is safe, its failures explained.
 *
 * All methods throw GorgiasError and, for 401 and 403, ConnectionError.
 */
export interface Sender {
  /** Follows a 301 of a read inside the account's own API; any other redirect is an error. */
  send(request: ApiRequest): Promise<ApiAnswer<unknown>>;
  /** Reads a file. The redirect to where Gorgias keeps it is followed without credentials. */
  readFile(path: ApiPath): Promise<ApiAnswer<Buffer>>;
}

export function createSender(account: Account): Sender {
  const { connection, origin, logger } = account;
  const redactor = createRedactor(connection, account.secrets);
  const run: Run = {
    connection,
    logger,
    redactor,
    deadline: account.deadline,
    log: createDebugLog(logger, account.debug, redactor),
  };
  const server = gorgias(account);

  const send = async (request: ApiRequest, redirects = 0): Promise<ApiAnswer<unknown>> => {
    const outcome = await persist(run, server, request);
    if (outcome.kind === "success") {
      return outcome.answer;
    }
    const { wire } = outcome;
    const within = redirectWithinApi(redirectTarget(wire, `${origin}/api${request.path}`), origin);
    const follow = wire.status === 301 && request.method === "GET" && within !== undefined;
    if (!follow || redirects === MAX_REDIRECTS) {
      throw toRedirectError(server.name, request, wire, origin, redactor);
    }
    logger.info(`GET ${request.path} was merged into ${within.path}.`);
    // Gorgias wrote this path, and `redirectWithinApi` has seen that it stays inside /api.
    const path = within.path as ApiPath;
    return send({ ...request, path, query: within.query || request.query }, redirects + 1);
  };

  const readStorage = async (url: URL, redirects = 0): Promise<ApiAnswer<Buffer>> => {
    const keeper = storage(url);
    // The query is a signature: it is neither logged nor shown.
    const request: HttpRequest = {
      method: "GET",
      path: `${url.host}${url.pathname}`,
      expect: "bytes",
    };
    const outcome = await persist(run, keeper, request);
    if (outcome.kind === "success") {
      return outcome.answer as ApiAnswer<Buffer>;
    }
    const target = redirectTarget(outcome.wire, url.href);
    if (!target || redirects === MAX_REDIRECTS) {
      throw toRedirectError(keeper.name, request, outcome.wire, url.origin, redactor);
    }
    return readStorage(target, redirects + 1);
  };

  const readFile = async (path: ApiPath): Promise<ApiAnswer<Buffer>> => {
    const request: ApiRequest = { method: "GET", path, expect: "bytes" };
    const outcome = await persist(run, server, request);
    if (outcome.kind === "success") {
      return outcome.answer as ApiAnswer<Buffer>;
    }
    const target = redirectTarget(outcome.wire, `${origin}/api${path}`);
    if (!target) {
      throw toRedirectError(server.name, request, outcome.wire, origin, redactor);
    }
    return readStorage(target);
  };

  return { send: (request) => send(request), readFile };
}

/** Gorgias, asked with the account's credentials and within its rate limit. */
function gorgias({ connection, origin, authentication, deadline }: Account): Server<ApiRequest> {
  const pacer = pacerFor(`${origin} ${connection.key}`, authentication.bucketSize);
  return {
    name: "Gorgias",
    takesCredentials: true,
    turn: () => pacer.turn(),
    answered: (wire) => pacer.answered(wire?.headers[CALL_LIMIT_HEADER]),
    asksToPause: (ms) => pacer.pause(ms),
    exchange: ({ method, path, query, headers, body, contentType, expect, timeoutMs }) => {
      const url = new URL(`${origin}/api${path}${query ? `?${query}` : ""}`);
      if (!url.pathname.startsWith("/api/")) {
        throw new InputError(`${path} leaves the Gorgias API.`);
      }
      return exchange({
        method,
        url: url.href,
        headers: {
          accept: expect === "bytes" ? "*/*" : "application/json",
          "user-agent": USER_AGENT,
          ...headers,
          ...(contentType ? { "content-type": contentType } : {}),
          authorization: authentication.authorization,
        },
        body,
        timeoutMs: attemptTimeout(timeoutMs, deadline),
        as: expect === "bytes" ? "bytes" : "text",
      });
    },
  };
}

/** @returns ms for one attempt: before a deadline half of what is left, so that another fits. */
function attemptTimeout(timeoutMs = ATTEMPT_TIMEOUT_MS, deadline?: number): number {
  if (deadline === undefined) {
    return timeoutMs;
  }
  return Math.max(1, Math.min(timeoutMs, Math.floor((deadline - clock.now()) / 2)));
}

/** The host that keeps a file, asked without credentials. */
function storage(url: URL): Server<HttpRequest> {
  return {
    name: "The storage of Gorgias's files",
    takesCredentials: false,
    turn: async () => undefined,
    answered: () => undefined,
    asksToPause: () => undefined,
    exchange: ({ method }) =>
      exchange({
        method,
        url: url.href,
        headers: { accept: "*/*", "user-agent": USER_AGENT },
        timeoutMs: ATTEMPT_TIMEOUT_MS,
        as: "bytes",
      }),
  };
}
