import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { runInNewContext } from "node:vm";
import { optional, timestamp } from "../../src/inputs/clean";
import { fieldsOf } from "../../src/inputs/input";
import { refusalOf, UNSET } from "../support/inputs";
import fc from "../support/properties";
import { ACCEPTED, REFUSED } from "./timestamps.cases";

const closed = optional(timestamp("Closed Datetime"));

describe("a time", () => {
  it.each(ACCEPTED)("%s is sent as it is written", (given) => {
    expect(closed(given)).toBe(given);
  });

  it("may have white space around it", () => {
    expect(closed(" 2020-01-27T10:42:21\n")).toBe("2020-01-27T10:42:21");
  });

  it("may be a Date of an earlier step, which is sent in UTC", () => {
    expect(closed(new Date(Date.UTC(2020, 0, 27, 10, 42, 21, 468)))).toBe(
      "2020-01-27T10:42:21.468Z",
    );
    expect(refusalOf(closed, new Date(Number.NaN))).toMatch(/^Closed Datetime must be a date/);
    expect(refusalOf(closed, new Date(Date.UTC(12020, 0, 1)))).toContain("+012020-01-01");
  });

  it.each([
    ["2020-01-27T10:42:21.4689123", "2020-01-27T10:42:21.468912"],
    ["2020-01-27T10:42:21.12345678Z", "2020-01-27T10:42:21.123456Z"],
    ["2020-01-27T10:42:21.999999999+01:00", "2020-01-27T10:42:21.999999+01:00"],
  ])("%s, finer than a microsecond, is cut to %s", (given, sent) => {
    expect(closed(given)).toBe(sent);
  });

  it("may be a Date of another realm, as a code step gives it", () => {
    const date = runInNewContext("new Date(Date.UTC(2020, 0, 27, 10, 42, 21, 468))");
    expect(date).not.toBeInstanceOf(Date);
    expect(closed(date)).toBe("2020-01-27T10:42:21.468Z");
  });

  it.each(UNSET)("that is %s is unset", (_, value) => {
    expect(closed(value)).toBeUndefined();
  });

  it.each(REFUSED)("%p is refused, naming the label and what was given", (given) => {
    expect(refusalOf(closed, given)).toBe(
      `Closed Datetime must be a date and time such as 2020-01-27T10:42:21 (UTC) or 2020-01-27T10:42:21+01:00; given ${JSON.stringify(given)}.`,
    );
  });

  it("of every day that there is, to the microsecond, is sent as it is written", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date(Date.UTC(2100, 0, 1)), noInvalidDate: true }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom("", "Z", "+00:00", "-0500", "+13:45"),
        (date, micros, offset) => {
          const text = `${date.toISOString().slice(0, -1)}${String(micros).padStart(3, "0")}${offset}`;
          expect(closed(text)).toBe(text);
        },
      ),
    );
  });

  it("of a day that there is not is refused", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1970, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 29, max: 31 }),
        (year, month, day) => {
          const two = (number: number) => String(number).padStart(2, "0");
          const text = `${year}-${two(month)}-${two(day)}T02:30:00`;
          const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
          if (exists) {
            expect(closed(text)).toBe(text);
          } else {
            expect(refusalOf(closed, text)).toContain(`given "${text}"`);
          }
        },
      ),
    );
  });

  it("in any other text is refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0129-:.TZ+ tz") }), (text) => {
        fc.pre(text.trim() !== "" && !/^\s*\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text));
        expect(refusalOf(closed, text)).toMatch(/^Closed Datetime must be a date and time/);
      }),
    );
  });
});

describe("a time in a host's time zone", () => {
  const inZone = async (TZ: string) => {
    const script = path.join(__dirname, "timestamps.child.ts");
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script], {
      cwd: path.join(__dirname, "../.."),
      env: { ...process.env, TZ },
    });
    return JSON.parse(stdout) as { offsetMinutes: number; outcomes: string[] };
  };

  it("is the same in New York as in UTC, within the gap of the DST change too", async () => {
    const [newYork, utc] = await Promise.all([inZone("America/New_York"), inZone("UTC")]);
    expect([newYork.offsetMinutes, utc.offsetMinutes]).toEqual([300, 0]);
    expect(newYork.outcomes).toEqual(utc.outcomes);
    expect(newYork.outcomes.slice(0, ACCEPTED.length)).toEqual(
      ACCEPTED.map((text) => `sent as ${text}`),
    );
    expect(newYork.outcomes.slice(ACCEPTED.length, -1)).toEqual(
      REFUSED.map(() => expect.stringMatching(/^refused: Closed Datetime must be a date and time/)),
    );
    expect(newYork.outcomes.at(-1)).toBe("sent as 2020-01-27T10:42:21.468Z");
  });
});

describe("times inside JSON", () => {
  const window = fieldsOf("GET /events")("created_datetime", { label: "Created Datetime" }).clean;
  const messages = fieldsOf("POST /tickets")("messages", { label: "Messages" }).clean;
  const message = { channel: "email", from_agent: true, via: "email" };

  it.each(ACCEPTED)("%s is sent as it is written", (given) => {
    expect(window({ gte: given })).toEqual({ gte: given });
  });

  it.each(["2020-01-27", "2020-01-27 10:42:21", "2020-01-27T10:42:21+02", 1580121741])(
    "%p is refused, naming the label and where it is",
    (given) => {
      expect(refusalOf(window, { gte: given })).toMatch(/^Created Datetime is not accepted: gte /);
      expect(refusalOf(messages, [{ ...message, sent_datetime: given }])).toMatch(
        /^Messages is not accepted: sent_datetime of row 1 /,
      );
    },
  );

  // The contract's pattern lets them through, so only Gorgias would refuse them.
  it.each(["2020-02-30T00:00:00", "2020-01-27T24:00:00", "2020-13-01T00:00:00"])(
    "%s, which is no time, is refused",
    (given) => {
      expect(refusalOf(window, { gte: given })).toMatch(/^Created Datetime is not accepted/);
      expect(refusalOf(messages, [{ ...message, sent_datetime: given }])).toMatch(
        /^Messages is not accepted/,
      );
    },
  );
});
