import type { QueryParams } from "../http/query";
import { type List, pathOf } from "./list";

/**
 * Filters that Gorgias refuses beside `limit`, `cursor` and `order_by` (contract, README
 * "Customers"), with the labels of their inputs. They name a field of the record.
 */
const EXCLUSIVE_FILTERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "/customers": { language: "Language", timezone: "Timezone" },
};

/** Filters of which some can only be sent alone. */
export interface SplitFilters {
  /** Those that go with everything. */
  others: QueryParams;
  /** The labels of the rest that were given, such as "Language and Timezone"; undefined for none. */
  exclusive?: string;
  /** Does a record fit the rest? */
  matches: (record: unknown) => boolean;
}

export function splitFilters(list: List, filters: QueryParams): SplitFilters {
  const labels = EXCLUSIVE_FILTERS[pathOf(list)] ?? {};
  const isExclusive = ([key, value]: [string, unknown]) => key in labels && (value ?? "") !== "";
  const entries = Object.entries(filters);
  const exclusive = entries.filter(isExclusive);
  return {
    others: Object.fromEntries(entries.filter((entry) => !(entry[0] in labels))),
    exclusive: exclusive.map(([key]) => labels[key]).join(" and ") || undefined,
    matches: (record) => exclusive.every(([key, value]) => isSame(fieldOf(record, key), value)),
  };
}

function fieldOf(record: unknown, key: string): unknown {
  return (record as Record<string, unknown> | null)?.[key];
}

/** Languages and time zones mean the same in capitals. */
function isSame(found: unknown, asked: unknown): boolean {
  return String(found ?? "").toLowerCase() === String(asked).toLowerCase();
}
