import { isJsonObject } from "../../jsonObject";
import { fromJsonText } from "./json";

/**
 * In a form that is an object, Gorgias fills every template in as Python's text: `True`, `None`, ids as
 * digits (contract, webhook `httpIntegrationCall`). Here that becomes what it means, in the fields
 * whose type is known; what people wrote, such as a subject "None", stays.
 */
const BOOLEANS = ["from_agent", "public", "spam", "is_unread", "is_note", "stripped"];
const IDS = [
  "id",
  "ticket_id",
  "customer_id",
  "assignee_user_id",
  "assignee_team_id",
  "user_id",
  "team_id",
  "integration_id",
  "rule_id",
];
const NAMES = ["channel", "via", "status", "priority", "language"];
const RECORDS = ["customer", "assignee_user", "assignee_team", "sender", "receiver", "user"];
const LISTS = ["tags"];

/** A ticket, message, customer or event with its known fields in their types. */
export function readTemplateText(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, read(key, value)]));
}

/** Did a template leave nothing? */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "" || value === "None";
}

function read(key: string, value: unknown): unknown {
  if (RECORDS.includes(key)) {
    const inner = fromJsonText(value);
    return isJsonObject(inner) ? readTemplateText(inner) : isNothing(inner) ? null : inner;
  }
  if (LISTS.includes(key)) {
    const inner = fromJsonText(value);
    return Array.isArray(inner)
      ? inner.map((item) => (isJsonObject(item) ? readTemplateText(item) : item))
      : inner;
  }
  if (typeof value !== "string") {
    return value;
  }
  if (BOOLEANS.includes(key)) {
    return toBoolean(value);
  }
  if (IDS.includes(key) && /^[1-9]\d{0,14}$/.test(value)) {
    return Number(value);
  }
  const hasType = IDS.includes(key) || NAMES.includes(key) || key.endsWith("_datetime");
  return hasType && isNothing(value) ? null : value;
}

function toBoolean(text: string): unknown {
  const word = text.trim().toLowerCase();
  if (word === "true" || word === "false") {
    return word === "true";
  }
  return isNothing(text) ? null : text;
}
