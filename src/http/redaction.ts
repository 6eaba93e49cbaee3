import type { Connection } from "@prismatic-io/spectral";

const REDACTED = "[redacted]";
/** What lies deeper than this in a JSON value is left out: nothing is nested so for a good reason. */
const MAX_DEPTH = 40;
/** A shorter "secret" is a mistake of the connection, and replacing it would garble every text. */
const MIN_SECRET_LENGTH = 4;
const SECRET_FIELDS = ["apiKey", "clientSecret"];
const PUBLIC_FIELDS = ["domain", "username", "authorizeUrl", "tokenUrl", "scopes", "clientId"];

/** Replaces the secrets of one connection in whatever is logged or thrown. */
export interface Redactor {
  /** `text` without secrets. */
  text(text: string): string;
  /** A copy of a JSON value without secrets, in its keys and its strings. */
  json<T>(value: T): T;
}

const SECRET_NAME = /secret|token|password|two_fa|authorization|api[-_]?key/i;
const SECRET_PARAMETER = /([?&](?:[a-z_]*token|api_?key|key|secret|signature)=)[^&"'\s\\]+/gi;

/**
 * Text without the values whose JSON key or URL parameter says that they are secrets, such as
 * `hmac_secret` or `?token=`: those that are not the connection's own.
 */
export function withoutNamedSecrets(text: string): string {
  return text
    .replace(/("([^"\\]{1,64})"\s{0,8}:\s{0,8})"(?:[^"\\]|\\.)*"/g, (pair, start, name) =>
      SECRET_NAME.test(name) ? `${start}"${REDACTED}"` : pair,
    )
    .replace(SECRET_PARAMETER, `$1${REDACTED}`);
}

/** Basic credentials as the Authorization header carries them: base64 of `user:key`. */
export function basicCredentials(username: string, apiKey: string): string {
  return Buffer.from(`${username}:${apiKey}`, "utf8").toString("base64");
}

/** What of a token says what it is good for, and is no secret. */
const PUBLIC_TOKEN_PARTS = /^(scope|scopes|token_type|expires)/;

/**
 * @param connection the connection whose key, tokens and basic credentials must not get out.
 * @param more further secrets.
 */
export function createRedactor(
  connection: Partial<Connection>,
  more: readonly string[] = [],
): Redactor {
  const secrets = secretsOf(connection, more);
  const text = (original: string): string =>
    secrets.reduce((result, secret) => result.replaceAll(secret, REDACTED), original);
  const json = (value: unknown, depth = 0): unknown => {
    if (typeof value === "string") {
      return text(value);
    }
    if (value === null || typeof value !== "object" || Buffer.isBuffer(value)) {
      return value;
    }
    if (depth === MAX_DEPTH) {
      return "…";
    }
    if (Array.isArray(value)) {
      return value.map((item) => json(item, depth + 1));
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [text(key), json(inner, depth + 1)]),
    );
  };
  return { text, json: (value) => json(value) as typeof value };
}

/**
 * The connection as an error may carry it: what identifies it, without secret fields and token.
 * Fields are let through by name, so that a field nobody thought of is left out.
 */
export function withoutSecrets(connection: Partial<Connection>): Connection {
  const redactor = createRedactor(connection);
  const fields = Object.fromEntries(
    PUBLIC_FIELDS.filter((name) => typeof connection.fields?.[name] === "string").map((name) => [
      name,
      withoutUserInfo(name, redactor.text(String(connection.fields?.[name]))),
    ]),
  );
  return {
    key: String(connection.key ?? ""),
    configVarKey: String(connection.configVarKey ?? ""),
    fields,
  };
}

/** As JSON writes a text, without the quotes around it. */
function asJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function secretsOf(connection: Partial<Connection>, more: readonly string[]): string[] {
  const fields = connection.fields ?? {};
  const token = connection.token ?? {};
  const tokenSecrets = Object.entries(token)
    .filter(([name]) => !PUBLIC_TOKEN_PARTS.test(name))
    .map(([, value]) => value);
  const ofConnection = [...SECRET_FIELDS.map((name) => fields[name]), ...tokenSecrets];
  const values = [...ofConnection, ...more]
    .filter((value): value is string => typeof value === "string")
    .map((value) => value.trim())
    .filter((value) => value.length >= MIN_SECRET_LENGTH && value.toLowerCase() !== "bearer");
  const basic =
    typeof fields.apiKey === "string"
      ? [basicCredentials(String(fields.username ?? "").trim(), fields.apiKey.trim())]
      : [];
  const all = [...values, ...basic];
  const written = all.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams([["", secret]]).toString().slice(1),
    asJson(secret),
    asJson(asJson(secret)),
  ]);
  return [...new Set(written)].sort((a, b) => b.length - a.length);
}

/** What stands before an @ in an address can be a password; a user name is one that holds an @. */
function withoutUserInfo(field: string, text: string): string {
  return field === "domain"
    ? text.replace(/^.*@/s, `${REDACTED}@`)
    : text.replace(/\/\/.*@/s, `//${REDACTED}@`);
}
