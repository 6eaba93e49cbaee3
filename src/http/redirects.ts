import { BlockList, isIP } from "node:net";
import type { HttpResponse } from "./request";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** 300 and 304 are of the same hundred, but send nobody anywhere. */
export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status);
}

/**
 * Where a response points, as an absolute URL; undefined when that is no web address. What leads from
 * https to http on the same host is read as https: a proxy before Gorgias forgot its own scheme.
 */
export function redirectTarget(response: HttpResponse, base: string): URL | undefined {
  const location = asUtf8(response.headers.location);
  if (!location || !URL.canParse(location, base)) {
    return undefined;
  }
  const target = new URL(location, base);
  const from = new URL(base);
  if (from.protocol === "https:" && target.protocol === "http:" && target.host === from.host) {
    target.protocol = "https:";
  }
  return /^https?:$/.test(target.protocol) ? target : undefined;
}

/**
 * May a file be read there? By https alone and never from inside the machine's own network. Names are
 * not resolved for this. The sandbox, on loopback itself, keeps its files there too.
 */
export function isStorage(target: URL, origin: string): boolean {
  if (target.username || target.password) {
    return false;
  }
  const isSandbox = isPrivateHost(new URL(origin).hostname);
  return isSandbox || (target.protocol === "https:" && !isPrivateHost(target.hostname));
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
export function mergedIntoId(path: string): string | undefined {
  return /\/(?:tickets|customers)\/(\d+)(?:\/|$)/.exec(path)?.[1];
}

let privateAddresses: BlockList | undefined;

function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, "")
    .replace(/\.+$/, "")
    .toLowerCase();
  if (host === "localhost" || host.endsWith(".localhost")) {
    return true;
  }
  const version = isIP(host);
  privateAddresses ??= listPrivateAddresses();
  return version !== 0 && privateAddresses.check(host, version === 6 ? "ipv6" : "ipv4");
}

/** IPv4 addresses in IPv6 form are found by the rules for IPv4. */
function listPrivateAddresses(): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of [
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.168.0.0", 16],
  ] as const) {
    list.addSubnet(net, prefix);
  }
  for (const [net, prefix] of [
    ["::", 96],
    ["2002::", 16],
    ["::ffff:0:0:0", 96],
    ["64:ff9b::", 96],
    ["64:ff9b:1::", 48],
    ["fc00::", 7],
    ["fe80::", 10],
    ["fec0::", 10],
  ] as const) {
    list.addSubnet(net, prefix, "ipv6");
  }
  return list;
}

/** Node reads header bytes as Latin-1; an address in raw UTF-8 is made of them. */
function asUtf8(header: string | undefined): string | undefined {
  if (!header || !/[\x80-\xff]/.test(header)) {
    return header;
  }
  const text = Buffer.from(header, "latin1").toString("utf8");
  return text.includes("\ufffd") ? header : text;
}
