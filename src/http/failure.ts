/** What is known of an attempt that did not succeed. */
export interface FailureFacts {
  /** Status of the response; undefined when there was none, or only a part of one. */
  status?: number;
  /** Is it open whether the server performed the request? */
  mayHaveArrived: boolean;
  /** Of a 2xx response that was cut short: the server did perform the request. */
  performedWith?: number;
  /** Gorgias's per-field details. */
  details?: unknown;
  /** How long the server asks to wait, ms. */
  retryAfterMs?: number;
  /** Its name for this request: the header `x-request-id`. */
  requestId?: string;
  /** The response was a web page, not Gorgias's. */
  html?: boolean;
  /** Does the server itself speak of permissions, scopes or authentication? */
  deniesAccess?: boolean;
  /** Another attempt would end the same way. */
  final?: boolean;
}

/** An attempt that did not succeed. Its message says why, in words without secrets. */
export class AttemptFailure extends Error implements FailureFacts {
  status?: number;
  mayHaveArrived = false;
  performedWith?: number;
  details?: unknown;
  retryAfterMs?: number;
  requestId?: string;
  html?: boolean;
  deniesAccess?: boolean;
  final?: boolean;

  constructor(problem: string, facts: FailureFacts) {
    super(problem);
    this.name = "AttemptFailure";
    Object.assign(this, facts);
  }
}

/** A 2xx response that did not arrive whole: the server performed the request. */
export function truncatedResponse(
  problem: string,
  { status, headers }: { status: number; headers: Record<string, string> },
): AttemptFailure {
  return new AttemptFailure(problem, {
    mayHaveArrived: true,
    performedWith: status >= 200 && status < 300 ? status : undefined,
    requestId: headers["x-request-id"],
  });
}
