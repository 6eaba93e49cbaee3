import { backoffMs, isTemporary, mayBeSentAgain, type RetryPolicy } from "../../http/retry";

/** The retry inputs of Raw Request, cleaned. */
export interface RetryInputs {
  maxRetries: number;
  /** Milliseconds. */
  retryDelayMS: number;
  retryAllErrors: boolean;
  useExponentialBackoff: boolean;
}

/**
 * Raw Request's own policy: what its inputs say, and one thing they cannot lift. What does its work
 * once is never sent again when Gorgias may have performed it.
 */
export function rawRetryPolicy({
  maxRetries,
  retryDelayMS,
  retryAllErrors,
  useExponentialBackoff,
}: RetryInputs): RetryPolicy {
  return {
    maxAttempts: maxRetries + 1,
    patienceMs: 0,
    repeats: (failure, request) =>
      mayBeSentAgain(failure, request) &&
      (retryAllErrors ||
        failure.status === undefined ||
        (isTemporary(failure.status) && failure.status !== 429)),
    delayMs: (retryCount) => (useExponentialBackoff ? backoffMs(retryCount) : retryDelayMS),
  };
}
