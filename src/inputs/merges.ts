import { InputError } from "../errors";

/**
 * What is merged is deleted afterwards: merged into itself, it would be gone.
 *
 * @throws InputError when the record that remains is among those that are merged into it.
 */
export function refuseItself(
  sourceLabel: string,
  targetLabel: string,
  sources: readonly number[],
  target: number,
): void {
  if (sources.includes(target)) {
    throw new InputError(`${sourceLabel} and ${targetLabel} must differ; given ${target} twice.`, {
      input: `${sourceLabel}, ${targetLabel}`,
      given: String(target),
    });
  }
}
