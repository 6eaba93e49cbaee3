/** Runs the table of times through the cleaner in this process's time zone, and prints what came. */
import { timestamp } from "../../src/inputs/clean";
import { ACCEPTED, REFUSED } from "./timestamps.cases";

const clean = timestamp("Closed Datetime");

function outcome(value: unknown): string {
  try {
    return `sent as ${clean(value)}`;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

const noon = new Date(Date.UTC(2020, 0, 27, 10, 42, 21, 468));
console.log(
  JSON.stringify({
    offsetMinutes: noon.getTimezoneOffset(),
    outcomes: [...ACCEPTED, ...REFUSED, noon].map(outcome),
  }),
);
