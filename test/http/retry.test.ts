import { guessEffect } from "../../src/actions/rawRequest/effect";
import { clock } from "../../src/clock";
import type { Effect } from "../../src/http/effect";
import type { FailureFacts } from "../../src/http/failure";
import {
  backoffMs,
  DEFAULT_RETRY_POLICY,
  isAmbiguousStatus,
  retryAfterMs,
} from "../../src/http/retry";

afterEach(() => jest.restoreAllMocks());

describe("the effect that Raw Request takes a request to have", () => {
  it.each<[string, string, Effect, query?: string, body?: string]>([
    ["GET", "/tickets/5", "none"],
    ["HEAD", "/tickets/5", "none"],
    ["OPTIONS", "/tickets/5", "none"],
    ["PUT", "/tickets/5", "same"],
    ["DELETE", "/tickets/5", "same"],
    ["POST", "/tickets", "once"],
    ["PATCH", "/tickets/5", "once"],
    ["LINK", "/tickets/5", "once"],
    ["PUT", "/customers/merge", "once"],
    ["PUT", "/customers/merge/", "once"],
    ["PUT", "/customers/Merge", "once"],
    ["PUT", "/customers/%6Derge", "once"],
    ["PUT", "/tags/1/merge", "once"],
    ["PUT", "/tickets/5/merges", "same"],
    ["PUT", "/merge/5", "same"],
    ["PUT", "/tickets/submerge", "same"],
    ["PUT", "/jobs/5", "once"],
    ["PUT", "/tickets/5/messages/6", "once", "action=retry"],
    ["PUT", "/tickets/5/messages/6", "same"],
    ["PUT", "/users/5", "once", "", '{"new_password":"x"}'],
    ["PUT", "/users/5", "same", "", '{"name":"x"}'],
    ["POST", "/search", "none"],
    ["POST", "/reporting/stats", "none"],
    ["PUT", "/views/0/items", "none"],
  ])("%s %s: %s", (method, path, effect, query = "", body = undefined) => {
    expect(guessEffect(method, path, query, body)).toBe(effect);
  });
});

type Failure = FailureFacts;
const lost: Failure = { mayHaveArrived: true };
const neverSent: Failure = { mayHaveArrived: false };
function status(code: number): Failure {
  return { status: code, mayHaveArrived: isAmbiguousStatus(code) };
}

describe("the policy of every action but Raw Request", () => {
  const REPEATABLE: [string, Failure][] = [
    ["an answer that was lost", lost],
    ["408", status(408)],
    ["425", status(425)],
    ["500", status(500)],
    ["501", status(501)],
    ["502", status(502)],
    ["503", status(503)],
    ["504", status(504)],
    ["599", status(599)],
  ];
  const FOR_ALL: [string, Failure][] = [
    ["a request that never left", neverSent],
    ["429", status(429)],
  ];
  const FOR_NONE: [string, Failure][] = [400, 401, 403, 404, 405, 409, 410, 422, 428, 451].map(
    (code) => [String(code), status(code)],
  );
  const effects: [Effect, boolean][] = [
    ["none", true],
    ["same", true],
    ["once", false],
  ];

  describe.each(effects)("effect %s", (effect, repeatable) => {
    const repeats = (failure: Failure) => DEFAULT_RETRY_POLICY.repeats(failure, { effect });

    it.each(REPEATABLE)(`${repeatable ? "is" : "is not"} repeated after %s`, (_, failure) => {
      expect(repeats(failure)).toBe(repeatable);
    });
    it.each(FOR_ALL)("is repeated after %s", (_, failure) => {
      expect(repeats(failure)).toBe(true);
    });
    it.each(FOR_NONE)("is not repeated after %s", (_, failure) => {
      expect(repeats(failure)).toBe(false);
    });
  });

  it("makes at most four attempts", () => {
    expect(DEFAULT_RETRY_POLICY.maxAttempts).toBe(4);
  });
});

describe("isAmbiguousStatus", () => {
  it.each([
    [500, true],
    [503, true],
    [408, true],
    [425, true],
    [429, false],
    [404, false],
    [400, false],
  ])("%d: %s", (code, expected) => {
    expect(isAmbiguousStatus(code)).toBe(expected);
  });
});

describe("backoffMs", () => {
  const spread = (retryCount: number) =>
    [0, 0.5, 1].map((random) => {
      jest.spyOn(clock, "random").mockReturnValue(random);
      return backoffMs(retryCount);
    });

  it.each([
    [1, [250, 375, 500]],
    [2, [500, 750, 1_000]],
    [3, [1_000, 1_500, 2_000]],
    [4, [2_000, 3_000, 4_000]],
    [5, [4_000, 6_000, 8_000]],
    [6, [4_000, 6_000, 8_000]],
    [99, [4_000, 6_000, 8_000]],
    [4_999, [4_000, 6_000, 8_000]],
  ])(
    "before retry %d: between half and all of a ceiling that doubles up to 8 s",
    (retryCount, ms) => {
      expect(spread(retryCount)).toEqual(ms);
    },
  );

  it("is not the same twice", () => {
    const delays = new Set(Array.from({ length: 20 }, () => backoffMs(4)));
    expect(delays.size).toBeGreaterThan(10);
  });
});

describe("retryAfterMs", () => {
  const NOON = "Wed, 21 Oct 2026 12:00:00 GMT";

  it.each([
    ["seconds", "7", 7_000],
    ["one second", "1", 1_000],
    ["decimals", "1.5", 1_500],
    ["a fraction of a millisecond, upwards", "0.0001", 1],
    ["blanks around", " 3 ", 3_000],
    ["leading zeros", "007", 7_000],
    ["more than can be waited for", "86400", 86_400_000],
    ["a date after the answer's own", "Wed, 21 Oct 2026 12:00:10 GMT", 10_000],
    ["a date over midnight", "Thu, 22 Oct 2026 00:00:00 GMT", 43_200_000],
  ])("reads %s: %j, and adds 25 ms", (_, value, ms) => {
    expect(retryAfterMs(value, NOON)).toBe(ms + 25);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a number", 5],
    ["a list", ["5"]],
    ["an empty text", ""],
    ["blanks", "  "],
    ["zero", "0"],
    ["zero with decimals", "0.000"],
    ["a negative number", "-5"],
    ["a positive sign", "+5"],
    ["an exponent", "1e3"],
    ["a hexadecimal number", "0x10"],
    ["infinity", "Infinity"],
    ["more digits than a number can have", "9".repeat(400)],
    ["no number", "NaN"],
    ["a unit", "5s"],
    ["two values", "5, 10"],
    ["a decimal comma", "1,5"],
    ["no digit before the point", ".5"],
    ["no digit after the point", "5."],
    ["digits of another script", "\u0665"],
    ["words", "soon"],
    ["the answer's own date", NOON],
    ["a date that is past", "Wed, 21 Oct 2026 11:59:59 GMT"],
    ["an ISO date", "2026-10-21T12:00:10Z"],
    ["a date without a zone", "Wed, 21 Oct 2026 12:00:10"],
    ["a date of another zone", "Wed, 21 Oct 2026 12:00:10 +0100"],
    ["a date of no month", "Wed, 21 Foo 2026 12:00:10 GMT"],
    ["the year alone", "2026 GMT"],
  ])("%s names no time to come: %j", (_, value) => {
    expect(retryAfterMs(value, NOON)).toBeUndefined();
  });

  it.each([["no date"], [undefined], ["2026-10-21T12:00:00Z"]])(
    "takes this machine's clock when the response's own date is %j",
    (date) => {
      jest.spyOn(Date, "now").mockReturnValue(Date.UTC(2026, 9, 21, 12, 0, 0));
      expect(retryAfterMs("Wed, 21 Oct 2026 12:00:05 GMT", date)).toBe(5_025);
    },
  );
});
