import { clock } from "../../src/clock";
import {
  backoffMs,
  DEFAULT_RETRY_POLICY,
  type Failure,
  isAmbiguous,
  isRepeatable,
  retryAfterMs,
} from "../../src/http/retry";

afterEach(() => jest.restoreAllMocks());

describe("isRepeatable", () => {
  it.each([
    ["GET", "/tickets/5", true],
    ["HEAD", "/tickets/5", true],
    ["OPTIONS", "/tickets/5", true],
    ["PUT", "/tickets/5", true],
    ["DELETE", "/tickets/5", true],
    ["POST", "/tickets", false],
    ["PATCH", "/tickets/5", false],
    ["LINK", "/tickets/5", false],
    ["PUT", "/customers/merge", false],
    ["PUT", "/customers/merge/", false],
    ["PUT", "/customers/Merge", false],
    ["PUT", "/tags/1/merge", false],
    ["PUT", "/tickets/5/merges", true],
    ["PUT", "/merge/5", true],
    ["PUT", "/tickets/submerge", true],
  ])("%s %s: %s", (method, path, expected) => {
    expect(isRepeatable({ method, path })).toBe(expected);
  });

  it("PUT /customers/%6Derge is a merge however it is written", () => {
    expect(isRepeatable({ method: "PUT", path: "/customers/%6Derge" })).toBe(false);
  });
});

const lost: Failure = { kind: "lost", mayHaveArrived: true };
const neverSent: Failure = { kind: "lost", mayHaveArrived: false };
function status(code: number): Failure {
  return { kind: "answer", status: code };
}

describe("the policy of every action but Raw Request", () => {
  const merge = "/customers/merge";
  const ticket = "/tickets/5";
  const REPEATABLE: [string, Failure][] = [
    ["an answer that was lost", lost],
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
  const requests: [string, string, boolean][] = [
    ["GET", ticket, true],
    ["PUT", ticket, true],
    ["DELETE", ticket, true],
    ["POST", "/tickets", false],
    ["PUT", merge, false],
    ["PUT", "/tags/1/merge", false],
  ];

  describe.each(requests)("%s %s", (method, path, repeatable) => {
    const repeats = (failure: Failure) => DEFAULT_RETRY_POLICY.repeats(failure, { method, path });

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

describe("isAmbiguous", () => {
  it.each<[string, Failure, boolean]>([
    ["an answer that was lost", lost, true],
    ["a request that never left", neverSent, false],
    ["500", status(500), true],
    ["503", status(503), true],
    ["429", status(429), false],
    ["404", status(404), false],
    ["400", status(400), false],
  ])("%s: %s", (_, failure, expected) => {
    expect(isAmbiguous(failure)).toBe(expected);
  });
});

describe("backoffMs", () => {
  const spread = (next: number) =>
    [0, 0.5, 1].map((random) => {
      jest.spyOn(clock, "random").mockReturnValue(random);
      return backoffMs(next);
    });

  it.each([
    [2, [250, 375, 500]],
    [3, [500, 750, 1_000]],
    [4, [1_000, 1_500, 2_000]],
    [5, [2_000, 3_000, 4_000]],
    [6, [4_000, 6_000, 8_000]],
    [7, [4_000, 6_000, 8_000]],
    [100, [4_000, 6_000, 8_000]],
    [5_000, [4_000, 6_000, 8_000]],
  ])("before attempt %d: between half and all of a ceiling that doubles up to 8 s", (next, ms) => {
    expect(spread(next)).toEqual(ms);
  });

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
    "takes this machine's clock when the answer's own date is %j",
    (date) => {
      jest.spyOn(Date, "now").mockReturnValue(Date.UTC(2026, 9, 21, 12, 0, 0));
      expect(retryAfterMs("Wed, 21 Oct 2026 12:00:05 GMT", date)).toBe(5_025);
    },
  );
});
