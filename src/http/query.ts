type Scalar = string | number | boolean | null | undefined;

/** Query parameters: arrays repeat their key, objects become `key[inner]=value`. */
export type QueryParams = Record<string, Scalar | Scalar[] | Record<string, Scalar>>;

/**
 * Writes a query the way Gorgias reads it: `ticket_ids=1&ticket_ids=2` and
 * `created_datetime[gte]=…` (contract, README "Tickets" and parameter `EvCreated`). What is unset is
 * left out.
 *
 * @returns the query without a question mark; empty when nothing is set.
 */
export function toQuery(params: QueryParams = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (Array.isArray(value)) {
      for (const item of value) {
        if (isSet(item)) {
          query.append(key, String(item));
        }
      }
    } else if (value !== null && typeof value === "object") {
      for (const [inner, item] of Object.entries(value)) {
        if (isSet(item)) {
          query.append(`${key}[${inner}]`, String(item));
        }
      }
    } else if (isSet(value)) {
      query.append(key, String(value));
    }
  }
  return query.toString();
}

function isSet(value: Scalar): value is string | number | boolean {
  return value !== undefined && value !== null;
}
