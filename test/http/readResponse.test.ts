import type { AttemptFailure } from "../../src/http/failure";
import { readResponse } from "../../src/http/readResponse";
import { createRedactor } from "../../src/http/redaction";
import type { HttpRequest } from "../../src/http/request";
import { apiKeyConnection } from "../support/integration";

const redactor = createRedactor(apiKeyConnection({ username: "a@example.com", apiKey: "the-key" }));
const JSON_TYPE = { "content-type": "application/json" };

interface Given {
  status?: number;
  data?: string | Buffer;
  headers?: Record<string, string>;
  method?: string;
  expects?: HttpRequest["expect"];
  isPrivate?: boolean;
}

function read({
  status = 200,
  data = "{}",
  headers = {},
  method = "GET",
  expects = "json",
  isPrivate = false,
}: Given) {
  return readResponse({ status, data, headers }, { method, expect: expects }, redactor, isPrivate);
}

function failureOf(given: Given): AttemptFailure {
  try {
    read(given);
  } catch (failure) {
    return failure as AttemptFailure;
  }
  throw new Error("It was to fail.");
}

describe("a success", () => {
  it.each<[what: string, given: Given, data: unknown]>([
    ["JSON where it is expected", { data: '{"id": 5}' }, { id: 5 }],
    ["JSON of bytes", { data: Buffer.from('{"id": 5}') }, { id: 5 }],
    ["text where it is expected", { data: '{"id": 5}', expects: "text" }, '{"id": 5}'],
    ["JSON that says so", { data: "[1]", expects: "any", headers: JSON_TYPE }, [1]],
    [
      "JSON of a kind that says so",
      { data: "[1]", expects: "any", headers: { "content-type": "application/problem+JSON" } },
      [1],
    ],
    ["text that does not", { data: "[1]", expects: "any" }, "[1]"],
    [
      "text that says something like it",
      { data: "[1]", expects: "any", headers: { "content-type": "text/jsonish" } },
      "[1]",
    ],
    ["nothing, of a write", { data: "", method: "PUT", status: 202 }, undefined],
    ["blanks, of a write", { data: " \n", method: "PUT" }, undefined],
    ["nothing, of a read without content", { data: "", status: 204 }, undefined],
    ["the last status that is one", { data: "1", status: 299 }, 1],
  ])("is read as %s", (_, given, data) => {
    expect(read(given)).toEqual({ status: 200, headers: {}, ...pick(given), data });
  });

  it("is as it is where it is a redirect", () => {
    const response = { status: 302, data: "Found", headers: { location: "/x" } };
    expect(readResponse(response, { method: "GET", expect: "json" }, redactor, false)).toBe(
      response,
    );
  });

  it.each<[what: string, given: Given]>([
    ["nothing, of a read", { data: "" }],
    ["half of an object", { data: '{"id"' }],
    ["half of an object, of a write", { data: '{"id"', method: "POST" }],
  ])("that is %s was cut short", (_, given) => {
    const failure = failureOf({ ...given, headers: { "x-request-id": "req-1" } });
    expect(failure).toMatchObject({
      message: "the answer was cut short",
      mayHaveArrived: true,
      performedWith: 200,
      requestId: "req-1",
    });
    expect(failure.status).toBeUndefined();
  });

  it("that is a web page says nothing of what was done", () => {
    const failure = failureOf({ data: " <html>", headers: { "x-request-id": "req-1" } });
    expect(failure).toMatchObject({
      message: "the answer is a web page instead of JSON",
      mayHaveArrived: true,
      requestId: "req-1",
    });
    expect(failure.performedWith).toBeUndefined();
    expect(failureOf({ data: '{"a": <' }).message).toBe("the answer was cut short");
  });
});

function pick({ status, headers }: Given) {
  return { ...(status !== undefined && { status }), ...(headers && { headers }) };
}

describe("a response that is no success", () => {
  const body = '{"error": {"msg": "Not with the-key.", "data": {"id": ["Unknown."]}}}';

  it.each([
    [404, false],
    [429, false],
    [500, true],
    [502, true],
    [408, true],
    [425, true],
    [300, false],
    [199, false],
  ])("of %d tells whether it may have been performed: %s", (status, mayHaveArrived) => {
    const headers = {
      "retry-after": "2",
      date: "Thu, 01 Jan 2026 00:00:00 GMT",
      "x-request-id": "req-1",
    };
    expect(failureOf({ status, data: body, headers })).toMatchObject({
      message: "Not with [redacted] (id: Unknown.)",
      status,
      mayHaveArrived,
      details: { id: ["Unknown."] },
      requestId: "req-1",
      retryAfterMs: 2_025,
      html: false,
    });
  });

  it("counts the time of Retry-After from its own", () => {
    const headers = {
      "retry-after": "Thu, 01 Jan 2026 00:00:03 GMT",
      date: "Thu, 01 Jan 2026 00:00:00 GMT",
    };
    expect(failureOf({ status: 503, headers }).retryAfterMs).toBe(3_025);
  });

  it("without a body is named by its status only where it is odd", () => {
    expect(failureOf({ status: 500, data: "" }).message).toBe("no further word");
    expect(failureOf({ status: 304, data: "" }).message).toBe("Not Modified");
    expect(failureOf({ status: 399, data: "" }).message).toBe("no further word");
    expect(failureOf({ status: 400, data: "" }).message).toBe("no further word");
  });

  it.each([
    ["its code", "<Error><Code>AccessDenied</Code><X>signature</X></Error>", "AccessDenied"],
    ["its status", "signature", "Forbidden"],
    [
      "its status, where the code stands far behind",
      `${" ".repeat(2_000)}<Code>A</Code>`,
      "Forbidden",
    ],
    ["its status, where the code is none", "<Code>sig=1</Code>", "Forbidden"],
    ["its status, where the code is too long", `<Code>${"A".repeat(61)}</Code>`, "Forbidden"],
    ["a long code", `<Code>${"A".repeat(60)}</Code>`, "A".repeat(60)],
  ])("of a storage says no more than %s", (_, data, expected) => {
    expect(failureOf({ status: 403, data, isPrivate: true })).toMatchObject({
      message: expected,
      status: 403,
      html: false,
    });
    expect(failureOf({ status: 499, data: "", isPrivate: true }).message).toBe("no further word");
  });
});
