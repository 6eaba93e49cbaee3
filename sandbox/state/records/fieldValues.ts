import type { Schemas } from "../../contract/types";

export type FieldValue = Schemas["CustomFieldScalar"];

/** Values by custom field id. */
export type FieldValues = ReadonlyMap<number, FieldValue>;
