import type { Schemas } from "../../contract/types";
import { InputError } from "../../errors";
import { toggle } from "../../inputs/shared";
import { formatValue } from "../../text";

type FieldValue = Schemas["FieldValueInput"];

/** Sets the values one by one, or all of them at once. */
export const replaceAllValues = toggle({
  label: "Replace All Values",
  comments:
    "When enabled, the given values replace all: Gorgias deletes the values of all other custom fields, and refuses that for some that it manages. Otherwise the other custom fields keep theirs.",
  example: "false",
});

/**
 * Sets each value by its own request, which leaves all other custom fields alone.
 *
 * @param set sends one value.
 * @param logger is told which are set already when one is refused.
 */
export async function setEach(
  values: readonly { id: number; value: unknown }[],
  set: (value: FieldValue) => Promise<unknown>,
  logger: { warn: (message: string) => void },
): Promise<void> {
  const done: number[] = [];
  // All are looked at before any is set.
  for (const value of values.map(toFieldValue)) {
    try {
      await set(value);
    } catch (error) {
      if (done.length > 0) {
        logger.warn(`These custom fields have their new values already: ${done.join(", ")}.`);
      }
      throw error;
    }
    done.push(value.id);
  }
}

function toFieldValue({ id, value }: { id: number; value: unknown }): FieldValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return { id, value };
  }
  throw new InputError(
    `Custom Fields is not accepted: the value of ${id} must be text, a number or true or false; given ${formatValue(value)}.`,
  );
}
