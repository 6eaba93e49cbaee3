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

const SECRET_NAME = /secret|token|passw|pwd|two_fa|authorization|credential|api[-_]?key|signature/i;
/** Names that say so in a query or form alone. */
const SECRET_PARAMETER_NAME = /^(key|sig|auth|policy|awsaccesskeyid|googleaccessid)$/i;
const PARAMETER = /(^|[?&\s"'\\])([^?&=\s"'\\<>]{1,128})=([^&"'\s\\<>]+)/g;
const USER_INFO = /(\/\/)[^/?#\s"'\\@]{1,512}@/g;
/** A key of JSON, or of JSON within a text of JSON, whose quotes stand behind backslashes. */
const JSON_KEY = /(\\{0,15})"([^"\\]{1,64})\1"\s{0,8}:\s{0,8}/g;
/** Names that speak of a secret without being one. */
const PUBLIC_NAME = /count|expires|type|limit|usage|_(at|in|datetime)$/i;

/**
 * Text without the values whose JSON key or parameter says that they are secrets, such as
 * `hmac_secret` or `?token=`, and without the user and password of addresses: those that are not the
 * connection's own.
 */
export function withoutNamedSecrets(text: string): string {
  return withoutJsonSecrets(text)
    .replace(PARAMETER, (pair, before, name) =>
      isSecretParameter(name) ? `${before}${name}=${REDACTED}` : pair,
    )
    .replace(USER_INFO, `$1${REDACTED}@`);
}

/** One pass, by hand where a regular expression would exhaust the stack on a long text. */
function withoutJsonSecrets(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  for (const found of text.matchAll(JSON_KEY)) {
    const { index } = found;
    const [key, backslashes, name] = found as unknown as [key: string, quote: string, name: string];
    const start = index + key.length;
    if (index < copied || !SECRET_NAME.test(name) || PUBLIC_NAME.test(name)) {
      continue;
    }
    const end = endOfValue(text, start, backslashes);
    if (end > start) {
      parts.push(text.slice(copied, start), `${backslashes}"${REDACTED}${backslashes}"`);
      copied = end;
    }
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(copied);
}

/** @returns `start` for what tells nothing: null, true and false. */
function endOfValue(text: string, start: number, backslashes: string): number {
  if (text.startsWith(`${backslashes}"`, start)) {
    return endOfText(text, start + backslashes.length, backslashes.length);
  }
  const first = text.charAt(start);
  if (first === "[" || first === "{") {
    return endOfBrackets(text, start, backslashes);
  }
  let end = start;
  while (/[\d.eE+-]/.test(text.charAt(end))) {
    end += 1;
  }
  return end;
}

/** @param escapes backslashes before each quote: 0 in JSON, 1 in JSON within its text, then 3, 7, 15. */
function endOfText(text: string, openingQuote: number, escapes: number): number {
  for (let at = text.indexOf('"', openingQuote + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (at - 1 - backslashes > openingQuote && text[at - 1 - backslashes] === "\\") {
      backslashes += 1;
    }
    // Its own backslashes aside, those before a quote are the text's: an odd one escapes the quote.
    if ((backslashes - escapes) % (2 * (escapes + 1)) === 0) {
      return at + 1;
    }
  }
  return text.length;
}

function endOfBrackets(text: string, start: number, backslashes: string): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (text.startsWith(`${backslashes}"`, at)) {
      at = endOfText(text, at + backslashes.length, backslashes.length) - 1;
    } else if ("[{".includes(character)) {
      depth += 1;
    } else if ("]}".includes(character)) {
      depth -= 1;
      if (depth === 0) {
        return at + 1;
      }
    }
  }
  return text.length;
}

function isSecretParameter(written: string): boolean {
  let name = written;
  try {
    name = decodeURIComponent(written.replaceAll("+", " "));
  } catch {
    // No escape: the name stands as it is.
  }
  return SECRET_NAME.test(name) || SECRET_PARAMETER_NAME.test(name);
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
  const pattern = new RegExp(secrets.map(escapeForPattern).join("|"), "g");
  const text = (original: string): string =>
    secrets.length === 0 ? original : original.replace(pattern, REDACTED);
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

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
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
