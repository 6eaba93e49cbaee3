import type { Account, ApiRequest } from "./apiRequest";
import { createDebugLog } from "./debugLog";
import { GorgiasError } from "./errors";
import type { ApiPath } from "./path";
import { createRedactor } from "./redaction";
import { isRedirect, isStorage, redirectTarget, redirectWithinApi } from "./redirects";
import type { HttpRequest, HttpResponse } from "./request";
import { isAmbiguousStatus } from "./retry";
import { type Run, sendWithRetries } from "./sendWithRetries";
import { toRedirectError } from "./toError";
import { gorgias, storage } from "./upstreams";

const MAX_REDIRECTS = 5;

/**
 * Sends requests to one account: paced, repeated where that is safe, its failures explained.
 *
 * All methods throw GorgiasError and, when the credentials are refused, ConnectionError.
 */
export interface Sender {
  /** Follows a 301 of a read inside the account's own API; any other redirect is an error. */
  send(request: ApiRequest): Promise<HttpResponse<unknown>>;
  /** Reads a file. The redirect to where Gorgias keeps it is followed without credentials. */
  readFile(path: ApiPath): Promise<HttpResponse<Buffer>>;
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
  const upstream = gorgias(account);

  async function follow(request: ApiRequest, redirects = 0): Promise<HttpResponse> {
    const response = await sendWithRetries(run, upstream, request);
    if (!isRedirect(response.status)) {
      return response;
    }
    const target = redirectTarget(response, `${origin}/api${request.path}`);
    const within = redirectWithinApi(target, origin);
    const isFollowed = response.status === 301 && request.method === "GET" && within !== undefined;
    if (!isFollowed || redirects === MAX_REDIRECTS) {
      throw toRedirectError(upstream.name, request, response, origin, redactor);
    }
    logger.info(redactor.text(`${request.method} ${request.path} was merged into ${within.path}.`));
    // Gorgias wrote this path, and `redirectWithinApi` has seen that it stays inside /api.
    const path = within.path as ApiPath;
    return follow({ ...request, path, query: within.query || request.query }, redirects + 1);
  }

  async function send(request: ApiRequest): Promise<HttpResponse> {
    try {
      return await follow(request);
    } catch (error) {
      if (request.goneIsSuccess && mayHaveSucceeded(error) && (await isGone(request))) {
        return { data: undefined, status: 204, headers: {} };
      }
      throw error;
    }
  }

  async function isGone({ path }: ApiRequest): Promise<boolean> {
    try {
      await follow({ method: "GET", path, expect: "json", effect: "none" });
      return false;
    } catch (error) {
      return error instanceof GorgiasError && error.status === 404;
    }
  }

  async function readStorage(url: URL, redirects = 0): Promise<HttpResponse<Buffer>> {
    const storageHost = storage(url);
    // The query is a signature: it is neither logged nor shown.
    const request: HttpRequest = {
      method: "GET",
      path: `${url.host}${url.pathname}`,
      expect: "bytes",
      effect: "none",
    };
    const response = await sendWithRetries(run, storageHost, request);
    if (!isRedirect(response.status)) {
      return response as HttpResponse<Buffer>;
    }
    const target = redirectTarget(response, url.href);
    if (!target || !isStorage(target, origin) || redirects === MAX_REDIRECTS) {
      throw toRedirectError(storageHost.name, request, response, url.origin, redactor);
    }
    return readStorage(target, redirects + 1);
  }

  async function readFile(path: ApiPath): Promise<HttpResponse<Buffer>> {
    const request: ApiRequest = { method: "GET", path, expect: "bytes", effect: "none" };
    const response = await sendWithRetries(run, upstream, request);
    if (!isRedirect(response.status)) {
      return response as HttpResponse<Buffer>;
    }
    const target = redirectTarget(response, `${origin}/api${path}`);
    if (!target || !isStorage(target, origin)) {
      throw toRedirectError(upstream.name, request, response, origin, redactor);
    }
    return readStorage(target);
  }

  return { send, readFile };
}

/** No response, one that leaves open what was done, or a part of one that says it was. */
function mayHaveSucceeded(error: unknown): boolean {
  return (
    error instanceof GorgiasError &&
    (error.status === undefined || error.status < 300 || isAmbiguousStatus(error.status))
  );
}
