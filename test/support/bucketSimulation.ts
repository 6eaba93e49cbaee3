/** Time and a Gorgias that exist only in numbers: what takes minutes there takes milliseconds here. */
import { clock } from "../../src/clock";
import * as transport from "../../src/http/transport";

interface Timer {
  at: number;
  wake: () => void;
}

/**
 * Time that passes only when nothing else is left to do. Unlike `useClock`, several waits pass side
 * by side, as they do in life.
 */
export class VirtualTime {
  now = 1_000;
  #timers: Timer[] = [];

  sleep = (ms: number): Promise<void> =>
    new Promise((wake) => this.#timers.push({ at: this.now + Math.max(0, ms), wake }));

  /** Lets time pass until the work is done. @throws Error when nothing would ever happen again */
  async until<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const settle = () => {
      done = true;
    };
    work.then(settle, settle);
    for (;;) {
      await new Promise(setImmediate);
      if (done) {
        return work;
      }
      this.#timers.sort((a, b) => a.at - b.at);
      const next = this.#timers.shift();
      if (!next) {
        throw new Error("Nothing is left to wait for, and the work is not done.");
      }
      this.now = Math.max(this.now, next.at);
      next.wake();
    }
  }
}

export interface Bucket {
  capacity: number;
  windowMs: number;
  /** Does the count leak steadily (the contract), or start anew each window? Default "leaky". */
  kind?: "leaky" | "fixed";
  /** How the header writes what is not whole. Default: up, as the sandbox does. */
  round?: (level: number) => number;
  /** Another client of the account sends a request every so many ms, whenever there is room. */
  otherEveryMs?: number;
  /** Does a 429 carry the call limit header too? Default true. */
  tellsWhenFull?: boolean;
}

/** Gorgias's count of one account's requests. */
export class SimulatedBucket {
  /** When each request was taken in, ms. */
  readonly admitted: number[] = [];
  /** When each request was refused, ms. */
  readonly refused: number[] = [];
  #level = 0;
  #at: number;
  #otherAt: number;

  constructor(
    readonly bucket: Bucket,
    readonly startedAt: number,
  ) {
    this.#at = startedAt;
    this.#otherAt = startedAt;
  }

  get #leaks(): boolean {
    return this.bucket.kind !== "fixed";
  }

  #windowOf(at: number): number {
    return Math.floor((at - this.startedAt) / this.bucket.windowMs);
  }

  #passTo(at: number): void {
    const { capacity, windowMs } = this.bucket;
    if (this.#leaks) {
      this.#level = Math.max(0, this.#level - ((at - this.#at) * capacity) / windowMs);
    } else if (this.#windowOf(at) > this.#windowOf(this.#at)) {
      this.#level = 0;
    }
    this.#at = Math.max(this.#at, at);
  }

  /** Lets the other client send what it has sent by then. */
  #advance(at: number): void {
    const { capacity, otherEveryMs } = this.bucket;
    for (; otherEveryMs && this.#otherAt <= at; this.#otherAt += otherEveryMs) {
      this.#passTo(this.#otherAt);
      if (this.#level + 1 <= capacity + 1e-9) {
        this.#level += 1;
      }
    }
    this.#passTo(at);
  }

  hasRoom(at: number): boolean {
    this.#advance(at);
    return this.#level + 1 <= this.bucket.capacity + 1e-9;
  }

  request(at: number): { status: number; headers: Record<string, string> } {
    const { capacity, windowMs, round = Math.ceil, tellsWhenFull = true } = this.bucket;
    const admitted = this.hasRoom(at);
    if (admitted) {
      this.#level += 1;
    }
    (admitted ? this.admitted : this.refused).push(at);
    const used = Math.min(capacity, round(this.#level - 1e-9));
    const limit = { "x-gorgias-account-api-call-limit": `${used}/${capacity}` };
    if (admitted) {
      return { status: 200, headers: limit };
    }
    const ms = this.#leaks
      ? ((this.#level + 1 - capacity) * windowMs) / capacity
      : windowMs - ((at - this.startedAt) % windowMs);
    const headers = { "retry-after": String(Math.max(1, Math.ceil(ms / 1_000))) };
    return { status: 429, headers: tellsWhenFull ? { ...headers, ...limit } : headers };
  }
}

/** The least time, ms, in which one client that knows the bucket could send `count` requests in turn. */
export function leastTime(bucket: Bucket, count: number, latencyMs: number): number {
  const simulated = new SimulatedBucket(bucket, 0);
  let at = 0;
  for (let sent = 0; sent < count; sent += 1) {
    at += latencyMs / 2;
    while (!simulated.hasRoom(at)) {
      at += 1;
    }
    simulated.request(at);
    at += latencyMs / 2;
  }
  return at;
}

/**
 * Puts simulated accounts in the place of the network, and virtual time in the place of the clock.
 *
 * @returns the time, and the bucket of each account by its host.
 */
export function simulate(
  accounts: Record<string, Bucket>,
  latencyMs: number,
  response: (url: URL) => unknown = () => ({}),
) {
  const time = new VirtualTime();
  jest.spyOn(clock, "now").mockImplementation(() => time.now);
  jest.spyOn(clock, "sleep").mockImplementation(time.sleep);
  const buckets = Object.fromEntries(
    Object.entries(accounts).map(([account, bucket]) => [
      account,
      new SimulatedBucket(bucket, time.now),
    ]),
  );
  jest.spyOn(transport, "transmit").mockImplementation(async (request) => {
    const url = new URL(request.url);
    await time.sleep(latencyMs / 2);
    const sent = buckets[url.hostname.split(".")[0] ?? ""]?.request(time.now);
    if (!sent) {
      throw new Error(`There is no account at ${url.host}.`);
    }
    await time.sleep(latencyMs / 2);
    const body = sent.status === 200 ? response(url) : { error: { msg: "Too many requests." } };
    return { ...sent, data: JSON.stringify(body) };
  });
  return { time, buckets };
}
