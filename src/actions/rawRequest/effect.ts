import type { Effect } from "../../http/effect";
import { unescaped } from "../../http/path";

const READING_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const REPEATABLE_METHODS = new Set(["PUT", "DELETE"]);
/** Reads that are asked by POST or PUT. */
const READS = [
  /^POST \/search$/,
  /^POST \/(reporting\/)?stats(\/[^/]+)*$/,
  /^PUT \/views\/[^/]+\/items$/,
];
/** PUTs that do their work again when they are sent again. */
const ONCE = [/^PUT \/.*\bmerge$/, /^PUT \/jobs\/[^/]+$/];

/**
 * What sending a request again would do, by method and path: nobody but Raw Request has to guess.
 *
 * @param query without a question mark; an `action` in it can repeat a refund.
 * @param body a new password ends sessions each time.
 */
export function guessEffect(
  method: string,
  path: string,
  query: string,
  body?: string | Buffer,
): Effect {
  const route = `${method} ${unescaped(path).toLowerCase().replace(/\/+$/, "")}`;
  if (READING_METHODS.has(method) || READS.some((read) => read.test(route))) {
    return "none";
  }
  const isOnce =
    !REPEATABLE_METHODS.has(method) ||
    ONCE.some((once) => once.test(route)) ||
    new URLSearchParams(query).has("action") ||
    (/^PUT \/users\//.test(route) && /password/i.test(String(body ?? "")));
  return isOnce ? "once" : "same";
}
