/** Ticket fields as a builder names them: by label or ID, with a value as it is written. */

import type { GorgiasClient } from "../../../client";
import type { Schemas } from "../../../contract/types";
import { path } from "../../../http/path";
import { isUnset } from "../../../inputs/clean";
import { convertValue } from "../../../inputs/customFieldValue";
import { refuse } from "../../../inputs/refusal";
import { listRecords } from "../../../lists";
import { matchesByName, normalizeName, requireSingleMatch } from "../names";

type CustomField = Schemas["CustomField"];

export interface KeyValue {
  key: string;
  value: unknown;
}

export interface FieldValue {
  /** Of the field. */
  id: number;
  value: Schemas["CustomFieldScalar"];
}

/**
 * The fields that a builder means, and their values as the fields take them. Nothing is written.
 *
 * @param label of the input.
 * @throws InputError for a field that is not there, archived, or named twice, and for a value that
 * it does not take.
 */
export async function readFieldValues(
  client: GorgiasClient,
  label: string,
  pairs: readonly KeyValue[],
): Promise<FieldValue[]> {
  if (pairs.length === 0) {
    return [];
  }
  const fields = await listTicketFields(client, false);
  const values: FieldValue[] = [];
  for (const { key, value } of pairs) {
    const field = findField(fields, label, key) ?? (await explainMissing(client, label, key));
    if (values.some(({ id }) => id === field.id)) {
      throw refuse(label, "must name each field once", key);
    }
    values.push({ id: field.id, value: toValue(field, label, value) });
  }
  return values;
}

async function listTicketFields(client: GorgiasClient, archived: boolean): Promise<CustomField[]> {
  const { data } = await listRecords<CustomField>(client, path`/custom-fields`, {
    object_type: "Ticket",
    ...(archived ? { archived } : {}),
    fetchAll: true,
  });
  return data;
}

/** By its ID or, if none has that, by its label. */
function findField(
  fields: readonly CustomField[],
  label: string,
  key: string,
): CustomField | undefined {
  const matches = matching(fields, key);
  if (matches.length === 0) {
    return undefined;
  }
  const id = requireSingleMatch(label, "ticket field", key, matches);
  const field = matches.find((one) => one.id === id);
  if (field?.deactivated_datetime) {
    throw refuse(label, "must name ticket fields in use, and this one is archived", key);
  }
  return field;
}

function matching(fields: readonly CustomField[], key: string): CustomField[] {
  const byId = fields.filter(({ id }) => String(id) === key.trim());
  return byId.length > 0 ? byId : matchesByName(fields, key, (field) => field.label);
}

/** @throws InputError which says whether the field is archived, or not there at all */
async function explainMissing(client: GorgiasClient, label: string, key: string): Promise<never> {
  const isArchived = matching(await listTicketFields(client, true), key).length > 0;
  throw refuse(
    label,
    isArchived
      ? "must name ticket fields in use, and this one is archived"
      : "must name ticket fields of the account, by label or ID",
    key,
  );
}

function toValue({ id, label: name, definition }: CustomField, label: string, given: unknown) {
  const what = `${label}: ${name}`;
  if (isUnset(given)) {
    throw refuse(what, "must have a value (Delete Ticket Custom Field removes one)", given);
  }
  if (typeof given === "object") {
    throw refuse(what, "must be text, a number, or yes or no", given);
  }
  const value = String(given);
  const { input_settings, data_type } = definition;
  const choices = "choices" in input_settings ? input_settings.choices : undefined;
  return data_type === "text" && choices
    ? findChoice(what, choices as string[], value)
    : convertValue(data_type, value, what, `custom field ${id}`);
}

/** Between the levels of a dropdown's choice, as Gorgias writes it and as people do. */
const LEVELS = /\s*(?:::|>)\s*/;

/** A choice to the letter, or as a path in any letter case, or by the end of its path. */
function findChoice(label: string, choices: readonly string[], given: string): string {
  if (choices.includes(given.trim())) {
    return given.trim();
  }
  const wanted = levelsOf(given);
  const same = choices.filter((choice) => levelsOf(choice) === wanted);
  const ending = choices.filter((choice) => levelsOf(choice).endsWith(`::${wanted}`));
  const [found, ...others] = same.length > 0 ? same : ending;
  if (found === undefined || others.length > 0) {
    const shown = (others.length > 0 ? [found, ...others] : choices).slice(0, 12).join(", ");
    throw refuse(label, `must be one of its choices, such as ${shown}`, given);
  }
  return found;
}

function levelsOf(choice: string): string {
  return choice.split(LEVELS).map(normalizeName).join("::");
}
