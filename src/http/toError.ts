import type { Connection } from "@prismatic-io/spectral";
import { withoutFullStop } from "../text";
import { GorgiasConnectionError, GorgiasError, type RequestFailure } from "./errors";
import type { FailureFacts } from "./failure";
import { type Redactor, withoutNamedSecrets, withoutSecrets } from "./redaction";
import { mergedIntoId, redirectTarget } from "./redirects";
import type { HttpRequest, HttpResponse } from "./request";
import { mayBeSentAgain } from "./retry";

/** A failed request and all that its error says. */
export interface ErrorContext {
  connection: Connection;
  /** Who answered, or did not. */
  upstream: { name: string; authenticated: boolean };
  request: HttpRequest;
  failure: FailureFacts & { message: string };
  /** How many attempts were made. */
  attempts: number;
  redactor: Redactor;
  /** The wait, in ms, that the server asked for last. */
  askedMs?: number;
  /** How long is waited for it at most, ms, when that is why there is no other attempt. */
  maxWaitMs?: number;
}

/** The error for an attempt that is not repeated. */
export function toError(context: ErrorContext): GorgiasError | GorgiasConnectionError {
  const { connection, upstream, request, failure, redactor } = context;
  const { method, path } = request;
  const status = failure.status ?? (request.effect === "once" ? failure.performedWith : undefined);
  const heading = status
    ? `${upstream.name} answered ${status} to ${method} ${path}: ${failure.message}`
    : `${upstream.name} did not answer ${method} ${path}: ${failure.message}`;
  const more = notesOn(context).join("");
  const id = failure.requestId ? ` (request ID ${failure.requestId})` : "";
  const message = redactor.text(more || id ? withoutFullStop(heading) + id + more : heading);
  const about: RequestFailure = {
    method,
    path: redactor.text(path),
    status,
    details: failure.details,
    requestId: failure.requestId && redactor.text(failure.requestId),
  };
  const isDenied = status === 401 || (status === 403 && failure.deniesAccess === true);
  return upstream.authenticated && isDenied
    ? new GorgiasConnectionError(connection, message, about)
    : new GorgiasError(message, about);
}

/** The error for a redirect that is not followed; for a write to what was merged, it names what remains. */
export function toRedirectError(
  upstreamName: string,
  request: HttpRequest,
  response: HttpResponse,
  origin: string,
  redactor: Redactor,
): GorgiasError {
  const { method, path, effect } = request;
  const { status, headers } = response;
  const target = redirectTarget(response, origin);
  const survivor = target?.origin === origin ? mergedIntoId(target.pathname) : undefined;
  const isMerged = status === 301 && survivor !== undefined && survivor !== mergedIntoId(path);
  const where = target && target.origin !== origin ? ` to ${target.host}` : "";
  // "See there" can follow what was done; 307 and 308 ask for it to be done elsewhere.
  const mayBeDone = (status === 302 || status === 303) && effect === "once";
  const unchanged = effect === "none" ? "" : ", and nothing was changed";
  const text = isMerged
    ? `it was merged into ${survivor}${unchanged}: use ID ${survivor}`
    : `it redirects${where}, which is not followed${mayBeDone ? ambiguousWriteAdvice(request) : ""}`;
  const requestId = headers["x-request-id"];
  const id = requestId ? ` (request ID ${requestId})` : "";
  return new GorgiasError(
    redactor.text(
      withoutNamedSecrets(`${upstreamName} answered ${status} to ${method} ${path}: ${text}${id}`),
    ),
    { method, path: redactor.text(path), status, requestId },
  );
}

function notesOn({
  connection,
  request,
  failure,
  attempts,
  askedMs,
  maxWaitMs,
}: ErrorContext): string[] {
  return [
    attempts > 1 ? `, after ${attempts} attempts` : "",
    mayBeSentAgain(failure, request) ? "" : ambiguousWriteAdvice(request, failure.performedWith),
    maxWaitMs === undefined ? "" : waitAdvice(maxWaitMs, askedMs),
    failure.status === 404 && failure.html
      ? `. Is ${withoutSecrets(connection).fields.domain} (Domain) the name of the Gorgias account?`
      : "",
  ];
}

function waitAdvice(maxWaitMs: number, askedMs = 0): string {
  const most = Math.floor(maxWaitMs / 1_000);
  return askedMs > maxWaitMs
    ? `. It asks to wait ${Math.round(askedMs / 1_000)} s, longer than the ${most} s that are waited for: run this again later`
    : `. There was no room within ${most} s: run this again later`;
}

/** What is to be said of a write that was or may have been performed and is not sent again. */
function ambiguousWriteAdvice(
  { creates }: Pick<HttpRequest, "creates">,
  performedWith?: number,
): string {
  if (performedWith) {
    return creates
      ? `. The ${creates.what} was created, and it was not sent again: ${creates.advice}`
      : `. It was performed, and it was not sent again: look in Gorgias before you run this again`;
  }
  return creates
    ? `. The ${creates.what} may have been created all the same, and it was not sent again: ${creates.advice}`
    : `. It may have been performed all the same, and it was not sent again: look in Gorgias before you run this again`;
}
