import type { Schemas } from "../../contract/types";
import { refuse } from "../../inputs/refusal";
import { toggle } from "../../inputs/shared";

type FieldValue = Schemas["FieldValueInput"];

/** Sets the values one by one, or all of them at once. */
export const replaceAllValues = toggle({
  label: "Replace All Values",
  comments:
    "When enabled, the given values replace all: Gorgias deletes the values of all other custom fields, and refuses that for some that it manages. Otherwise the other custom fields keep theirs.",
  example: "false",
});

/** The requests that write and read the values of one ticket or customer. */
interface ValueRequests<T> {
  /** Sends one value, which leaves all other custom fields alone. */
  setOne(value: FieldValue): Promise<unknown>;
  /** Sends the one list that replaces all values. @returns what is there then */
  replaceAll(): Promise<T>;
  read(): Promise<T>;
}

/**
 * Changes the given values and nothing else or, if that is asked for, replaces all.
 *
 * @param logger is told which are set already when one is refused.
 * @returns the values that are there then.
 */
export async function writeValues<T>(
  { values, isReplacement }: { values: readonly GivenValue[]; isReplacement: boolean },
  { setOne, replaceAll, read }: ValueRequests<T>,
  logger: { warn: (message: string) => void },
): Promise<T> {
  if (isReplacement) {
    return replaceAll();
  }
  await setEach(values, setOne, logger);
  return read();
}

interface GivenValue {
  id: number;
  value: unknown;
}

async function setEach(
  values: readonly GivenValue[],
  set: (value: FieldValue) => Promise<unknown>,
  logger: { warn: (message: string) => void },
): Promise<void> {
  const done: number[] = [];
  // All are looked at before any is set.
  for (const value of values.map((given) => toFieldValue(given, values))) {
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

function toFieldValue({ id, value }: GivenValue, all: readonly GivenValue[]): FieldValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return { id, value };
  }
  throw refuse(
    "Custom Fields",
    `is not accepted: value of field ${id} must be text or a number or true or false`,
    all,
  );
}
