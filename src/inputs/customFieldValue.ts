/** The value of one custom field: the API takes it as a bare JSON scalar of the field's own type. */

import type { GorgiasClient } from "../client";
import type { Schemas } from "../contract/types";
import { InputError } from "../errors";
import { formatValue } from "../text";
import { type Clean, choice, text } from "./clean";
import { input } from "./input";
import { refuse } from "./refusal";

type Scalar = Schemas["CustomFieldScalar"];

const LABEL = "Value";
const TYPE_LABEL = "Value Type";
const VALUE_TYPES = ["text", "number", "yes/no"];

const NUMBER = /^\s*-?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i;
const ANSWERS = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);

/** By Value Type, and by the `data_type` of a field's definition, which says boolean for yes/no. */
const CONVERSIONS = new Map<string, (given: string, label: string) => Scalar>([
  ["text", (given) => given],
  ["number", toNumber],
  ["yes/no", toBoolean],
  ["boolean", toBoolean],
]);

const valueType: Clean<string> = choice(TYPE_LABEL, [...CONVERSIONS.keys()]);

/** The inputs of an action that sets one custom field. */
export const customFieldValue = {
  value: input(
    {
      label: LABEL,
      comments:
        "The value to set, as the custom field takes it: text, a number, or yes or no. For a dropdown, one of its choices to the letter. It cannot be blank: to remove a value, delete it.",
      example: "Refund",
      required: true,
    },
    { type: "string", clean: text(LABEL) },
  ),
  value_type: input(
    {
      label: TYPE_LABEL,
      comments:
        "What the custom field holds. If left blank, it is looked up from the field's definition, which takes one more request.",
      example: "text",
    },
    { type: "string", choices: VALUE_TYPES, clean: valueType },
  ),
};

interface GivenValue {
  /** Of the custom field. */
  id: number;
  value: string;
  value_type?: string;
}

/**
 * The value as the body of the request.
 *
 * @throws InputError for a value that is not of the field's type, and for a field of a type that
 * the contract does not know.
 */
export async function toScalar(
  client: GorgiasClient,
  { id, value, value_type }: GivenValue,
): Promise<Scalar> {
  const type =
    value_type ?? (await client.request("GET /custom-fields/{id}", { id })).definition.data_type;
  return convertValue(type, value, LABEL, `custom field ${id}`);
}

/**
 * A value as a custom field of a type takes it.
 *
 * @param type a Value Type, or the `data_type` of a field's definition.
 * @param field what errors call the field.
 * @throws InputError as `toScalar` does.
 */
export function convertValue(type: string, value: string, label: string, field: string): Scalar {
  const convert = CONVERSIONS.get(type);
  if (!convert) {
    throw new InputError(
      `${TYPE_LABEL} must be set: the definition of ${field} says ${formatValue(type)}.`,
      { input: TYPE_LABEL, given: "nothing" },
    );
  }
  return convert(value, label);
}

function toNumber(given: string, label: string): number {
  const number = NUMBER.test(given) ? Number(given) : Number.NaN;
  if (Number.isNaN(number)) {
    throw refuse(label, "must be a number such as 3 or -0.5", given);
  }
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) {
    throw refuse(label, "is too large a number to be exact", given);
  }
  return number;
}

function toBoolean(given: string, label: string): boolean {
  const answer = ANSWERS.get(given.trim().toLowerCase());
  if (answer === undefined) {
    throw refuse(label, "must be yes or no", given);
  }
  return answer;
}
