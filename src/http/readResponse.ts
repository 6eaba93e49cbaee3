import { STATUS_CODES } from "node:http";
import { explainResponse } from "./errors";
import { AttemptFailure, truncatedResponse } from "./failure";
import { parseExactJson } from "./json";
import type { Redactor } from "./redaction";
import { isRedirect } from "./redirects";
import type { HttpRequest, HttpResponse } from "./request";
import { isAmbiguousStatus, retryAfterMs } from "./retry";

/**
 * Judges a response by its status and, where JSON is expected, its body.
 *
 * @param isPrivate whether an error's body is not to be shown: a file storage repeats its signature.
 * @returns a 2xx response, its data read, or a redirect.
 * @throws AttemptFailure
 */
export function readResponse(
  response: HttpResponse<string | Buffer>,
  { method, expect }: Pick<HttpRequest, "method" | "expect">,
  redactor: Redactor,
  isPrivate: boolean,
): HttpResponse {
  const { status, headers, data } = response;
  if (isRedirect(status)) {
    return response;
  }
  if (status < 200 || status >= 300) {
    const described = isPrivate
      ? { text: nameOfRefusal(data.toString(), status), html: false }
      : explainResponse(data.toString() || (status < 400 ? nameOf(status) : ""), redactor);
    throw new AttemptFailure(described.text, {
      ...described,
      status,
      mayHaveArrived: isAmbiguousStatus(status),
      retryAfterMs: retryAfterMs(headers["retry-after"], headers.date),
      requestId: headers["x-request-id"],
    });
  }
  const expectsJson = expect === "json" || (expect === "any" && saysJson(headers));
  return expectsJson ? { ...response, data: readJson(response, method) } : response;
}

/** JSON that does not parse was cut short on its way, or never was JSON. */
function readJson(response: HttpResponse<string | Buffer>, method: string): unknown {
  const text = response.data.toString();
  // An empty body is right for a write (202, 204), never for a read.
  if (text.trim() === "" && (method !== "GET" || response.status === 204)) {
    return undefined;
  }
  try {
    return parseExactJson(text);
  } catch {
    // A page of a proxy's does not say what Gorgias did.
    throw /^\s*</.test(text)
      ? new AttemptFailure("the answer is a web page instead of JSON", {
          mayHaveArrived: true,
          requestId: response.headers["x-request-id"],
        })
      : truncatedResponse("the answer was cut short", response);
  }
}

function saysJson(headers: Record<string, string>): boolean {
  return /\bjson\b/i.test(headers["content-type"] ?? "");
}

/** The code of a storage's XML error, such as AccessDenied, or what the status means. */
function nameOfRefusal(body: string, status: number): string {
  const code = /<Code>([A-Za-z]{1,60})<\/Code>/.exec(body.slice(0, 2_000))?.[1];
  return code ?? nameOf(status);
}

function nameOf(status: number): string {
  return STATUS_CODES[status] ?? "no further word";
}
