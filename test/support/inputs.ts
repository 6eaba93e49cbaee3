import { InputError } from "../../src/errors";
import type { Clean } from "../../src/inputs/clean";

/** The message with which a cleaner refuses a value; fails when it does not, or in another way. */
export function refusalOf(clean: Clean<unknown>, value: unknown): string {
  try {
    clean(value);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message;
  }
  throw new Error("The value was to be refused and was not.");
}

/** Every form in which the platform hands over an input that was not set. */
export const UNSET: [name: string, value: unknown][] = [
  ["undefined", undefined],
  ["null", null],
  ["empty text", ""],
  ["blanks", "  "],
  ["a tab and a line break", "\t\n"],
  ["an empty list", []],
];
