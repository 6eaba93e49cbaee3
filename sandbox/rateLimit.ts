import type { Scheme } from "./auth";
import type { Clock } from "./timeline";

/** Requests that fit in the bucket of each scheme, and the time in which a full one drains. */
export interface RateLimit {
  apiKey: number;
  oauth2: number;
  windowMs: number;
}

/** The contract's limits (`x-rate-limits`). */
const DOCUMENTED_RATE_LIMIT: RateLimit = { apiKey: 40, oauth2: 80, windowMs: 20_000 };

/** Room left for the rounding of fractions of a request. */
const ROUNDING = 1e-6;

export type Admission = { admitted: true } | { admitted: false; retryAfterSeconds: number };

/** The leaky buckets of the account, one a scheme; they drain continuously. */
export class LeakyBuckets {
  readonly #limit: RateLimit;
  readonly #enforced: boolean;
  readonly #clock: Clock;
  readonly #levels = new Map<Scheme, { level: number; atMs: number }>();

  /** @param limit false counts and reports requests as usual but never refuses one */
  constructor(limit: Partial<RateLimit> | false | undefined, clock: Clock) {
    this.#limit = { ...DOCUMENTED_RATE_LIMIT, ...(limit || {}) };
    this.#enforced = limit !== false;
    this.#clock = clock;
  }

  /** Takes a request into the bucket, or says in how many seconds there is room for one. */
  admit(scheme: Scheme): Admission {
    const capacity = this.#limit[scheme];
    const level = this.#level(scheme);
    if (this.#enforced && level + 1 > capacity + ROUNDING) {
      const overflowMs = (level + 1 - capacity) / this.#drainPerMs(scheme);
      return {
        admitted: false,
        retryAfterSeconds: Math.max(1, Math.ceil(overflowMs / 1000 - ROUNDING)),
      };
    }
    this.#levels.set(scheme, { level: level + 1, atMs: this.#clock.now() });
    return { admitted: true };
  }

  /** Value of X-Gorgias-Account-Api-Call-Limit: `used/limit`. */
  header(scheme: Scheme): string {
    const capacity = this.#limit[scheme];
    return `${Math.min(capacity, Math.ceil(this.#level(scheme) - ROUNDING))}/${capacity}`;
  }

  clear(): void {
    this.#levels.clear();
  }

  #level(scheme: Scheme): number {
    const bucket = this.#levels.get(scheme);
    if (!bucket) {
      return 0;
    }
    const drained = (this.#clock.now() - bucket.atMs) * this.#drainPerMs(scheme);
    return Math.max(0, bucket.level - Math.max(0, drained));
  }

  #drainPerMs(scheme: Scheme): number {
    return this.#limit[scheme] / this.#limit.windowMs;
  }
}
