import { clock } from "../clock";
import type { Effect } from "./effect";
import type { FailureFacts } from "./failure";

/** Whether, when and how often a failed attempt is repeated. One readable literal. */
export interface RetryPolicy {
  /** Attempts in all, the first included; those that end in a wait of `patienceMs` do not count. */
  maxAttempts: number;
  /** Milliseconds that a request waits for room in the bucket (429), beside its attempts; 0: a 429 is a failure like others. */
  patienceMs: number;
  /** May this failure be repeated at all? */
  repeats(failure: FailureFacts, request: { effect: Effect }): boolean;
  /** Milliseconds before retry `retryCount` (from 1) when Gorgias names no time. */
  delayMs(retryCount: number): number;
}

/** Over what Gorgias asks for, so that a rounded second is not asked again too early. */
const RETRY_AFTER_MARGIN_MS = 25;

/** A longer wait than this fails at once: an execution has better uses for its 15 minutes. */
export const MAX_WAIT_MS = 60_000 + RETRY_AFTER_MARGIN_MS;

const PATIENCE_MS = 120_000;
const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 8_000;
/** Those who wait for the same bucket come back spread over this time. */
const MAX_SPREAD_MS = 2_000;

/** The policy of every action but Raw Request, which is given its own. */
export const DEFAULT_RETRY_POLICY: RetryPolicy = {
  maxAttempts: 4,
  patienceMs: PATIENCE_MS,
  repeats: (failure, request) =>
    mayBeSentAgain(failure, request) &&
    (failure.status === undefined || isTemporary(failure.status)),
  delayMs: backoffMs,
};

/** Would another attempt do no harm? What was not performed, and what changes nothing by a second time. */
export function mayBeSentAgain(failure: FailureFacts, { effect }: { effect: Effect }): boolean {
  return effect !== "once" || !failure.mayHaveArrived;
}

/** Is it the server's trouble and not the request's? 408 and 425 are as a 503. */
export function isTemporary(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

/** May a request that was answered so have been performed? A 429 was not (contract, `TooManyRequests`). */
export function isAmbiguousStatus(status: number): boolean {
  return isTemporary(status) && status !== 429;
}

/** Exponential backoff with jitter: 0.25 to 0.5 s, then doubling up to 4 to 8 s. */
export function backoffMs(retryCount: number): number {
  const ceiling = Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** (retryCount - 1));
  return ceiling / 2 + (clock.random() * ceiling) / 2;
}

/**
 * The wait after a 429: what Gorgias asks for, plus jitter, which grows while the bucket stays full.
 *
 * @param refusals 429s of this request so far, from 1.
 */
export function patientDelayMs(retryAfter: number | undefined, refusals: number): number {
  const spread = Math.min(MAX_SPREAD_MS, BASE_DELAY_MS * 2 ** (refusals - 1));
  return (retryAfter ?? BASE_DELAY_MS) + clock.random() * spread;
}

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads `Retry-After`: seconds or an HTTP date, the latter against the response's own `Date`, so that
 * this machine's clock does not matter.
 *
 * @returns milliseconds to wait; undefined for what names no time to come: garbage, zero, negative
 * or past.
 */
export function retryAfterMs(value: unknown, date?: unknown): number | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  let ms = Number.NaN;
  if (/^\d+(\.\d+)?$/.test(text)) {
    ms = Number(text) * 1_000;
  } else if (HTTP_DATE.test(text)) {
    const respondedAt =
      typeof date === "string" && HTTP_DATE.test(date) ? Date.parse(date) : Date.now();
    ms = Date.parse(text) - respondedAt;
  }
  return ms > 0 && Number.isFinite(ms) ? Math.ceil(ms) + RETRY_AFTER_MARGIN_MS : undefined;
}
