import { clock } from "../clock";
import { unescaped } from "./path";

/** Whether, when and how often a failed attempt is repeated. One readable literal. */
export interface RetryPolicy {
  /** Attempts in all, the first included. */
  maxAttempts: number;
  /** May this failure be repeated at all? */
  repeats(failure: Failure, request: { method: string; path: string }): boolean;
  /** Milliseconds before attempt `next` (2 is the first repetition) when Gorgias names no time. */
  delayMs(next: number): number;
}

/** What became of an attempt that did not succeed. */
export type Failure =
  | { kind: "answer"; status: number }
  /** No answer, or half of one. `mayHaveArrived`: Gorgias may have performed the request. */
  | { kind: "lost"; mayHaveArrived: boolean };

/** Over what Gorgias asks for, so that a rounded second is not asked again too early. */
const RETRY_AFTER_MARGIN_MS = 25;

/** A longer wait than this fails at once: an execution has better uses for its 15 minutes. */
export const MAX_WAIT_MS = 60_000 + RETRY_AFTER_MARGIN_MS;

const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 8_000;
const IDEMPOTENT_METHODS = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/**
 * Can the request be sent twice and have the effect of once? A POST creates, and a merge that is
 * repeated would merge what is gone or, worse, what came after it.
 */
export function isRepeatable({ method, path }: { method: string; path: string }): boolean {
  return IDEMPOTENT_METHODS.has(method) && !/\/merge\/?$/i.test(unescaped(path));
}

/** Exponential backoff with jitter: 0.25 to 0.5 s, then doubling up to 4 to 8 s. */
export function backoffMs(next: number): number {
  const ceiling = Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** (next - 2));
  return ceiling / 2 + (clock.random() * ceiling) / 2;
}

/** The policy of every action but Raw Request, which is given its own. */
export const DEFAULT_RETRY_POLICY: RetryPolicy = {
  maxAttempts: 4,
  repeats: (failure, request) => {
    // A 429 was not performed (contract, `TooManyRequests`), nor was what never left this machine.
    if (failure.kind === "answer" && failure.status === 429) {
      return true;
    }
    if (failure.kind === "lost" && !failure.mayHaveArrived) {
      return true;
    }
    return isRepeatable(request) && (failure.kind === "lost" || failure.status >= 500);
  },
  delayMs: backoffMs,
};

/** Did a failed attempt leave open whether Gorgias performed it? */
export function isAmbiguous(failure: Failure): boolean {
  return failure.kind === "lost" ? failure.mayHaveArrived : failure.status >= 500;
}

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Reads `Retry-After`: seconds or an HTTP date, the latter against the answer's own `Date`, so that
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
    const answered =
      typeof date === "string" && HTTP_DATE.test(date) ? Date.parse(date) : Date.now();
    ms = Date.parse(text) - answered;
  }
  return ms > 0 ? Math.ceil(ms) + RETRY_AFTER_MARGIN_MS : undefined;
}
