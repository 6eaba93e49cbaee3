import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** What stands in an integration's URL beside the flow's own query. */
export const TOKEN_PARAMETER = "token";
export const EVENT_PARAMETER = "event";
const OWN_PARAMETERS = [TOKEN_PARAMETER, EVENT_PARAMETER];

const TOKEN_BYTES = 32;

/** A secret that nobody guesses: how calls prove that Gorgias makes them. */
export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString("hex");
}

/** Compares in constant time, whatever the lengths. */
export function isToken(given: unknown, token: string): boolean {
  return timingSafeEqual(hash(typeof given === "string" ? given : ""), hash(token));
}

/** Where Gorgias calls a flow for one event. The flow's own query stays as it is written. */
export function callUrl(webhookUrl: string, token: string, event: string): string {
  const url = new URL(webhookUrl);
  const own = `${TOKEN_PARAMETER}=${token}&${EVENT_PARAMETER}=${encodeURIComponent(event)}`;
  url.search = url.search ? `${url.search}&${own}` : own;
  url.hash = "";
  return url.href;
}

/** Does an integration's URL lead to the flow, by its address or by its token? */
export function leadsToFlow(
  url: string,
  { webhookUrl, token }: { webhookUrl?: string | undefined; token?: string | undefined },
): boolean {
  if (!URL.canParse(url)) {
    return false;
  }
  const tokens = new URL(url).searchParams.getAll(TOKEN_PARAMETER);
  if (token !== undefined && tokens.some((given) => isToken(given, token))) {
    return true;
  }
  return (
    webhookUrl !== undefined &&
    URL.canParse(webhookUrl) &&
    flowAddress(url) === flowAddress(webhookUrl)
  );
}

/** The event that a URL was written for; undefined for one of an earlier release. */
export function eventIn(url: string): string | undefined {
  return new URL(url).searchParams.getAll(EVENT_PARAMETER).at(-1);
}

/** The flow's address without what `callUrl` adds. */
function flowAddress(text: string): string {
  const url = new URL(text);
  const query = [...url.searchParams].filter(([name]) => !OWN_PARAMETERS.includes(name));
  return `${url.origin}${url.pathname}?${new URLSearchParams(query)}`;
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
