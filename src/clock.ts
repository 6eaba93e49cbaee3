import { performance } from "node:perf_hooks";

/**
 * The component's only source of time. Pacing and retries wait through it, so a test replaces it
 * and takes milliseconds for what takes minutes against Gorgias.
 */
export const clock = {
  /** Milliseconds on a clock that never jumps. */
  now: (): number => performance.now(),
  /** Milliseconds since 1970 by the runner's clock, which can be wrong: Gorgias's `Date` is better. */
  date: (): number => Date.now(),
  /** Resolves after `ms` milliseconds. */
  sleep: (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms)),
  /** Evenly spread over 0 to 1, for jitter. */
  random: (): number => Math.random(),
};
