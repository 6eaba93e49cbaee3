import { clock } from "../clock";
import { InputError } from "../errors";
import type { Account, ApiRequest } from "./apiRequest";
import { CALL_LIMIT_HEADER } from "./callLimit";
import { pacerFor } from "./pacing";
import type { HttpRequest, HttpResponse } from "./request";
import { transmit } from "./transport";

/** Every attempt's own time limit, milliseconds. */
const ATTEMPT_TIMEOUT_MS = 60_000;
const USER_AGENT = "prismatic-gorgias-component";

/** Who answers: Gorgias, or the storage that keeps its files. */
export interface Upstream<R extends HttpRequest = HttpRequest> {
  /** As errors call it. */
  name: string;
  /** Is it sent credentials, so that a 401 is the connection's fault? */
  authenticated: boolean;
  /** Resolves when the next request may be sent. */
  acquire(): Promise<void>;
  /** Sends a request once. @throws AttemptFailure */
  send(request: R, freshConnection: boolean): Promise<HttpResponse<string | Buffer>>;
  /** Called at the end of each attempt, with the response if there was one. */
  onResponse(response?: HttpResponse): void;
  /** Called when it asks for `ms` milliseconds without requests. */
  pauseFor(ms: number): void;
}

/** Gorgias, asked with the account's credentials and within its rate limit. */
export function gorgias({
  connection,
  origin,
  authentication,
  deadline,
}: Account): Upstream<ApiRequest> {
  const pacer = pacerFor(`${origin} ${connection.key}`, authentication.bucketSize);
  return {
    name: "Gorgias",
    authenticated: true,
    acquire: () => pacer.acquire(),
    onResponse: (response) => pacer.onResponse(response?.headers[CALL_LIMIT_HEADER]),
    pauseFor: (ms) => pacer.pauseFor(ms),
    send: (
      { method, path, query, headers, body, contentType, expect, timeoutMs },
      freshConnection,
    ) => {
      const url = new URL(`${origin}/api${path}${query ? `?${query}` : ""}`);
      if (!url.pathname.startsWith("/api/")) {
        throw new InputError(`${path} leaves the Gorgias API.`, { given: path });
      }
      return transmit({
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
        freshConnection,
      });
    },
  };
}

/** The host that keeps a file, asked without credentials. */
export function storage(url: URL): Upstream {
  return {
    name: "The storage of Gorgias's files",
    authenticated: false,
    acquire: async () => undefined,
    onResponse: () => undefined,
    pauseFor: () => undefined,
    send: ({ method }, freshConnection) =>
      transmit({
        method,
        url: url.href,
        headers: { accept: "*/*", "user-agent": USER_AGENT },
        timeoutMs: ATTEMPT_TIMEOUT_MS,
        as: "bytes",
        freshConnection,
      }),
  };
}

/** @returns ms for one attempt: before a deadline half of what is left, so that another fits. */
function attemptTimeout(timeoutMs = ATTEMPT_TIMEOUT_MS, deadline?: number): number {
  if (deadline === undefined) {
    return timeoutMs;
  }
  return Math.max(1, Math.min(timeoutMs, Math.floor((deadline - clock.now()) / 2)));
}
