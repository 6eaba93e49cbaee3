import type { InputError } from "../../src/errors";
import { boolean, choice, optional, required, text } from "../../src/inputs/clean";
import { fieldsOf } from "../../src/inputs/input";
import { toggle } from "../../src/inputs/shared";
import { refusalOf, UNSET } from "../support/inputs";
import fc from "../support/properties";

describe("a boolean", () => {
  const spam = optional(boolean("Spam"));

  it.each([
    [true, true],
    ["true", true],
    [" true ", true],
    [false, false],
    ["false", false],
    ["false\n", false],
  ])("%p means %p", (given, expected) => {
    expect(spam(given)).toBe(expected);
  });

  it.each(UNSET)("that is %s is unset", (_, value) => {
    expect(spam(value)).toBeUndefined();
  });

  it.each<[given: unknown, shown: string]>([
    ["TRUE", '"TRUE"'],
    ["True", '"True"'],
    ["yes", '"yes"'],
    ["1", '"1"'],
    ["0", '"0"'],
    ["null", '"null"'],
    [1, "1"],
    [0, "0"],
    [{}, "{}"],
    [[true], "[true]"],
  ])("%p is refused, naming the label and what was given", (given, shown) => {
    expect(refusalOf(spam, given)).toBe(`Spam must be true or false; given ${shown}.`);
  });

  it("in any other text is refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        fc.pre(!["", "true", "false"].includes(value.trim()));
        expect(refusalOf(spam, value)).toMatch(/^Spam must be true or false; given /);
      }),
    );
  });
});

describe("a switch", () => {
  const { clean, type, default: shown } = toggle({ label: "Fetch All" });

  it("is a boolean input that is off", () => {
    expect([type, shown]).toEqual(["boolean", "false"]);
  });

  it.each(UNSET)("that is %s is off", (_, value) => {
    expect(clean(value)).toBe(false);
  });

  it.each([
    [true, true],
    ["true", true],
    ["false", false],
    [false, false],
  ])("%p means %p", (given, expected) => {
    expect(clean(given)).toBe(expected);
  });

  it("refuses anything else", () => {
    expect(refusalOf(clean, "on")).toBe('Fetch All must be true or false; given "on".');
  });
});

describe("a text", () => {
  const subject = fieldsOf("PUT /tickets/{id}")("subject", { label: "Subject" }).clean;

  it.each<[given: unknown, expected: string]>([
    ["Where is my order?", "Where is my order?"],
    ["  kept to the letter \n", "  kept to the letter \n"],
    ["null", "null"],
    ["{}", "{}"],
    [0, "0"],
    [4213, "4213"],
    [1.5, "1.5"],
    [false, "false"],
  ])("%p is sent as %p", (given, expected) => {
    expect(subject(given)).toBe(expected);
  });

  it.each(UNSET)("that is %s is unset", (_, value) => {
    expect(subject(value)).toBeUndefined();
  });

  // JSON text that holds a larger number has already become another one when it is a number here.
  it.each([2 ** 53, 1e21, -(2 ** 53), Number.NaN, Number.POSITIVE_INFINITY])(
    "that is the number %p, which is not exact, is refused",
    (given) => {
      expect(refusalOf(subject, given)).toMatch(
        /^Subject is no exact number any more: give it as text; given /,
      );
      expect(subject("9007199254740993")).toBe("9007199254740993");
      expect(subject(Number.MAX_SAFE_INTEGER)).toBe("9007199254740991");
    },
  );

  it.each<[given: unknown, shown: string]>([
    [{}, "{}"],
    [{ a: 1 }, '{"a":1}'],
    [["a"], '["a"]'],
    [5n, "bigint"],
    [() => 1, "function"],
    [Buffer.from("abc"), "3 bytes"],
  ])("%p is refused", (given, shown) => {
    expect(refusalOf(subject, given)).toBe(`Subject must be text; given ${shown}.`);
  });

  it("of any characters is sent to the letter, up to the contract's length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (value) => {
        fc.pre(value.trim() !== "");
        expect(subject(value)).toBe(value);
      }),
    );
    expect(subject("x".repeat(998))).toHaveLength(998);
  });

  it("that is longer than the contract allows is refused, its value shortened", () => {
    const refusal = refusalOf(subject, "x".repeat(999));
    expect(refusal).toMatch(/^Subject must have at most 998 characters; given "xxx/);
    expect(refusal.length).toBeLessThan(300);
  });

  it("that breaks the contract's format is refused in words", () => {
    const email = fieldsOf("POST /customers")("email", { label: "Email" }).clean;
    expect(refusalOf(email, "john")).toMatch(/^Email must be an email address; given "john"\.$/);
    expect(email("john@example.com")).toBe("john@example.com");
  });

  it("that breaks the contract's pattern is refused in words", () => {
    const hash = fieldsOf("GET /{file_type}/download/{domain_hash}/{resource_name}")(
      "domain_hash",
      { label: "Domain Hash" },
    ).clean;
    expect(refusalOf(hash, "a/b")).toMatch(
      /^Domain Hash may only hold letters, digits, _ and -; given "a\/b"\.$/,
    );
    expect(hash("Hna8kldnmlal_-")).toBe("Hna8kldnmlal_-");
  });

  it("that is required and blank is refused", () => {
    const clean = required("URL", text("URL"));
    expect(refusalOf(clean, "")).toBe('URL is required; given "".');
    expect(refusalOf(clean, "  ")).toBe('URL is required; given " ".');
    expect(clean("/tickets")).toBe("/tickets");
  });
});

describe("a choice", () => {
  const status = choice("Status", ["open", "closed"]);

  it.each([
    ["open", "open"],
    ["closed", "closed"],
    [" open\n", "open"],
  ])("%p means %p", (given, expected) => {
    expect(status(given)).toBe(expected);
  });

  it.each<[given: unknown, shown: string]>([
    ["Open", '"Open"'],
    ["pending", '"pending"'],
    ["ope", '"ope"'],
    ["open,closed", '"open,closed"'],
    ["__proto__", '"__proto__"'],
    [1, "1"],
    [true, "true"],
    [["open"], '["open"]'],
    [{}, "{}"],
  ])("%p is refused", (given, shown) => {
    expect(refusalOf(status, given)).toBe(`Status must be one of open, closed; given ${shown}.`);
  });

  it("among many is refused with the first twelve and how many more there are", () => {
    const language = fieldsOf("POST /customers")("language", { label: "Language" }).clean;
    expect(refusalOf(language, "english")).toMatch(
      /^Language must be one of aa, ab, (\w\w, ){9}\w\w and 173 more; given "english"\.$/,
    );
    expect(language("fr")).toBe("fr");
  });

  it("may be one that the designer does not offer but the contract knows", () => {
    const status = fieldsOf("PUT /tickets/{id}")("status", { label: "Status", choices: ["open"] });
    expect(status.model).toHaveLength(1);
    expect(status.clean("closed")).toBe("closed");
  });

  it("of a channel may be the slug of a custom channel", () => {
    const channel = fieldsOf("POST /tickets")("channel", { label: "Channel" }).clean;
    expect(channel("my-channel")).toBe("my-channel");
    expect(channel(" email\n")).toBe("email");
    expect(refusalOf(channel, {})).toBe("Channel must be text; given {}.");
  });
});

describe("a refusal", () => {
  const email = fieldsOf("POST /customers")("email", { label: "Email" }).clean;

  function errorOf(value: unknown): InputError {
    try {
      email(value);
    } catch (error) {
      return error as InputError;
    }
    throw new Error("The value was to be refused and was not.");
  }

  it("names its input and what was given as properties", () => {
    expect(errorOf("john")).toMatchObject({ name: "InputError", input: "Email", given: '"john"' });
  });

  it("shows what was given short and without secrets", () => {
    expect(errorOf({ password: "hunter2" }).given).toBe('{"password":"[redacted]"}');
    expect(errorOf("x".repeat(5_000)).given?.length).toBeLessThan(200);
  });
});
