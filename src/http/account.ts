import type { Connection } from "@prismatic-io/spectral";
import { InputError } from "../errors";
import { formatValue } from "../text";
import { GorgiasConnectionError } from "./errors";

const DOMAIN =
  /^(?:https:\/\/)?([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)\.gorgias\.com$|^https:\/\/([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)\.gorgias\.com\/\S*$|^([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)$/i;
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where the connection's requests go: an origin, no path. */
export function resolveOrigin(connection: Connection): string {
  const account = accountOrigin(connection);
  return sandboxOrigin() ?? account;
}

/**
 * The account of a connection, for what is kept of it from run to run: its origin and, during
 * development, that of the sandbox which stands in for it.
 *
 * @throws ConnectionError as `resolveOrigin` does.
 */
export function accountIdentity(connection: Connection): string {
  const account = accountOrigin(connection);
  const sandbox = sandboxOrigin();
  return sandbox === undefined ? account : `${account} at ${sandbox}`;
}

/** Hides what stands before an @, which can be a password. */
function withoutUserInfo(text: string): string {
  return text.replace(/^.*@/s, "…@");
}

/**
 * The origin of the connection's account: `https://green-garden.gorgias.com`. One host per account,
 * there is no shared host (contract, `servers`).
 *
 * @throws ConnectionError that says "Domain" for anything but an account's name or address.
 */
function accountOrigin(connection: Connection): string {
  const given = connection.fields?.domain;
  const match = typeof given === "string" ? DOMAIN.exec(given.trim()) : null;
  const label = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!label) {
    const shown = typeof given === "string" ? formatValue(withoutUserInfo(given)) : "nothing";
    throw new GorgiasConnectionError(
      connection,
      `Domain must be the name of the Gorgias account, such as green-garden for https://green-garden.gorgias.com; given ${shown}.`,
    );
  }
  return `https://${label.toLowerCase()}.gorgias.com`;
}

/**
 * The loopback origin that `GORGIAS_SANDBOX_URL` names, for development against the sandbox.
 *
 * @throws InputError when it names anything but a loopback origin.
 */
function sandboxOrigin(): string | undefined {
  const given = process.env.GORGIAS_SANDBOX_URL;
  if (!given) {
    return undefined;
  }
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isLoopback =
    url !== undefined &&
    ["http:", "https:"].includes(url.protocol) &&
    LOOPBACK_HOST.test(url.hostname) &&
    `${url.origin}/` === url.href;
  if (!isLoopback) {
    const shown = formatValue(withoutUserInfo(given));
    throw new InputError(
      `GORGIAS_SANDBOX_URL must be a loopback origin such as http://127.0.0.1:4010; given ${shown}.`,
      { given: shown },
    );
  }
  return url.origin;
}
