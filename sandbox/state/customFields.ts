/** Definitions of custom fields; their values are in customFieldValues.ts. */
import type { Schemas } from "../contract/types";
import { invalid } from "../errors";
import type { Actor } from "./actor";
import { recordEvent } from "./events";
import type { CustomFieldRecord } from "./records/customFields";
import { requireRecord } from "./requireRecord";
import type { State } from "./state";
import { readTimestamp } from "./timestamps";

export function createCustomField(
  state: State,
  actor: Actor,
  { deactivated_datetime, ...input }: Schemas["CustomFieldCreate"],
): CustomFieldRecord {
  const deactivated = readTimestamp(deactivated_datetime, "deactivated_datetime");
  const id = state.customFields.nextId();
  const now = state.timeline.next();
  const field: CustomFieldRecord = {
    external_id: null,
    description: null,
    priority: 0,
    managed_type: null,
    ...input,
    id,
    required: input.required ?? false,
    requirement_type: input.required ? "required" : "visible",
    created_datetime: now,
    updated_datetime: now,
    deactivated_datetime: deactivated,
  };
  state.customFields.set(id, field);
  recordEvent(state, actor, fieldEvent("custom-field-created", id));
  return field;
}

export type CustomFieldChange = Schemas["CustomFieldUpdate"] &
  Pick<Schemas["CustomFieldBulkItem"], "requirement_type">;

/** @throws ApiError 400 when it would change what kind of field it is */
export function updateCustomField(
  state: State,
  actor: Actor,
  field: CustomFieldRecord,
  input: CustomFieldChange,
): CustomFieldRecord {
  checkChange(field, input, "");
  return applyChange(state, actor, field, input);
}

/** @throws ApiError 400 or 404 before anything is changed */
export function updateCustomFields(
  state: State,
  actor: Actor,
  items: readonly Schemas["CustomFieldBulkItem"][],
): CustomFieldRecord[] {
  const changes = items.map(({ id, ...input }, index) => {
    const field = requireRecord(state.customFields, "Custom field", id);
    checkChange(field, input, `${index}.`);
    return { field, input };
  });
  return changes.map(({ field, input }) => applyChange(state, actor, field, input));
}

function checkChange(
  field: CustomFieldRecord,
  { object_type, definition, deactivated_datetime }: CustomFieldChange,
  place: string,
): void {
  if (object_type !== undefined && object_type !== field.object_type) {
    throw invalid(`${place}object_type`, "Cannot be changed.");
  }
  if (definition !== undefined && definition.data_type !== field.definition.data_type) {
    throw invalid(`${place}definition.data_type`, "Cannot be changed.");
  }
  readTimestamp(deactivated_datetime, `${place}deactivated_datetime`);
}

function applyChange(
  state: State,
  actor: Actor,
  field: CustomFieldRecord,
  { deactivated_datetime, ...input }: CustomFieldChange,
): CustomFieldRecord {
  const changed: CustomFieldRecord = {
    ...field,
    ...(input.required !== undefined && {
      requirement_type: input.required ? "required" : "visible",
    }),
    ...input,
    ...(deactivated_datetime !== undefined && {
      deactivated_datetime: readTimestamp(deactivated_datetime, "deactivated_datetime"),
    }),
    updated_datetime: state.timeline.next(),
  };
  state.customFields.set(field.id, changed);
  recordEvent(state, actor, fieldEvent("custom-field-updated", field.id));
  return changed;
}

function fieldEvent(type: string, id: number) {
  return { type, object_type: "CustomField", object_id: id };
}
