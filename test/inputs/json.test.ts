import { parseJson } from "../../src/inputs/clean";
import { fieldsOf } from "../../src/inputs/input";
import { refusalOf, UNSET } from "../support/inputs";
import fc from "../support/properties";

const channels = fieldsOf("POST /customers")("channels", { label: "Channels" }).clean;
const createdWindow = fieldsOf("GET /events")("created_datetime", { label: "Created Datetime" });
const customFields = fieldsOf("PUT /tickets/{id}")("custom_fields", {
  label: "Custom Fields",
}).clean;
const messages = fieldsOf("POST /tickets")("messages", { label: "Messages" }).clean;
const source = fieldsOf("POST /tickets/{ticket_id}/messages")("source", { label: "Source" }).clean;

function cycle() {
  const value: Record<string, unknown> = { type: "email" };
  value.self = value;
  return value;
}

describe("JSON", () => {
  const email = { type: "email", address: "a@example.com" };
  const message = { channel: "email", from_agent: false };

  it.each<[what: string, given: unknown]>([
    ["an array", [email]],
    ["text", JSON.stringify([email])],
    ["text on several lines", `\n${JSON.stringify([email], null, 2)}\n`],
  ])("is taken as %s", (_, given) => {
    expect(channels(given)).toEqual([email]);
  });

  it.each<[what: string, given: unknown]>([
    ["an object", { gte: "2020-01-27T10:42:21.468912" }],
    ["text", '{"gte": "2020-01-27T10:42:21.468912"}'],
  ])("object is taken as %s", (_, given) => {
    expect(createdWindow.clean(given)).toEqual({ gte: "2020-01-27T10:42:21.468912" });
  });

  it.each<[what: string, clean: (value: unknown) => unknown, given: unknown, sent: unknown]>([
    ["one object for a list", channels, email, [email]],
    ["text of one object for a list", channels, JSON.stringify(email), [email]],
    ["a list in a list", channels, [[email], email], [email, email]],
    ["digits for an id", customFields, [{ id: "7", value: "7" }], [{ id: 7, value: "7" }]],
    [
      "one object for a list deep down",
      source,
      { to: { address: "a" } },
      { to: [{ address: "a" }] },
    ],
    [
      "nanoseconds",
      createdWindow.clean,
      { gte: "2020-01-27T10:42:21.123456789Z" },
      { gte: "2020-01-27T10:42:21.123456Z" },
    ],
  ])("is fitted to the contract: %s", (_, clean, given, sent) => {
    expect(clean(given)).toEqual(sent);
  });

  it.each([[[]], ["[]"], [" [ ]\n"]])("that is an empty list (%j) is unset", (given) => {
    expect([channels(given), messages(given), customFields(given)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("of the wrong shape is refused with the shape that is wanted", () => {
    const example = '[{"type": "email", "address": "john@example.com"}]';
    const shown = fieldsOf("POST /customers")("channels", { label: "Channels", example });
    expect(refusalOf(shown.clean, "5")).toBe(
      `Channels must be a list, not a number; given "5". It takes, for example: ${example}`,
    );
    expect(refusalOf(shown.clean, "{")).toBe(
      `Channels must be JSON; given "{". It takes, for example: ${example}`,
    );
  });

  it("is copied, so that what is sent is what was given then", () => {
    const given = [{ ...email }];
    const cleaned = channels(given);
    given[0] = { type: "sms", address: "changed" };
    expect(cleaned).toEqual([email]);
  });

  it("holds Dates as text, as in any JSON, and leaves undefined out", () => {
    const given = { gte: new Date(Date.UTC(2020, 0, 27)), lt: undefined };
    expect(createdWindow.clean(given)).toEqual({ gte: "2020-01-27T00:00:00.000Z" });
  });

  it.each(UNSET)("that is %s is unset", (_, value) => {
    expect(channels(value)).toBeUndefined();
  });

  it("that is an empty object is set", () => {
    expect(source({})).toEqual({});
    expect(source("{}")).toEqual({});
  });

  it.each<[given: unknown, shown: string]>([
    ["[", '"["'],
    ["[{]", '"[{]"'],
    ["[{'type': 'email'}]", `"[{'type': 'email'}]"`],
    ["[{type: 1}]", '"[{type: 1}]"'],
    ["[1,]", '"[1,]"'],
    ["email", '"email"'],
    ["null", '"null"'],
    ["undefined", '"undefined"'],
    ["NaN", '"NaN"'],
    ["[] []", '"[] []"'],
    [cycle(), "object"],
    [[cycle()], "object"],
    [5n, "bigint"],
    [{ id: 5n }, "object"],
    [() => 1, "function"],
    [Symbol("s"), "symbol"],
  ])(
    "that is none (case %#: %p) is refused, naming the label and what was given",
    (given, shown) => {
      expect(refusalOf(channels, given)).toBe(`Channels must be JSON; given ${shown}.`);
    },
  );

  it.each<[fault: string, clean: (value: unknown) => unknown, given: unknown, refusal: string]>([
    ["text for a list", channels, '"a"', "Channels must be a list, not text"],
    ["a number for a list", channels, 5, "Channels must be a list, not a number"],
    ["a list for an object", source, "[1]", "Source must be an object, not a list"],
    ["true for an object", source, true, "Source must be an object, not true"],
    ["a key that is missing", channels, [{ type: "email" }], "address of row 1 is missing"],
    [
      "a key of another type",
      channels,
      [{ type: "a", address: 5 }],
      "address of row 1 must be text, not",
    ],
    [
      "an empty text",
      channels,
      [email, { type: "", address: "a" }],
      "type of row 2 must not be empty",
    ],
    ["a null", channels, [null], "Channels is not accepted: row 1 must be an object, not null"],
    ["an unknown key", createdWindow.clean, { after: 1 }, "after is not known to Gorgias"],
    [
      "an unknown key deep down",
      messages,
      [{ ...message, x: 1 }],
      "x of row 1 is not known to Gorgias",
    ],
    ["an empty object for a list", messages, "{}", "Messages is not accepted: channel is missing"],
    ["a list too long", messages, Array(501).fill(message), "Messages must hold at most 500"],
    ["a number too small", customFields, [{ id: 0, value: 1 }], "id of row 1 must be 1 or more"],
    [
      "a fraction",
      customFields,
      [{ id: 1.5, value: 1 }],
      "id of row 1 must be a whole number, not a",
    ],
    [
      "an object for a value",
      customFields,
      [{ id: 1, value: {} }],
      "value of row 1 must be text or",
    ],
  ])("of the wrong shape is refused in words: %s", (_, clean, given, refusal) => {
    const text = refusalOf(clean, given);
    expect(text).toContain(refusal);
    expect(text).toMatch(
      /^(Channels|Created Datetime|Custom Fields|Messages|Source) (is not accepted: |must )/,
    );
    expect(text).toContain("; given ");
    expect(text.length).toBeLessThan(1_000);
  });

  it.each<[given: unknown]>([
    ['[{"id": 9007199254740993, "value": "x"}]'],
    ['[{"id": 1, "value": 9007199254740992}]'],
    ['[{"id": 1, "value": -9007199254740993}]'],
    ["[9007199254740993]"],
    [[{ id: 2 ** 53, value: "x" }]],
    [[{ id: 1, value: 1e21 }]],
  ])("that holds a whole number too large to be exact is refused: %p", (given) => {
    expect(refusalOf(customFields, given)).toMatch(
      /^Custom Fields holds a whole number too large to be exact: write it as text; given /,
    );
  });

  it("that holds such a number as text, or one with a fraction, is accepted", () => {
    const given = [
      { id: 1, value: "9007199254740993" },
      { id: 2, value: 0.1 },
      { id: Number.MAX_SAFE_INTEGER, value: -0.5 },
    ];
    expect(customFields(given)).toEqual(given);
    expect(customFields(JSON.stringify(given))).toEqual(given);
  });

  // JSON has no such numbers: they become null, which clears a value on purpose only.
  it.each([Number.NaN, Number.POSITIVE_INFINITY])("that holds %p is refused", (value) => {
    expect(refusalOf(customFields, [{ id: 1, value }])).toMatch(/^Custom Fields /);
  });

  const exact = fc
    .jsonValue()
    .filter((value) => value !== null && !/\d{16}|e[+-]?\d/i.test(JSON.stringify(value)));

  it("is the same as a value and as text", () => {
    fc.assert(
      fc.property(exact, (value) => {
        const copy = JSON.parse(JSON.stringify(value));
        if (typeof value !== "string") {
          expect(parseJson("Data", value)).toEqual(copy);
        }
        expect(parseJson("Data", JSON.stringify(value))).toEqual(copy);
      }),
    );
  });

  it("in text that does not parse is refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0a\\ ') }), (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        fc.pre(!parses);
        expect(refusalOf((value) => parseJson("Data", value), text)).toMatch(
          /^Data must be JSON; given "/,
        );
      }),
    );
  });

  it("keys that this language treats specially stay what they are", () => {
    const parsed = parseJson("Data", '{"__proto__": {"a": 1}, "constructor": 2}') as object;
    expect(JSON.stringify(parsed)).toBe('{"__proto__":{"a":1},"constructor":2}');
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  });
});
