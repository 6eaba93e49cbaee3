import { clock } from "../../src/clock";
import type { GorgiasError } from "../../src/http/errors";
import { AttemptFailure, type FailureFacts } from "../../src/http/failure";
import { createRedactor } from "../../src/http/redaction";
import type { HttpRequest, HttpResponse } from "../../src/http/request";
import type { RetryPolicy } from "../../src/http/retry";
import { sendWithRetries } from "../../src/http/sendWithRetries";
import type { Upstream } from "../../src/http/upstreams";
import { useClock } from "../support/http";
import { apiKeyConnection, recordingLogger } from "../support/integration";

const waits = useClock({ isStill: true });
const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "the-api-key" });
const redactor = createRedactor(connection);

const READ: HttpRequest = { method: "GET", path: "/tickets/5", expect: "json", effect: "none" };
const CREATE: HttpRequest = { method: "POST", path: "/tickets", expect: "json", effect: "once" };
const DELETE: HttpRequest = {
  method: "DELETE",
  path: "/tickets/5",
  expect: "json",
  effect: "same",
};
const OK: HttpResponse<string> = {
  status: 200,
  headers: { "content-type": "application/json", "x-gorgias-account-api-call-limit": "1/40" },
  data: "{}",
};
const LOST: Outcome = { mayHaveArrived: true };

type Outcome = HttpResponse<string> | FailureFacts | Error;

function answered(status: number, headers: Record<string, string> = {}): HttpResponse<string> {
  return { status, headers, data: "" };
}

function isResponse(outcome: Outcome): outcome is HttpResponse<string> {
  return "headers" in outcome;
}

/** Sends a request to who answers so, one outcome an attempt; the last one again and again. */
async function send(request: HttpRequest, outcomes: Outcome[], deadline?: number) {
  const events: unknown[][] = [];
  let attempts = 0;
  const upstream: Upstream = {
    name: "Gorgias",
    authenticated: true,
    acquire: async () => {
      events.push(["acquire"]);
    },
    send: async (_, freshConnection) => {
      const outcome = outcomes[Math.min(attempts, outcomes.length - 1)] as Outcome;
      attempts += 1;
      events.push(["send", freshConnection]);
      if (outcome instanceof Error) {
        throw outcome;
      }
      if (!isResponse(outcome)) {
        throw new AttemptFailure("the connection was lost", outcome);
      }
      return outcome;
    },
    onResponse: (response) => events.push(["response", response?.status]),
    pauseFor: (ms) => events.push(["pause", ms]),
  };
  const { logger, lines } = recordingLogger();
  const log = (what: string, about: object) => events.push(["log", what, about]);
  const run = { connection, logger: logger as never, log, redactor, deadline };
  let response: HttpResponse | undefined;
  let error: GorgiasError | undefined;
  try {
    response = await sendWithRetries(run as never, upstream, request);
  } catch (thrown) {
    error = thrown as GorgiasError;
  }
  const fresh = events.filter(([what]) => what === "send").map(([, isFresh]) => isFresh);
  return { response, error, events, lines, fresh };
}

function policyOf(more: Partial<RetryPolicy>): RetryPolicy {
  return { maxAttempts: 3, patienceMs: 0, repeats: () => true, delayMs: (n) => n * 100, ...more };
}

describe("an attempt", () => {
  it("waits for its turn, is logged, and is told of to who counts", async () => {
    const request = { ...READ, query: "a=1", body: "{}", contentType: "application/json" };
    const { response, events } = await send(request, [OK]);
    expect(response).toEqual({ ...OK, data: {} });
    const about = { method: "GET", path: "/tickets/5" };
    expect(events).toEqual([
      ["acquire"],
      ["log", "request", { ...about, query: "a=1", body: "{}", contentType: "application/json" }],
      ["send", false],
      ["response", 200],
      [
        "log",
        "answer",
        {
          ...about,
          status: 200,
          ms: 0,
          callLimit: "1/40",
          body: "{}",
          contentType: "application/json",
        },
      ],
    ]);
  });

  it("without a response is logged and told of, too", async () => {
    const { events } = await send(CREATE, [LOST]);
    const about = { method: "POST", path: "/tickets", ms: 0, error: "the connection was lost" };
    expect(events.slice(2)).toEqual([
      ["send", true],
      ["log", "answer", about],
      ["response", undefined],
    ]);
  });

  it("that fails by a fault of this code is neither logged nor repeated", async () => {
    const fault = new TypeError("x is undefined");
    const { error, fresh, events } = await send(READ, [fault]);
    expect(error).toBe(fault);
    expect(fresh).toHaveLength(1);
    expect(events.filter(([what]) => what === "log")).toHaveLength(1);
  });
});

describe("a connection of its own", () => {
  it("is for what goes once", async () => {
    expect((await send(CREATE, [OK])).fresh).toEqual([true]);
    expect((await send(READ, [OK])).fresh).toEqual([false]);
  });

  it("is for what has one attempt", async () => {
    const once = { ...READ, retryPolicy: policyOf({ maxAttempts: 1 }) };
    expect((await send(once, [OK])).fresh).toEqual([true]);
    const twice = { ...READ, retryPolicy: policyOf({ maxAttempts: 2 }) };
    expect((await send(twice, [OK])).fresh).toEqual([false]);
  });

  it("is for the attempt after one that lost its own", async () => {
    expect((await send(READ, [LOST, answered(503), OK])).fresh).toEqual([false, true, false]);
  });
});

describe("a repeated DELETE that finds nothing", () => {
  const GONE = answered(404);

  it("was performed before", async () => {
    const { response } = await send(DELETE, [LOST, GONE]);
    expect(response).toEqual({ data: undefined, status: 204, headers: {} });
  });

  it.each<[string, HttpRequest, Outcome[]]>([
    ["it is the first", DELETE, [GONE]],
    ["the first never arrived", DELETE, [{ mayHaveArrived: false }, GONE]],
    ["it names many in its body", { ...DELETE, body: "[1]" }, [LOST, GONE]],
    ["it names many in its query", { ...DELETE, query: "ids=1" }, [LOST, GONE]],
    ["it is a read", READ, [LOST, GONE]],
  ])("fails where %s", async (_, request, outcomes) => {
    expect((await send(request, outcomes)).error?.status).toBe(404);
  });
});

describe("a wait", () => {
  it("before another attempt is told of", async () => {
    const { lines } = await send(READ, [answered(503), OK]);
    expect(lines).toEqual(["warn: GET /tickets/5: no further word; attempt 2 follows in 0.4 s."]);
    expect(waits).toEqual([375]);
  });

  it("ends with the attempts", async () => {
    const { error, fresh } = await send(READ, [answered(503)]);
    expect(fresh).toHaveLength(4);
    expect(error?.message).toMatch(/after 4 attempts$/);
  });

  it("does not reach the deadline", async () => {
    const { fresh, error } = await send(READ, [answered(503), OK], clock.now() + 375);
    expect(fresh).toHaveLength(1);
    expect(error?.status).toBe(503);
    expect((await send(READ, [answered(503), OK], clock.now() + 376)).response?.status).toBe(200);
  });

  it("of a 429 pauses whoever shares the bucket, and is no attempt", async () => {
    const full = answered(429, { "retry-after": "2" });
    const { response, events, lines } = await send(READ, [full, full, full, full, full, OK]);
    expect(response?.status).toBe(200);
    const pauses = events.filter(([what]) => what === "pause").map(([, ms]) => ms);
    expect(pauses).toEqual(waits);
    expect(waits).toEqual([2_275, 2_525, 3_025, 3_025, 3_025]);
    expect(lines[0]).toBe("warn: GET /tickets/5: no further word; attempt 2 follows in 2.3 s.");
  });

  it("of a 429 that names no time pauses nobody", async () => {
    const { events } = await send(READ, [answered(429), OK]);
    expect(events.filter(([what]) => what === "pause")).toEqual([]);
    expect(waits).toEqual([750]);
  });

  it("of 429s ends with the patience", async () => {
    const { error } = await send(READ, [answered(429, { "retry-after": "50" })]);
    expect(waits).toHaveLength(2);
    expect(error?.message).toContain("There was no room within 120 s");
    const asked = await send(READ, [answered(429, { "retry-after": "600" })]);
    expect(asked.error?.message).toContain("It asks to wait 600 s, longer than the 120 s");
    expect(asked.fresh).toHaveLength(1);
  });

  it("is as long as a server asks for", async () => {
    await send(READ, [answered(503, { "retry-after": "3" }), OK]);
    expect(waits).toEqual([3_025]);
  });

  it("is not a minute", async () => {
    const { error } = await send(READ, [answered(503, { "retry-after": "61" }), OK]);
    expect(error?.message).toContain("It asks to wait 61 s, longer than the 60 s");
    expect((await send(READ, [answered(503, { "retry-after": "60" }), OK])).error).toBeUndefined();
  });
});

describe("a policy of the builder's own", () => {
  const of = (more: Partial<RetryPolicy>) => ({ ...READ, retryPolicy: policyOf(more) });

  it("says how long is waited, at least what the server asks for", async () => {
    await send(of({}), [answered(503), answered(503, { "retry-after": "3" }), OK]);
    expect(waits).toEqual([100, 3_025]);
    waits.length = 0;
    await send(of({ delayMs: () => 5_000 }), [answered(503, { "retry-after": "3" }), OK]);
    expect(waits).toEqual([5_000]);
  });

  it("says what is repeated", async () => {
    const repeats = jest.fn(() => false);
    const { fresh } = await send(of({ repeats }), [answered(503), OK]);
    expect(fresh).toHaveLength(1);
    expect(repeats).toHaveBeenCalledWith(
      expect.objectContaining({ status: 503 }),
      expect.anything(),
    );
  });

  it("without patience takes a 429 for a failure like others, and pauses as long as is asked", async () => {
    const { events, error } = await send(of({}), [answered(429, { "retry-after": "2" })]);
    expect(events.filter(([what]) => what === "send")).toHaveLength(3);
    expect(events.filter(([what]) => what === "pause")).toEqual([
      ["pause", 2_025],
      ["pause", 2_025],
    ]);
    expect(error?.message).toMatch(/after 3 attempts$/);
  });

  it("never repeats what would end the same way", async () => {
    const { fresh } = await send(of({}), [{ mayHaveArrived: false, final: true }, OK]);
    expect(fresh).toHaveLength(1);
  });

  describe("repeats a redirect", () => {
    const FOUND = answered(302, { location: "/x" });

    it("as long as there are attempts", async () => {
      const { response, fresh } = await send(of({}), [FOUND]);
      expect(response?.status).toBe(302);
      expect(fresh).toHaveLength(3);
      expect(waits).toEqual([100, 200]);
    });

    it("where it says so of the status", async () => {
      const repeats = jest.fn(() => false);
      expect((await send(of({ repeats }), [FOUND, OK])).response?.status).toBe(302);
      expect(repeats).toHaveBeenCalledWith(
        { status: 302, mayHaveArrived: false },
        { effect: "none" },
      );
    });

    it.each<[string, HttpRequest, number]>([
      ["of a merged record", of({}), 301],
      ["of what goes once", { ...of({}), effect: "once" }, 302],
      ["by no other policy", READ, 302],
    ])("but not %s", async (_, request, status) => {
      const redirect = answered(status, { location: "/x" });
      expect((await send(request, [redirect, OK])).response?.status).toBe(status);
    });
  });
});
