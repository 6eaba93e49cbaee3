import type { Connection } from "@prismatic-io/spectral";
import { GorgiasConnectionError, GorgiasError, type RequestFailure } from "./errors";
import type { FailedOutcome } from "./outcome";
import { type Redactor, withoutSecrets } from "./redaction";
import { recordIdIn, redirectTarget } from "./redirects";
import { isAmbiguous, isRepeatable, MAX_WAIT_MS } from "./retry";
import type { WireAnswer } from "./transport";

/** What a request creates, and what a builder does when it is not known whether it was created. */
export interface Creation {
  /** Such as "ticket". */
  what: string;
  /** Such as "look with List Tickets before you run this again". */
  advice: string;
}

/** The request, as its error tells of it. */
interface FailedRequest {
  method: string;
  path: string;
  creates?: Creation;
  reads?: boolean;
}

/** A failed request and all that its error tells. */
export interface Told {
  connection: Connection;
  /** Who answered, or did not. */
  server: { name: string; takesCredentials: boolean };
  request: FailedRequest;
  outcome: FailedOutcome;
  /** How many attempts were made. */
  attempts: number;
  redactor: Redactor;
  /** The wait, in ms, that was asked for and is too long. */
  tooLongMs?: number;
}

/** The error for an attempt that is not repeated. */
export function toError({
  connection,
  server,
  request,
  outcome,
  attempts,
  redactor,
  tooLongMs,
}: Told): GorgiasError | GorgiasConnectionError {
  const { failure, problem, details, html } = outcome;
  const { method, path } = request;
  const status = failure.kind === "answer" ? failure.status : undefined;
  const heading = status
    ? `${server.name} answered ${status} to ${method} ${path}: ${problem}`
    : `${server.name} did not answer ${method} ${path}: ${problem}`;
  const more = [
    attempts > 1 ? `, after ${attempts} attempts` : "",
    isAmbiguous(failure) && !isRepeatable(request) ? aftermath(request) : "",
    tooLongMs
      ? `. It asks to wait ${Math.round(tooLongMs / 1_000)} s, longer than the ${Math.floor(MAX_WAIT_MS / 1_000)} s that are waited for: run this again later`
      : "",
    status === 404 && html
      ? `. Is ${withoutSecrets(connection).fields.domain} (Domain) the name of the Gorgias account?`
      : "",
  ].join("");
  const message = redactor.text(more ? heading.replace(/\.$/, "") + more : heading);
  const about: RequestFailure = { method, path: redactor.text(path), status, details };
  return server.takesCredentials && (status === 401 || status === 403)
    ? new GorgiasConnectionError(connection, message, about)
    : new GorgiasError(message, about);
}

/** The error for a redirect that is not followed; for a write to what was merged, it names the heir. */
export function toRedirectError(
  server: string,
  request: FailedRequest,
  wire: WireAnswer,
  origin: string,
  redactor: Redactor,
): GorgiasError {
  const { method, path } = request;
  const { status } = wire;
  const target = redirectTarget(wire, origin);
  const heir = target?.origin === origin ? recordIdIn(target.pathname) : undefined;
  const isMerged = status === 301 && heir !== undefined && heir !== recordIdIn(path);
  const where = target && target.origin !== origin ? ` to ${target.host}` : "";
  // "See there" can follow what was done; 307 and 308 ask for it to be done elsewhere.
  const mayBeDone = (status === 302 || status === 303) && !isRepeatable(request);
  const text = isMerged
    ? `it was merged into ${heir}, and nothing was changed: use ID ${heir}`
    : `it redirects${where}, which is not followed${mayBeDone ? aftermath(request) : ""}`;
  return new GorgiasError(
    redactor.text(`${server} answered ${status} to ${method} ${path}: ${text}`),
    { method, path: redactor.text(path), status },
  );
}

/** What is to be said of a write that may have been performed and is not sent again. */
function aftermath({ creates, reads }: FailedRequest): string {
  if (creates) {
    return `. The ${creates.what} may have been created all the same, and it was not sent again: ${creates.advice}`;
  }
  return reads
    ? ". It was not sent again; it changes nothing in Gorgias, so it can be run again"
    : ". It may have been performed all the same, and it was not sent again: look in Gorgias before you run this again";
}
