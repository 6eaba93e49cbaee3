/**
 * The kind of an input that takes values of custom fields: a list of ids and values, an object of
 * ids and values, or either as a ticket, a customer or a list of values was read.
 */
import { type FieldSchema, resolveSchema } from "../contract/fieldSchemas";
import { validationError } from "../contract/validation";
import { isJsonObject, type JsonObject } from "../jsonObject";
import { checked, parseJson } from "./clean";
import { fitToSchema } from "./fitToSchema";
import type { Kind, Presentation } from "./input";
import { refuse } from "./refusal";

/** What one value has; an object without them has the ids of custom fields as its keys. */
const KEYS_OF_ONE = ["id", "value", "field"];

/** @param schema of a list of ids and values. */
export function fieldValues<T>({ label, example }: Presentation, schema: FieldSchema): Kind<T[]> {
  return {
    type: "code",
    clean: (given) => {
      const value = parseJson(label, given, example);
      if (!isById(value)) {
        const rows = fitToSchema(schema, withoutDefinitions(value)) as T[];
        return checked(label, schema, rows, given, example);
      }
      const row = resolveSchema(schema.items);
      return Object.entries(value).map(([key, inner]) => {
        const { value: fitted, problem } = fitValue(row, key, inner);
        if (problem) {
          throw refuse(label, `is not accepted: ${problem}`, given, example);
        }
        return fitted as T;
      });
    },
  };
}

/** `{"301": "Shoe"}` or, as a ticket is read, `{"301": {"id": 301, "value": "Shoe"}}`. */
function isById(value: unknown): value is JsonObject {
  return (
    isJsonObject(value) &&
    Object.keys(value).length > 0 &&
    !KEYS_OF_ONE.some((key) => Object.hasOwn(value, key))
  );
}

/** @returns the value of the custom field `key`, and what is wrong with it. */
function fitValue(row: FieldSchema, key: string, inner: unknown) {
  const asRead = isJsonObject(inner) && Object.hasOwn(inner, "value") ? inner : { value: inner };
  const fitted = fitToSchema(row, { id: key, value: asRead.value });
  if ("id" in asRead && String(asRead.id) !== key) {
    return { value: fitted, problem: `id of field ${key} must be ${key} too` };
  }
  const error = validationError(row, fitted);
  return { value: fitted, problem: error && `${error.where} of field ${key} ${error.problem}` };
}

/** A list of values holds the definition of each custom field, and its id there. */
function withoutDefinitions(value: unknown): unknown {
  return Array.isArray(value) ? value.flat().map(withoutDefinition) : withoutDefinition(value);
}

function withoutDefinition(row: unknown): unknown {
  return isJsonObject(row) && isJsonObject(row.field) && Object.hasOwn(row, "value")
    ? { id: row.field.id, value: row.value }
    : row;
}
