import type { Connection } from "@prismatic-io/spectral";
import { GorgiasConnectionError, GorgiasError, type RequestFailure } from "./errors";
import type { FailedOutcome } from "./outcome";
import { redirectTarget, survivorOf } from "./redirects";
import { isAmbiguous, isRepeatable, MAX_WAIT_MS } from "./retry";
import type { WireAnswer } from "./transport";

/** The request as its error tells of it. */
interface FailedRequest {
  method: string;
  path: string;
  creates?: Creation;
  /** Who answers, when it is not Gorgias itself. */
  server?: string;
}

/** What a request creates, and what a builder does when it is not known whether it was created. */
export interface Creation {
  /** Such as "ticket". */
  what: string;
  /** Such as "look with List Tickets before you run this again". */
  advice: string;
}

const aftermath = ({ method, path, creates }: FailedRequest): string => {
  if (creates)
    return `. The ${creates.what} may have been created all the same, and it was not sent again: ${creates.advice}`;
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return "";
  return /\/search\/?$/.test(path)
    ? ". It was not sent again; a search changes nothing, so it can be run again"
    : ". Gorgias may have performed it all the same, and it was not sent again: look in Gorgias before you run this again";
};

const hintFor = (connection: Connection, status: number, html?: boolean): string => {
  if (html && status === 404)
    return `. Is ${connection.fields?.domain} (Domain) the name of the Gorgias account?`;
  return "";
};

/**
 * The error for an attempt that is not repeated.
 *
 * @param attempts how many attempts were made.
 * @param tooLongMs the wait that Gorgias asked for, when it was too long.
 */
export const toError = (
  connection: Connection,
  request: FailedRequest,
  outcome: FailedOutcome,
  attempts: number,
  tooLongMs?: number,
): GorgiasError | GorgiasConnectionError => {
  const { failure, problem, details } = outcome;
  const { method, path, server = "Gorgias" } = request;
  const status = failure.kind === "answer" ? failure.status : undefined;
  const heading = status
    ? `${server} answered ${status} to ${method} ${path}: ${problem}`
    : `${server} did not answer ${method} ${path}: ${problem}`;
  const counted = attempts > 1 ? `, after ${attempts} attempts` : "";
  const notRepeated = isAmbiguous(failure) && !isRepeatable(request) ? aftermath(request) : "";
  const wait = tooLongMs
    ? `. It asks to wait ${Math.round(tooLongMs / 1_000)} s, longer than the ${MAX_WAIT_MS / 1_000} s that are waited for: run this again later`
    : "";
  const hint = status ? hintFor(connection, status, outcome.html) : "";
  const message = `${heading}${counted}${notRepeated}${wait}${hint}`;
  const about: RequestFailure = { method, path, status, details };
  const isRefusal = (status === 401 || status === 403) && !request.server;
  return isRefusal
    ? new GorgiasConnectionError(connection, message, about)
    : new GorgiasError(message, about);
};

/** The error for a redirect that is not followed; for a write to what was merged, it names the heir. */
export const toRedirectError = (
  request: FailedRequest,
  wire: WireAnswer,
  origin: string,
): GorgiasError => {
  const { method, path, server = "Gorgias" } = request;
  const { status } = wire;
  const target = redirectTarget(wire, origin);
  const survivor = target?.origin === origin ? survivorOf(target) : undefined;
  const where = target && target.origin !== origin ? ` to ${target.host}` : "";
  const text = survivor
    ? `it was merged into ${survivor}, and nothing was changed: use ID ${survivor}`
    : `it redirects${where}, which is not followed`;
  return new GorgiasError(`${server} answered ${status} to ${method} ${path}: ${text}`, {
    method,
    path,
    status,
  });
};
