import { isConnectionError } from "@prismatic-io/spectral";
import type { GorgiasError } from "../../src/http/errors";
import { type FailureFacts, truncatedResponse } from "../../src/http/failure";
import { createRedactor } from "../../src/http/redaction";
import type { HttpRequest } from "../../src/http/request";
import { type ErrorContext, toError, toRedirectError } from "../../src/http/toError";
import { apiKeyConnection } from "../support/integration";

const API_KEY = "the-api-key";
const ORIGIN = "https://green-garden.gorgias.com";
const connection = apiKeyConnection({ username: "jane@example.com", apiKey: API_KEY });
const redactor = createRedactor(connection);
const READ: HttpRequest = { method: "GET", path: "/tickets/5", expect: "json", effect: "none" };
const WRITE: HttpRequest = { method: "POST", path: "/tickets", expect: "json", effect: "once" };
const CREATE = { ...WRITE, creates: { what: "ticket", advice: "look with List Tickets" } };
const SAME: HttpRequest = { method: "PUT", path: "/tickets/5", expect: "json", effect: "same" };

function errorOf(
  failure: Partial<FailureFacts & { message: string }>,
  more: Partial<ErrorContext> = {},
) {
  return toError({
    connection,
    upstream: { name: "Gorgias", authenticated: true },
    request: READ,
    attempts: 1,
    redactor,
    failure: { mayHaveArrived: false, message: "Not found.", ...failure },
    ...more,
  }) as GorgiasError;
}

describe("the error for an attempt", () => {
  it.each<[what: string, failure: object, more: Partial<ErrorContext>, message: string]>([
    ["refused", { status: 404 }, {}, "Gorgias answered 404 to GET /tickets/5: Not found."],
    [
      "without a response",
      { message: "the connection was lost (ECONNRESET)" },
      {},
      "Gorgias did not answer GET /tickets/5: the connection was lost (ECONNRESET)",
    ],
    [
      "with a name for it",
      { status: 404, requestId: "req-1" },
      {},
      "Gorgias answered 404 to GET /tickets/5: Not found (request ID req-1)",
    ],
    [
      "made several times",
      { status: 503, message: "Busy." },
      { attempts: 4 },
      "Gorgias answered 503 to GET /tickets/5: Busy, after 4 attempts",
    ],
    [
      "made several times, with a name for the last",
      { status: 503, message: "Busy.", requestId: "req-1" },
      { attempts: 4 },
      "Gorgias answered 503 to GET /tickets/5: Busy (request ID req-1), after 4 attempts",
    ],
    [
      "that asks for too long a wait",
      { status: 429, message: "Full." },
      { askedMs: 90_400, maxWaitMs: 60_025 },
      "Gorgias answered 429 to GET /tickets/5: Full. It asks to wait 90 s, longer than the 60 s that are waited for: run this again later",
    ],
    [
      "that was waited for in vain",
      { status: 429, message: "Full." },
      { askedMs: 2_000, maxWaitMs: 120_000 },
      "Gorgias answered 429 to GET /tickets/5: Full. There was no room within 120 s: run this again later",
    ],
    [
      "that was waited for in vain, and asks for nothing",
      { status: 429, message: "Full." },
      { maxWaitMs: 120_000 },
      "Gorgias answered 429 to GET /tickets/5: Full. There was no room within 120 s: run this again later",
    ],
    [
      "that says no more than it is asked for",
      { status: 429, message: "Full." },
      { askedMs: 120_000, maxWaitMs: 120_000 },
      "Gorgias answered 429 to GET /tickets/5: Full. There was no room within 120 s: run this again later",
    ],
    [
      "answered by a web page",
      { status: 404, message: "an HTML page instead of JSON", html: true },
      {},
      "Gorgias answered 404 to GET /tickets/5: an HTML page instead of JSON. Is green-garden (Domain) the name of the Gorgias account?",
    ],
    [
      "answered by a web page of another status",
      { status: 502, message: "an HTML page instead of JSON", html: true },
      {},
      "Gorgias answered 502 to GET /tickets/5: an HTML page instead of JSON",
    ],
    [
      "of a file storage",
      { status: 403, message: "AccessDenied" },
      { upstream: { name: "The file storage", authenticated: false } },
      "The file storage answered 403 to GET /tickets/5: AccessDenied",
    ],
    [
      "with a secret",
      { status: 400, message: `Bad key ${API_KEY}.` },
      {},
      "Gorgias answered 400 to GET /tickets/5: Bad key [redacted].",
    ],
  ])("%s", (_, failure, more, message) => {
    expect(errorOf(failure, more).message).toBe(message);
  });

  it.each<[what: string, request: HttpRequest, failure: object, message: string]>([
    [
      "a creation",
      CREATE,
      { mayHaveArrived: true },
      "Gorgias did not answer POST /tickets: Lost. The ticket may have been created all the same, and it was not sent again: look with List Tickets",
    ],
    [
      "a creation that was performed",
      CREATE,
      { mayHaveArrived: true, performedWith: 201 },
      "Gorgias answered 201 to POST /tickets: Lost. The ticket was created, and it was not sent again: look with List Tickets",
    ],
    [
      "another write",
      WRITE,
      { mayHaveArrived: true },
      "Gorgias did not answer POST /tickets: Lost. It may have been performed all the same, and it was not sent again: look in Gorgias before you run this again",
    ],
    [
      "another write that was performed",
      WRITE,
      { mayHaveArrived: true, performedWith: 200 },
      "Gorgias answered 200 to POST /tickets: Lost. It was performed, and it was not sent again: look in Gorgias before you run this again",
    ],
    [
      "a write that never arrived",
      CREATE,
      { mayHaveArrived: false },
      "Gorgias did not answer POST /tickets: Lost.",
    ],
    [
      "a write that changes nothing by a second time",
      SAME,
      { mayHaveArrived: true, performedWith: 200 },
      "Gorgias did not answer PUT /tickets/5: Lost.",
    ],
  ])("says what became of %s", (_, request, failure, message) => {
    expect(errorOf({ message: "Lost.", ...failure }, { request }).message).toBe(message);
  });

  it("carries what programs ask for, without secrets", () => {
    const request = { ...READ, path: `/tickets/${API_KEY}` };
    const details = { id: ["Unknown."] };
    expect(
      errorOf({ status: 400, details, requestId: `req-${API_KEY}` }, { request }),
    ).toMatchObject({
      name: "GorgiasError",
      method: "GET",
      path: "/tickets/[redacted]",
      status: 400,
      details,
      requestId: "req-[redacted]",
    });
    expect(errorOf({ status: 400 }).requestId).toBeUndefined();
  });

  it.each([
    [401, false, true],
    [403, true, true],
    [403, false, false],
    [404, true, false],
  ])("of %d (denied: %s) is the connection's: %s", (status, deniesAccess, expected) => {
    expect(isConnectionError(errorOf({ status, deniesAccess }))).toBe(expected);
    const upstream = { name: "The file storage", authenticated: false };
    expect(isConnectionError(errorOf({ status, deniesAccess }, { upstream }))).toBe(false);
  });
});

it.each([
  [200, 200],
  [299, 299],
  [300, undefined],
  [199, undefined],
])("a response of %d that was cut short was performed with %s", (status, performedWith) => {
  const failure = truncatedResponse("cut", { status, headers: { "x-request-id": "req-1" } });
  expect(failure).toMatchObject({
    name: "AttemptFailure",
    message: "cut",
    mayHaveArrived: true,
    requestId: "req-1",
  });
  expect([failure.performedWith, failure.status]).toEqual([performedWith, undefined]);
});

describe("the error for a redirect", () => {
  function redirectError(
    status: number,
    location: string,
    request: HttpRequest = READ,
    id?: string,
  ) {
    const headers = { location, ...(id && { "x-request-id": id }) };
    return toRedirectError("Gorgias", request, { status, headers, data: "" }, ORIGIN, redactor);
  }

  it.each<[what: string, status: number, location: string, request: HttpRequest, says: string]>([
    [
      "elsewhere",
      302,
      "https://evil.example/x",
      READ,
      "it redirects to evil.example, which is not followed",
    ],
    ["on the same host", 302, "/login", READ, "it redirects, which is not followed"],
    ["nowhere", 302, "", READ, "it redirects, which is not followed"],
    [
      "after what may have been done",
      303,
      "/login",
      CREATE,
      "it redirects, which is not followed. The ticket may have been created all the same, and it was not sent again: look with List Tickets",
    ],
    [
      "after what may have been done, too",
      302,
      "/login",
      WRITE,
      "it redirects, which is not followed. It may have been performed all the same, and it was not sent again: look in Gorgias before you run this again",
    ],
    ["of what is to be done there", 307, "/login", CREATE, "it redirects, which is not followed"],
    [
      "of what changes nothing by a second time",
      302,
      "/x",
      SAME,
      "it redirects, which is not followed",
    ],
    [
      "of a merged record that is changed",
      301,
      "/api/tickets/77",
      SAME,
      "it was merged into 77, and nothing was changed: use ID 77",
    ],
    [
      "of a merged record that is read",
      301,
      "/api/tickets/77",
      READ,
      "it was merged into 77: use ID 77",
    ],
    ["of a record to itself", 301, "/api/tickets/5/", READ, "it redirects, which is not followed"],
    [
      "of a merged record for now",
      302,
      "/api/tickets/77",
      READ,
      "it redirects, which is not followed",
    ],
    [
      "of a merged record elsewhere",
      301,
      "https://evil.example/api/tickets/77",
      READ,
      "it redirects to evil.example, which is not followed",
    ],
  ])("%s", (_, status, location, request, says) => {
    const { method, path } = request;
    expect(redirectError(status, location, request)).toMatchObject({
      name: "GorgiasError",
      message: `Gorgias answered ${status} to ${method} ${path}: ${says}`,
      method,
      path,
      status,
      requestId: undefined,
    });
  });

  it("names the request, and no secret", () => {
    const request = { ...READ, path: `/tickets/${API_KEY}` };
    const error = redirectError(302, `https://${API_KEY}.example/`, request, "req-1");
    expect(error).toMatchObject({
      message:
        "Gorgias answered 302 to GET /tickets/[redacted]: it redirects to [redacted].example, which is not followed (request ID req-1)",
      path: "/tickets/[redacted]",
      requestId: "req-1",
    });
  });
});
