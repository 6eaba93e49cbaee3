import { type Connection, ConnectionError, SpectralError } from "@prismatic-io/spectral";
import { onOneLine, shorten, withoutFullStop } from "../text";
import { createRedactor, type Redactor, withoutSecrets } from "./redaction";

const MAX_MESSAGE_CHARACTERS = 500;
const MAX_DETAILS_CHARACTERS = 1_000;
const MAX_DETAILS = 10;
/** A 403 can be a quota or a firewall's, too, and then says nothing of the connection. */
const DENIED = /permission|\bscopes?\b|authenticat|unauthori[sz]ed|not authori[sz]ed|credential/i;
/** Characters of a web page in which its title is looked for. */
const MAX_PAGE_HEAD = 10_000;

/** What a failed request was, for programs that read the error. */
export interface RequestFailure {
  /** HTTP method, upper case. */
  method: string;
  /** Path below `/api`, without the query. */
  path: string;
  /** HTTP status of Gorgias's response; undefined when there was none. */
  status?: number;
  /** What Gorgias says of each field: `error.data` of its response. */
  details?: unknown;
  /** Gorgias's name for the request, which its support asks for: the header `x-request-id`. */
  requestId?: string;
}

/** Gorgias refused a request, or did not answer it. */
export class GorgiasError extends SpectralError implements RequestFailure {
  method: string;
  path: string;
  status?: number;
  details?: unknown;
  requestId?: string;

  constructor(message: string, failure: RequestFailure) {
    super(message);
    this.name = "GorgiasError";
    this.method = failure.method;
    this.path = failure.path;
    this.status = failure.status;
    this.details = failure.details;
    this.requestId = failure.requestId;
  }
}

/**
 * The connection is at fault: the platform shows it as a configuration error. It carries the
 * connection without its secrets.
 */
export class GorgiasConnectionError extends ConnectionError implements Partial<RequestFailure> {
  method?: string;
  path?: string;
  status?: number;
  details?: unknown;
  requestId?: string;

  constructor(connection: Partial<Connection>, message: string, failure?: RequestFailure) {
    super(withoutSecrets(connection), createRedactor(connection).text(message));
    this.name = "ConnectionError";
    Object.assign(this, failure);
  }
}

/** What a response that is no success says, in words: Gorgias's message and details, or a summary. */
export interface Explanation {
  text: string;
  details?: unknown;
  /** The response was an HTML page: a proxy's, or that of an account that does not exist. */
  html: boolean;
  /** Gorgias's own message speaks of permissions, scopes or authentication. */
  deniesAccess?: boolean;
}

/**
 * Reads the body of a response that is no success.
 *
 * Gorgias's form is `{"error": {"msg", "data"?}}` (contract, schema `Error`); proxies before it
 * answer HTML or plain text.
 *
 * @param body the response's body as text.
 */
export function explainResponse(body: string, redactor: Redactor): Explanation {
  let parsed: unknown;
  try {
    // Parsed first: a secret can be written in JSON's escapes.
    parsed = redactor.json(JSON.parse(body));
  } catch {
    return summariseText(redactor.text(body));
  }
  const error = (parsed as { error?: unknown } | null)?.error ?? parsed;
  if (typeof error === "string") {
    return { text: shorten(onOneLine(error), 300), html: false, deniesAccess: DENIED.test(error) };
  }
  const message = error && typeof error === "object" ? messageOf(error) : undefined;
  if (message === undefined) {
    return {
      text: shorten(onOneLine(JSON.stringify(parsed)) || "no further word", 300),
      html: false,
    };
  }
  const details = (error as { data?: unknown }).data;
  const text = shorten(onOneLine(message), MAX_MESSAGE_CHARACTERS);
  const summary = summariseDetails(details);
  return {
    text: summary ? `${withoutFullStop(text)}${summary}` : text,
    details,
    html: false,
    deniesAccess: DENIED.test(text + summary),
  };
}

function flattenDetails(details: unknown, at = ""): string[] {
  if (details === null || details === undefined || details === "") {
    return [];
  }
  if (Array.isArray(details) && details.length === 0) {
    return [];
  }
  if (
    Array.isArray(details) &&
    details.every((item) => item === null || typeof item !== "object")
  ) {
    return [`${at ? `${at}: ` : ""}${details.join(", ")}`];
  }
  if (typeof details === "object") {
    return Object.entries(details).flatMap(([key, value]) =>
      flattenDetails(value, at ? `${at}.${key}` : key),
    );
  }
  return [`${at ? `${at}: ` : ""}${details}`];
}

function summariseDetails(details: unknown): string {
  const reasons = flattenDetails(details);
  const shown = reasons.slice(0, MAX_DETAILS);
  const rest = reasons.length - shown.length;
  const text = onOneLine([...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join("; "));
  return text ? ` (${shorten(text, MAX_DETAILS_CHARACTERS)})` : "";
}

function summariseText(text: string): Explanation {
  const html = /^\s*<(!doctype|html|head|body)/i.test(text);
  if (!html) {
    return { text: shorten(onOneLine(text) || "no further word", 300), html };
  }
  const title = /<title[^>]{0,200}>([^<]{0,500})</i.exec(text.slice(0, MAX_PAGE_HEAD))?.[1];
  const titled = title?.trim() ? ` titled "${shorten(onOneLine(title), 80)}"` : "";
  return { text: `an HTML page${titled} instead of JSON`, html };
}

function messageOf(error: object): string | undefined {
  const { msg, message } = error as { msg?: unknown; message?: unknown };
  return [msg, message].find(
    (text): text is string => typeof text === "string" && text.trim() !== "",
  );
}
