import { backoffMs, isAmbiguous, isRepeatable, type RetryPolicy } from "../../http/retry";

/** The retry inputs of Raw Request, cleaned. */
export interface RetryInputs {
  maxRetries: number;
  /** Milliseconds. */
  retryDelayMS: number;
  retryAllErrors: boolean;
  useExponentialBackoff: boolean;
}

/**
 * Raw Request's own policy: what its inputs say, and one thing they cannot lift. A POST or a merge
 * that Gorgias may have performed is never sent again.
 */
export function rawRetryPolicy({
  maxRetries,
  retryDelayMS,
  retryAllErrors,
  useExponentialBackoff,
}: RetryInputs): RetryPolicy {
  return {
    maxAttempts: maxRetries + 1,
    repeats: (failure, request) => {
      if (isAmbiguous(failure) && !isRepeatable(request)) {
        return false;
      }
      return retryAllErrors || failure.kind === "lost" || failure.status >= 500;
    },
    delayMs: (next) => (useExponentialBackoff ? backoffMs(next) : retryDelayMS),
  };
}
