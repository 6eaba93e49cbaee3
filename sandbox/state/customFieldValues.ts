/** Values of custom fields on tickets and customers, and what a field allows. */
import type { Schemas } from "../contract/types";
import { invalid } from "../errors";
import type { CustomFieldRecord } from "./records/customFields";
import type { FieldValue, FieldValues } from "./records/fieldValues";
import type { State } from "./state";

export type FieldOwner = "Ticket" | "Customer";

/**
 * The definition of a field that can take values.
 * @throws ApiError 400 at `field` when it does not exist, is archived or belongs to another kind
 */
export function requireField(
  state: State,
  owner: FieldOwner,
  id: number,
  field: string,
): CustomFieldRecord {
  const definition = state.customFields.get(id);
  if (definition?.object_type !== owner) {
    throw invalid(field, `No such ${owner.toLowerCase()} field.`);
  }
  if (definition.deactivated_datetime) {
    throw invalid(field, "The field is archived.");
  }
  return definition;
}

/** @throws ApiError 400 at `field` when the value does not fit the definition */
export function checkFieldValue(
  { definition }: CustomFieldRecord,
  value: FieldValue,
  field: string,
): void {
  // A number sent as text is taken, and stored as text.
  const isNumeral = definition.data_type === "number" && typeof value === "string";
  if (typeof value !== JSON_TYPES[definition.data_type] && !isNumeral) {
    throw invalid(field, `Must be a ${definition.data_type} value.`);
  }
  const { choices, min, max } = definition.input_settings as {
    choices?: unknown[];
    min?: number | string | null;
    max?: number | string | null;
  };
  if (choices && !choices.includes(value)) {
    throw invalid(field, `Must be one of: ${choices.join(", ")}.`);
  }
  if (isGiven(min) && Number(value) < Number(min)) {
    throw invalid(field, `Must be at least ${min}.`);
  }
  if (isGiven(max) && Number(value) > Number(max)) {
    throw invalid(field, `Must be at most ${max}.`);
  }
}

const JSON_TYPES = { text: "string", number: "number", boolean: "boolean" };

function isGiven(bound: number | string | null | undefined): boolean {
  return bound !== undefined && bound !== null && bound !== "";
}

/**
 * All values after a request that sets them: those left out are gone, and null is as good as left out.
 * @throws ApiError 400 at `{field}.{index}` for the first one that does not fit, and for a managed field
 *   whose value would be lost
 */
export function replaceFieldValues(
  state: State,
  owner: FieldOwner,
  before: FieldValues,
  items: readonly { id: number; value?: FieldValue | null }[],
  field: string,
): FieldValues {
  const values = new Map<number, FieldValue>();
  for (const [index, { id, value }] of items.entries()) {
    const definition = requireField(state, owner, id, `${field}.${index}.id`);
    if (value === null || value === undefined) {
      values.delete(id);
    } else {
      checkFieldValue(definition, value, `${field}.${index}.value`);
      values.set(id, value);
    }
  }
  refuseLost(state, before, values, field);
  return values;
}

/** Gorgias's own fields whose values a list of values must not leave out. */
const NOT_TO_BE_LEFT_OUT: readonly string[] = ["ai_intent", "ai_outcome"];

function refuseLost(state: State, before: FieldValues, after: FieldValues, field: string): void {
  const lost = [...before.keys()].find((id) => {
    const managed = state.customFields.get(id)?.managed_type ?? "";
    return !after.has(id) && NOT_TO_BE_LEFT_OUT.includes(managed);
  });
  if (lost !== undefined) {
    throw invalid(field, `The managed field ${lost} cannot be left out.`);
  }
}

export function renderFieldValue(
  state: State,
  id: number,
  value: FieldValue,
): Schemas["CustomerFieldValue"] & Schemas["TicketFieldValue"] {
  const definition = state.customFields.get(id);
  if (!definition) {
    throw new Error(`A value is stored for custom field ${id}, which does not exist.`);
  }
  if (definition.object_type === "Ticket") {
    return { field: definition, prediction: null, value };
  }
  const { requirement_type, ...field } = definition;
  return { field, value };
}

/** Values keyed by custom field id, as tickets and customers show them. */
export function renderFieldEntries(values: FieldValues): Record<string, Schemas["FieldEntry"]> {
  return Object.fromEntries([...values].map(([id, value]) => [String(id), { id, value }]));
}
