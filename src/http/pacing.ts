import { clock } from "../clock";
import { readCallLimit } from "./callLimit";

/** The bucket empties in this time on an ordinary plan; enterprise plans take half (contract). */
const WINDOW_MS = 20_000;
/** Room left in the bucket, for rounding in the header and for what else uses the account. */
const HEADROOM = 1;
/** A bucket that is said to be fuller than this many times its size is none. */
const MAX_OVERFLOW = 2;
/** No count of Gorgias's holds a request for longer. */
const MAX_HOLD_MS = 60_000;

/**
 * Keeps one account's requests inside Gorgias's leaky bucket.
 *
 * Gorgias counts the requests of an account in a bucket that leaks steadily and says after each
 * answer how full it is: `X-Gorgias-Account-Api-Call-Limit: 10/40`. The pacer repeats that count
 * between responses: a request adds one, time takes away. While there is room, requests go at once;
 * when there is none, they wait for the leak, in the order they came. A bucket that leaks faster than
 * assumed (enterprise) shows in the next header.
 */
export class Pacer {
  private level = 0;
  private levelAt = clock.now();
  private inFlight = 0;
  private pausedUntil = 0;
  private last: Promise<void> = Promise.resolve();

  /** @param capacity requests the bucket holds until a response says otherwise. */
  constructor(private capacity: number) {}

  /** Resolves when the next request may be sent, and counts it. Follow it with `onResponse`. */
  acquire(): Promise<void> {
    const turn = this.last.then(() => this.waitForRoom());
    this.last = turn;
    return turn;
  }

  /**
   * Takes in what a response says of the bucket.
   *
   * @param callLimit the call limit header, `used/limit`; undefined when there was no response.
   */
  onResponse(callLimit: string | undefined): void {
    this.inFlight = Math.max(0, this.inFlight - 1);
    const bucket = readCallLimit(callLimit);
    if (!bucket || bucket.used > MAX_OVERFLOW * bucket.capacity) {
      return;
    }
    this.capacity = bucket.capacity;
    // Requests still under way may or may not be in the count: taking them as not counted errs on
    // the side of waiting, and the next header corrects it.
    this.level = bucket.used + this.inFlight;
    this.levelAt = clock.now();
  }

  /** Holds every request of the account back for `ms` milliseconds, as a 429 asks. */
  pauseFor(ms: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, clock.now() + ms);
  }

  private async waitForRoom(): Promise<void> {
    let held = 0;
    for (let wait = this.timeUntilRoom(held); wait > 0; wait = this.timeUntilRoom(held)) {
      held += wait;
      await clock.sleep(Math.ceil(wait));
    }
    this.leak();
    this.level += 1;
    this.inFlight += 1;
  }

  private timeUntilRoom(held: number): number {
    this.leak();
    const excess = this.level + 1 - Math.max(1, this.capacity - HEADROOM);
    const forRoom = excess > 0 ? (excess * WINDOW_MS) / this.capacity : 0;
    return Math.max(
      Math.min(forRoom, Math.max(0, MAX_HOLD_MS - held)),
      this.pausedUntil - clock.now(),
    );
  }

  private leak(): void {
    const now = clock.now();
    const leaked = ((now - this.levelAt) * this.capacity) / WINDOW_MS;
    this.level = Math.max(0, this.level - leaked);
    this.levelAt = now;
  }
}

const pacers = new Map<string, Pacer>();

/**
 * The pacer that all actions of this process share for one account.
 *
 * @param account the account's origin and the kind of authentication: each has its own bucket.
 * @param capacity see `Pacer`.
 */
export function pacerFor(account: string, capacity: number): Pacer {
  const pacer = pacers.get(account) ?? new Pacer(capacity);
  pacers.set(account, pacer);
  return pacer;
}
