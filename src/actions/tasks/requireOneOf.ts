import { InputError } from "../../errors";

/**
 * @param inputs the values by their labels; an undefined one is unset.
 * @throws InputError when none is set.
 */
export function requireOneOf(inputs: Record<string, unknown>): void {
  if (Object.values(inputs).every((value) => value === undefined)) {
    const labels = Object.keys(inputs).join(", ");
    throw new InputError(`At least one of these inputs is required: ${labels}; given none.`, {
      input: labels,
      given: "none",
    });
  }
}
