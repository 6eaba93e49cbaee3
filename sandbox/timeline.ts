/** Times as the live API writes them: `2025-02-07T09:55:18.064317+00:00`. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Gives out timestamps from a clock, each later than the one before by at least a microsecond. */
export class Timeline {
  #last = 0;

  constructor(readonly clock: Clock) {}

  /** Lets no timestamp be at or before a time (microseconds since the epoch). */
  startAfter(micros: number): void {
    this.#last = Math.max(this.#last, micros);
  }

  next(): string {
    this.#last = Math.max(this.#last + 1, Math.floor(this.clock.now() * 1000));
    return formatMicros(this.#last);
  }
}

/** @param micros microseconds since the epoch */
export function formatMicros(micros: number): string {
  const millis = Math.floor(micros / 1000);
  const rest = String(micros - millis * 1000).padStart(3, "0");
  return `${new Date(millis).toISOString().slice(0, -1)}${rest}+00:00`;
}

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A timestamp of a request in the form of the responses, so that stored times compare as text.
 * Without an offset it means UTC. Undefined when there is no such date (February 30th).
 */
export function normalizeTimestamp(text: string): string | undefined {
  const [, minutes, seconds = "00", fraction = "", offset = "Z"] = TIMESTAMP.exec(text) ?? [];
  const zone = offset.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const micros = fraction.padEnd(6, "0");
  const millis = Date.parse(`${minutes}:${seconds}.${micros.slice(0, 3)}${zone}`);
  return Number.isNaN(millis) ? undefined : formatMicros(millis * 1000 + Number(micros.slice(3)));
}
