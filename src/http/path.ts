import { InputError } from "../errors";
import { formatValue } from "../text";

/** A path below `/api` whose every segment is escaped. Only `path` and `rawPath` make one. */
export type ApiPath = string & { readonly __brand: "ApiPath" };

/**
 * Template tag for API paths: path`/tickets/${id}` escapes each value as one segment.
 *
 * @throws InputError for a value that is empty or walks up the tree.
 */
export function path(strings: TemplateStringsArray, ...values: (string | number)[]): ApiPath {
  return strings.reduce(
    (result, text, index) => result + escapeSegment(values[index - 1] ?? "") + text,
  ) as ApiPath;
}

/**
 * Fills in the `{parameters}` of a path such as `/tickets/{id}`, each value escaped as one segment.
 *
 * @throws InputError as `path` does, and for a value that is missing.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): ApiPath {
  return template.replace(/\{(\w+)\}/g, (_, name) =>
    escapeSegment((values[name] ?? "") as string | number),
  ) as ApiPath;
}

const MAX_ROUNDS = 5;

/**
 * A path as a server might read it in the end: escapes undone again and again, byte by byte, so that
 * one that does not decode hides none of the others.
 */
export function unescaped(text: string): string {
  let current = text;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    current = current.replace(/%([0-9a-f]{2})/gi, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
  return current;
}

/**
 * A path that a builder typed, for Raw Request: below `/api`, with its query if it has one. A
 * leading `/api`, as in the `uri` of Gorgias's records, is understood.
 *
 * @throws InputError for another host or scheme, `//`, a backslash, `.` and `..` (escaped or not),
 * control characters and fragments.
 */
export function rawPath(label: string, given: string): { path: ApiPath; query: string } {
  const refuse = (reason: string): never => {
    const shown = formatValue(given);
    throw new InputError(
      `${label} must be a path of the Gorgias API such as /tickets: ${reason}; given ${shown}.`,
      { input: label, given: shown },
    );
  };
  const text = given.trim();
  if (/[\p{Cc}\\]/u.test(text)) {
    refuse("backslashes and control characters are not allowed");
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) {
    refuse("no scheme or host, they come from the connection");
  }
  if (text.includes("#")) {
    refuse("# is not allowed");
  }
  if (/\p{Surrogate}/u.test(text)) {
    refuse("it holds broken characters");
  }
  const [rawSegments = "", query = ""] = splitAtFirst(text, "?");
  const absolute = rawSegments.startsWith("/") ? rawSegments : `/${rawSegments}`;
  if (absolute.includes("//")) {
    refuse("// is not allowed");
  }
  const decoded = unescaped(absolute);
  if (/[\p{Cc}\\]/u.test(decoded) || decoded.includes("//")) {
    refuse("escaped slashes, backslashes and control characters are not allowed");
  }
  if (decoded.split(/[/;]/).some((segment) => segment === "." || segment === "..")) {
    refuse("it must not contain . or ..");
  }
  const below = absolute.replace(/^\/api(?=\/|$)/, "");
  if (below === "" || below === "/") {
    refuse("it is empty");
  }
  const escaped = below.replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@%/]+/gu, escapeSegment);
  return { path: escaped as ApiPath, query };
}

function escapeSegment(value: string | number): string {
  const segment = String(value);
  const shown = formatValue(segment);
  // "." and ".." survive escaping and would walk up the tree.
  if (/^\.{0,2}$/.test(segment)) {
    throw new InputError(`${shown} cannot be part of a Gorgias address.`, { given: shown });
  }
  try {
    return encodeURIComponent(segment);
  } catch {
    throw new InputError(`${shown} holds characters that no address can carry.`, { given: shown });
  }
}

function splitAtFirst(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
