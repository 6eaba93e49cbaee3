/** Waiting for what Gorgias does later. */
import { clock } from "../../clock";
import { integer } from "../../inputs/clean";
import { input } from "../../inputs/input";

/** How long and how often to look, milliseconds. */
export interface PollOptions {
  timeoutMs: number;
  intervalMs: number;
}

/** Longer ones would not end within the 15 minutes that the platform gives a run. */
export const MAX_TIMEOUT_S = 600;

const INTERVAL = { standard: 5, maximum: 60 };

/**
 * Reads something until it is done or the time is up: then once more.
 *
 * @returns the last reading.
 */
export async function poll<T>(
  read: () => Promise<T>,
  isDone: (value: T) => boolean,
  { timeoutMs, intervalMs }: PollOptions,
): Promise<T> {
  const deadline = clock.now() + timeoutMs;
  for (;;) {
    const value = await read();
    const left = deadline - clock.now();
    if (isDone(value) || left <= 0) {
      return value;
    }
    await clock.sleep(Math.min(intervalMs, left));
  }
}

/** The inputs of a task that waits. @param timeout what happens when the time is up */
export function waitingInputs(timeout: string, standard: number) {
  return {
    timeout_seconds: seconds({ label: "Timeout", comments: timeout, standard }),
    interval_seconds: seconds({
      label: "Interval",
      comments: "How long to wait between two looks.",
      ...INTERVAL,
    }),
  };
}

/** What the builder chose of `waitingInputs`. @param standard the seconds when nothing was chosen */
export function pollOptions(
  { timeout_seconds, interval_seconds }: { timeout_seconds?: number; interval_seconds?: number },
  standard: number,
): PollOptions {
  return {
    timeoutMs: (timeout_seconds ?? standard) * 1_000,
    intervalMs: (interval_seconds ?? INTERVAL.standard) * 1_000,
  };
}

interface Seconds {
  label: string;
  comments: string;
  standard: number;
  minimum?: number;
  maximum?: number;
}

/** An input for a number of seconds. */
export function seconds({
  label,
  comments,
  standard,
  minimum = 1,
  maximum = MAX_TIMEOUT_S,
}: Seconds) {
  return input(
    {
      label,
      comments: `${comments} From ${minimum} to ${maximum} seconds; if left blank, ${standard}.`,
      example: String(standard),
      default: String(standard),
    },
    { type: "string", clean: integer(label, { minimum, maximum }) },
  );
}
