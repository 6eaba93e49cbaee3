import { formatValue, onOneLine, shorten } from "../src/text";

describe("shorten", () => {
  it.each([
    ["what fits", "12345", 5, "12345"],
    ["one character too many", "123456", 5, "1234…"],
    ["a cut between the halves of a character", "123😀6", 5, "123…"],
    ["a cut behind a character", "12😀6x", 5, "12😀…"],
    ["nothing", "", 5, ""],
  ])("%s", (_, text, max, expected) => {
    expect(shorten(text, max)).toBe(expected);
  });
});

describe("onOneLine", () => {
  it.each([
    ["a\nb", "a b"],
    ["a \t\r\n b", "a b"],
    ["\u0000a\u0007b\u007f", "a b"],
    ["\u0085a\u2028b", "a b"],
    ["  a  ", "a"],
    ["", ""],
  ])("%j is %j", (text, expected) => {
    expect(onOneLine(text)).toBe(expected);
  });
});

describe("formatValue", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;

  it.each<[string, unknown, string]>([
    ["text", "abc", '"abc"'],
    ["an empty text", "", '""'],
    ["a number", 5, "5"],
    ["null", null, "null"],
    ["undefined", undefined, "undefined"],
    ["an object", { a: [1] }, '{"a":[1]}'],
    ["bytes, which are counted", Buffer.from("secret"), "6 bytes"],
    [
      "files of a list, of any size",
      [{ key: "", value: Buffer.alloc(50_000_000) }, { value: { data: new Uint8Array(3) } }],
      '[{"key":"","value":"50000000 bytes"},{"value":{"data":"3 bytes"}}]',
    ],
    ["a date", { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
    ["a function", () => 5, "function"],
    ["a symbol", Symbol("x"), "symbol"],
    ["a circle", circle, "object"],
    ["a BigInt", 5n, "bigint"],
    ["what does not want to be JSON", { toJSON: () => undefined }, "object"],
    ["lines", "a\nb", '"a\\nb"'],
    ["a long text, cut", "x".repeat(500), `"${"x".repeat(118)}…`],
  ])("%s", (_, value, expected) => {
    expect(formatValue(value)).toBe(expected);
  });
});
