import { validateHeaderName, validateHeaderValue } from "node:http";
import type { ActionLogger } from "@prismatic-io/spectral";
import { refuse } from "../../inputs/refusal";

/** Headers that are the connection's or the transport's to set. */
const OWN_HEADERS = new Set([
  "authorization",
  "proxy-authorization",
  "host",
  "connection",
  "content-length",
  "transfer-encoding",
  "expect",
  "upgrade",
]);

/**
 * The builder's headers, names in lower case, without those that are not theirs to set.
 *
 * @throws InputError for a name or value that no request can carry, and for a name given twice.
 */
export function toHeaders(
  pairs: readonly { key: string; value: string }[],
  logger: ActionLogger,
): Record<string, string> {
  const headers = new Map<string, string>();
  for (const { key, value } of pairs) {
    const name = key.trim().toLowerCase();
    try {
      if (name in Object.prototype) {
        throw new TypeError("axios does not send it");
      }
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw refuse("Header", "holds what no request can carry", key);
    }
    if (OWN_HEADERS.has(name)) {
      logger.warn(`Header ${name} is set by the component and was left out.`);
    } else if (headers.has(name)) {
      throw refuse("Header", "must have each name once", key);
    } else {
      headers.set(name, value);
    }
  }
  return Object.fromEntries(headers);
}
