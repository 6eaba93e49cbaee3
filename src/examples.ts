/**
 * An example payload of the component's documentation page, word for word.
 *
 * Some contradict the contract (`status: "Open"`, messages without `uri`), so their type is widened
 * here, and only here. Payloads of anything beyond the page need no widening.
 */
export function documented<T>(payload: { data: unknown }): { data: T } {
  return payload as { data: T };
}
