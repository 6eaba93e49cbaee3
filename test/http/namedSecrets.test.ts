import { withoutNamedSecrets } from "../../src/http/redaction";
import fc from "../support/properties";

/** JSON text within JSON text, so many times. */
function quoted(text: string, times: number): string {
  return times === 0 ? text : quoted(JSON.stringify(text), times - 1);
}

describe("a secret that its key names", () => {
  it.each<[what: string, value: unknown]>([
    ["a text", "abc"],
    ["an empty text", ""],
    ["a text with quotes", 'a"b"c'],
    ["a text with a backslash at its end", "a\\"],
    ["a text with backslashes and quotes", 'a\\"b\\\\"c\\'],
    ["a text that looks like JSON", '{"token": "abc"}, "other": 1'],
    ["a number", 12_345],
    ["a negative number", -1.5e-7],
    ["a list", ["abc", 5, ["def"], "]"]],
    ["an object", { a: "abc", b: { c: "}" }, d: '"}' }],
    ["an empty list", []],
    ["an empty object", {}],
  ])("is left out where it is %s, whole and nothing else", (_, secret) => {
    const shown = { before: 1, hmac_secret: "[redacted]", after: ["kept"] };
    const given = { ...shown, hmac_secret: secret };
    for (const times of [0, 1, 2]) {
      expect(withoutNamedSecrets(quoted(JSON.stringify(given), times))).toBe(
        quoted(JSON.stringify(shown), times),
      );
    }
    expect(withoutNamedSecrets(JSON.stringify([given, given], null, 2))).toBe(
      JSON.stringify([shown, shown], null, 2),
    );
  });

  it.each([null, true, false])("is kept where it is %s, which tells nothing", (value) => {
    const text = JSON.stringify({ hmac_secret: value, token: value });
    expect(withoutNamedSecrets(text)).toBe(text);
  });

  it("is left out of any JSON, which stays JSON", () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), fc.constantFrom(0, 1, 2), (other, secret, times) => {
        const withSecret = (value: unknown) =>
          quoted(JSON.stringify({ apiKey: value, x: JSON.parse("0") }), times);
        const parsed = JSON.parse(secret) as unknown;
        const isKept = parsed === null || typeof parsed === "boolean";
        expect(withoutNamedSecrets(withSecret(parsed))).toBe(
          withSecret(isKept ? parsed : "[redacted]"),
        );
        expect(() =>
          JSON.parse(withoutNamedSecrets(`{"token": ${secret}, "x": ${other}}`)),
        ).not.toThrow();
      }),
    );
  });

  it.each([
    ['{"token": "abc', '{"token": "[redacted]"'],
    ['{"token": ["abc", "def', '{"token": "[redacted]"'],
    ['{"token": {"a": ["abc"]', '{"token": "[redacted]"'],
    ['{"token": 123', '{"token": "[redacted]"'],
    ['{"token": "abc\\', '{"token": "[redacted]"'],
    ['{"token"  :  "abc"}', '{"token"  :  "[redacted]"}'],
    ['{"token":"a","token":"b"}', '{"token":"[redacted]","token":"[redacted]"}'],
  ])("is left out of text that was cut: %s", (text, expected) => {
    expect(withoutNamedSecrets(text)).toBe(expected);
  });

  it.each([
    "secret",
    "access_token",
    "Token",
    "password",
    "pwd",
    "two_fa_code",
    "Authorization",
    "credentials",
    "api_key",
    "api-key",
    "apiKey",
    "signature",
  ])("is one by the name %s", (name) => {
    expect(withoutNamedSecrets(JSON.stringify({ [name]: "abc" }))).toBe(
      JSON.stringify({ [name]: "[redacted]" }),
    );
  });

  it.each([
    "name",
    "key",
    "token_count",
    "token_expires",
    "token_type",
    "token_limit",
    "token_usage",
    "token_created_at",
    "password_changed_in",
    "token_updated_datetime",
  ])("is none by the name %s", (name) => {
    const text = JSON.stringify({ [name]: "abc" });
    expect(withoutNamedSecrets(text)).toBe(text);
  });
});

describe("a parameter that its name makes a secret", () => {
  it.each([
    ["/x?token=abc&page=2", "/x?token=[redacted]&page=2"],
    ["/x?page=2&sig=a%2Fb", "/x?page=2&sig=[redacted]"],
    ["key=abc", "key=[redacted]"],
    ["a key=abc, then", "a key=[redacted] then"],
    ['"policy=abc"', '"policy=[redacted]"'],
    ["'auth=abc'", "'auth=[redacted]'"],
    ["/x?AWSAccessKeyId=abc", "/x?AWSAccessKeyId=[redacted]"],
    ["/x?GoogleAccessId=abc", "/x?GoogleAccessId=[redacted]"],
    ["/x?api%5Fkey=abc", "/x?api%5Fkey=[redacted]"],
    ["/x?to+token=abc", "/x?to+token=[redacted]"],
    ["/x?%zz_token=abc", "/x?%zz_token=[redacted]"],
  ])("%s is shown as %s", (text, expected) => {
    expect(withoutNamedSecrets(text)).toBe(expected);
  });

  it.each(["/x?page=2", "/x?keys=abc", "/x?signal=1", "/x?monkey=1", "/x?authors=1", "/x?token="])(
    "%s is shown as it is",
    (text) => {
      expect(withoutNamedSecrets(text)).toBe(text);
    },
  );
});

it.each([
  ["https://jane:pa55@evil.example/x", "https://[redacted]@evil.example/x"],
  ["see //jane@evil.example", "see //[redacted]@evil.example"],
  ["https://evil.example/a@b", "https://evil.example/a@b"],
  ["https://evil.example/?to=a@b.example", "https://evil.example/?to=a@b.example"],
  ["jane@example.com", "jane@example.com"],
])("the user of an address: %s is shown as %s", (text, expected) => {
  expect(withoutNamedSecrets(text)).toBe(expected);
});
