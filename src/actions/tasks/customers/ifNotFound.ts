import { InputError } from "../../../errors";
import { choice } from "../../../inputs/clean";
import { input } from "../../../inputs/input";

const FAIL = "fail";
const CHOICES = ["return nothing", FAIL];

export type IfNotFound = string | undefined;

/** What a task does when there is no such customer. @param nothing what it returns then */
export function ifNotFound(nothing: string) {
  return input(
    {
      label: "If Not Found",
      comments: `What to do when there is no such customer: return nothing, which is ${nothing}, or fail. If left blank, nothing is returned.`,
      example: "return nothing",
      default: "return nothing",
      choices: CHOICES,
    },
    { type: "string", clean: choice("If Not Found", CHOICES) },
  );
}

/**
 * @param sought the values that the customer was looked up by, by their labels.
 * @throws InputError when nobody was found and that is to fail.
 */
export function checkFound(
  found: unknown,
  choice: IfNotFound,
  sought: Record<string, unknown>,
): void {
  if (!found && choice === FAIL) {
    throw customerNotFound(sought);
  }
}

/** @param sought as of `checkFound`. */
export function customerNotFound(sought: Record<string, unknown>): InputError {
  const given = Object.entries(sought).filter(([, value]) => value !== undefined);
  const words = given.map(([label, value]) => `${label} ${value}`).join(", ");
  return new InputError(`No customer was found: nobody has ${words}.`, {
    input: given.map(([label]) => label).join(", "),
    given: given.map(([, value]) => value).join(", "),
  });
}
