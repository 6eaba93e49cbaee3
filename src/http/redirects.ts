import type { WireAnswer } from "./transport";

/** Where an answer points, as an absolute URL; undefined when that is no web address. */
export function redirectTarget(answer: WireAnswer, base: string): URL | undefined {
  const { location } = answer.headers;
  if (!location || !URL.canParse(location, base)) {
    return undefined;
  }
  const target = new URL(location, base);
  return /^https?:$/.test(target.protocol) ? target : undefined;
}

/**
 * The path below `/api` of a redirect that stays inside the account's own API, the only kind that
 * may carry its credentials.
 *
 * @param origin the account's origin.
 * @returns undefined for another host, scheme or port, for userinfo, and outside `/api`.
 */
export function redirectWithinApi(
  target: URL | undefined,
  origin: string,
): { path: string; query: string } | undefined {
  if (!target || target.origin !== origin || target.username || target.password) {
    return undefined;
  }
  if (!target.pathname.startsWith("/api/")) {
    return undefined;
  }
  return { path: target.pathname.slice("/api".length), query: target.search.slice(1) };
}

/**
 * The id of the ticket or customer in a path; in that of a merge's redirect, such as
 * `/api/tickets/77/messages/`, the one that survived (contract, `Merged`).
 */
export function recordIdIn(path: string): string | undefined {
  return /\/(?:tickets|customers)\/(\d+)(?:\/|$)/.exec(path)?.[1];
}
