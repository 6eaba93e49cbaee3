import { ticketFields } from "../../src/actions/tickets/inputs";
import { keyValueObject, keyValues } from "../../src/inputs/clean";
import { fieldsOf } from "../../src/inputs/input";
import { clearFields } from "../../src/inputs/shared";
import { refusalOf, UNSET } from "../support/inputs";
import fc from "../support/properties";

const ticketField = fieldsOf("PUT /tickets/{id}");
const ticketIds = fieldsOf("GET /tickets")("ticket_ids", { label: "Ticket IDs" });
const types = fieldsOf("GET /events")("types", { label: "Types" });
const relations = fieldsOf("GET /tickets/{id}")("relationships", { label: "Relationships" });

describe("a list", () => {
  it("is a value list with the choices of its items", () => {
    expect(ticketIds).toMatchObject({ type: "string", collection: "valuelist" });
    expect(ticketIds.model).toBeUndefined();
    expect(relations.model).toEqual([{ label: "Custom fields", value: "custom_fields" }]);
  });

  it.each<[given: unknown, expected: number[]]>([
    [
      ["1", "2"],
      [1, 2],
    ],
    [
      [1, "2", " 3 "],
      [1, 2, 3],
    ],
    ["5", [5]],
    [5, [5]],
    ["[1, 2]", [1, 2]],
    [' ["1", "2"]\n', [1, 2]],
    [
      ["[1, 2]", "3"],
      [1, 2, 3],
    ],
    [
      [["1", "2"], [3]],
      [1, 2, 3],
    ],
    [[[["1"]]], [1]],
    [["", "7", "  ", null, undefined, []], [7]],
    [
      ["7", "7"],
      [7, 7],
    ],
  ])("%p means %p", (given, expected) => {
    expect(ticketIds.clean(given)).toEqual(expected);
  });

  it.each(UNSET)("that is %s is unset", (_, value) => {
    expect(ticketIds.clean(value)).toBeUndefined();
  });

  it.each<[given: unknown, refusal: RegExp]>([
    [
      ["1", "x"],
      /^Ticket IDs must be a whole number of 1 or more; given \["1","x"\], with "x" in row 2\.$/,
    ],
    ["1,2", /^Ticket IDs must be a whole number of 1 or more; given "1,2"\.$/],
    [
      "[1, 2",
      /^Ticket IDs must be a list, and its text is no JSON; given "\[1, 2"\. It takes, for example: \["first", "second"\]$/,
    ],
    [
      ["[1, 2"],
      /^Ticket IDs must be a whole number of 1 or more; given \["\[1, 2"\], with "\[1, 2" in row 1\.$/,
    ],
    [
      "[9007199254740993]",
      /^Ticket IDs must be a whole number of 1 or more; given "\[9007199254740993\]", with 9007199254740992 in row 1\.$/,
    ],
    [{ 0: "1" }, /^Ticket IDs must be a whole number/],
    [["0"], /^Ticket IDs must be a whole number/],
  ])("%p is refused, naming the label and the item", (given, refusal) => {
    expect(refusalOf(ticketIds.clean, given)).toMatch(refusal);
  });

  it("holds as many items as the contract allows, and no more", () => {
    const ids = Array.from({ length: 101 }, (_, index) => index + 1);
    expect(ticketIds.clean(ids.slice(1))).toHaveLength(100);
    expect(refusalOf(ticketIds.clean, ids)).toMatch(/^Ticket IDs must hold at most 100; given /);
  });

  it("of an open list offers what is known, and takes any", () => {
    expect(types.model).toContainEqual(expect.objectContaining({ value: "ticket-created" }));
    expect(types.clean([" ticket-created ", "ticket-lost"])).toEqual([
      "ticket-created",
      "ticket-lost",
    ]);
  });

  it("of choices takes each to the letter", () => {
    expect(relations.clean(["custom_fields"])).toEqual(["custom_fields"]);
    expect(refusalOf(relations.clean, ["custom_fields", "tags"])).toBe(
      'Relationships must be one of custom_fields; given ["custom_fields","tags"], with "tags" in row 2.',
    );
  });

  it("of names takes a name in brackets as a row, and a list as text", () => {
    const tags = ticketField("tags", ticketFields.tags, ticketFields.tags.as).clean;
    expect(tags('["vip", "refund"]')).toEqual([{ name: "vip" }, { name: "refund" }]);
    expect(tags(["[VIP]", '["a", "b"]'])).toEqual([
      { name: "[VIP]" },
      { name: "a" },
      { name: "b" },
    ]);
    expect(refusalOf(tags, '["vip", "refund"')).toMatch(
      /^Tags must be a list, and its text is no JSON/,
    );
  });

  it("keeps its order and drops blanks only", () => {
    const items = fc.oneof(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom("", " ", null));
    fc.assert(
      fc.property(fc.array(items, { minLength: 1, maxLength: 100 }), (given) => {
        const ids = given.filter((item) => typeof item === "number");
        fc.pre(ids.length > 0);
        expect(ticketIds.clean(given.map((item) => (item === null ? item : String(item))))).toEqual(
          ids,
        );
      }),
    );
  });

  // The designer hands such a list over when a builder adds a row and leaves it blank. An empty
  // list that is sent would replace the tags of a ticket by none.
  it.each<[given: unknown]>([
    [[""]],
    [["", "  "]],
    [[null]],
    ["[]"],
    [" [ ] "],
    ['["", null]'],
    [["[]"]],
    [[[], [""]]],
  ])("of blanks only (%j) is unset", (given) => {
    expect([types.clean(given), relations.clean(given)]).toEqual([undefined, undefined]);
    expect(ticketIds.clean(given)).toBeUndefined();
  });
});

describe("Clear Fields", () => {
  const clear = clearFields("PUT /tickets/{id}", "snooze_datetime");

  it("takes its choices only", () => {
    expect(clear.clean(["snooze_datetime", "assignee_user"])).toEqual([
      "snooze_datetime",
      "assignee_user",
    ]);
    expect(refusalOf(clear.clean, ["status"])).toMatch(
      /^Clear Fields must be one of assignee_team, .*; given \["status"\], with "status" in row 1\.$/,
    );
  });
});

describe("keys and values", () => {
  const meta = ticketField("meta", ticketFields.meta, ticketFields.meta.as).clean;
  const parameters = keyValues("Query Parameter");

  it.each<[what: string, given: unknown, expected: Record<string, unknown>]>([
    [
      "the platform's pairs",
      [
        { key: "key1", value: "value1" },
        { key: "key2", value: "value2" },
      ],
      { key1: "value1", key2: "value2" },
    ],
    ["an object", { key1: "value1", key2: 2 }, { key1: "value1", key2: 2 }],
    ["text as the page shows it", "key1:value1", { key1: "value1" }],
    ["text with blanks", " key1 : value1", { key1: "value1" }],
    ["text with more colons", "url:https://example.com:80/", { url: "https://example.com:80/" }],
    ["text without a value", "key1:", { key1: "" }],
    ["JSON text of an object", '{"key1": "value1"}', { key1: "value1" }],
    ["JSON text of pairs", '[{"key": "key1", "value": "value1"}]', { key1: "value1" }],
    ["pairs within a list", [[{ key: "key1", value: "value1" }]], { key1: "value1" }],
    ["a row of JSON text", ['[{"key": "key1", "value": "value1"}]'], { key1: "value1" }],
    ["a pair without value", [{ key: "key1", value: "" }], { key1: "" }],
    [
      "pairs with blank rows",
      [
        { key: "", value: "" },
        { key: "key1", value: "value1" },
        { key: " ", value: null },
      ],
      { key1: "value1" },
    ],
    ["a key of this language's own", [{ key: "constructor", value: "x" }], { constructor: "x" }],
  ])("are taken as %s", (_, given, expected) => {
    expect(meta(given)).toEqual(expected);
  });

  it("with the key __proto__ keep it as any other", () => {
    expect(JSON.stringify(meta([{ key: "__proto__", value: "x" }]))).toBe('{"__proto__":"x"}');
  });

  it.each(UNSET)("that are %s are unset", (_, value) => {
    expect(meta(value)).toBeUndefined();
  });

  it.each<[given: unknown, refusal: RegExp]>([
    [
      [
        { key: "a", value: "1" },
        { key: "b", value: "2" },
        { key: "a", value: "3" },
      ],
      /^Meta must have each key once; given .*, with {"key":"a","value":"3"} in row 3\.$/,
    ],
    [[{ key: "", value: "lost" }], /^Meta must have a key for every value; given .*"lost"/],
    [[{ key: "  ", value: "lost" }], /^Meta must have a key for every value; given .*"lost"/],
    [[{ value: "lost" }], /^Meta must have a key for every value; given .*"lost"/],
    [[{ key: 5, value: "five" }], /^Meta must have a key for every value; given .*"five"/],
    [":value", /^Meta must be JSON; given ":value"\. It takes, for example: \{"first"/],
    ["just text", /^Meta must be JSON; given "just text"\. It takes, for example: \{"first"/],
    ["{bad", /^Meta must be JSON; given "\{bad"\. It takes, for example: \{"first"/],
    ["null", /^Meta must be JSON; given "null"\. It takes, for example: \{"first"/],
    [5, /^Meta must be a list of keys and values; given 5\.$/],
    ["5", /^Meta must be a list of keys and values; given 5\.$/],
    [true, /^Meta must be a list of keys and values; given true\.$/],
    ['{"a": 9007199254740993}', /^Meta holds a whole number too large to be exact/],
  ])("%j are refused", (given, refusal) => {
    expect(refusalOf(meta, given)).toMatch(refusal);
  });

  // The time is bound by the size: what takes the square of it would take minutes here.
  it.each([
    ["blanks", " ".repeat(1_000_000)],
    ["blanks before a colon", `${" ".repeat(1_000_000)}:`],
    ["blanks in a key", `a${" ".repeat(1_000_000)}b`],
    ["colons", `{${":".repeat(1_000_000)}`],
  ])("in a long text of %s are read in one pass", (_, given) => {
    expect(() => keyValues("Meta")(`${given}{`)).toThrow(/^Meta must be JSON/);
  });

  it("may repeat a key where the request may", () => {
    const pairs = [
      { key: "ticket_ids", value: "1" },
      { key: "ticket_ids", value: "2" },
    ];
    expect(parameters(pairs)).toEqual(pairs);
  });

  it("as pairs and as an object mean the same", () => {
    const texts = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(fc.dictionary(texts, fc.string({ unit: "grapheme" })), (object) => {
        fc.pre(Object.keys(object).length > 0);
        const pairs = Object.entries(object).map(([key, value]) => ({ key, value }));
        expect(JSON.stringify(meta(pairs))).toBe(JSON.stringify(object));
        expect(JSON.stringify(meta(object))).toBe(JSON.stringify(object));
      }),
    );
  });

  it("as an object may be called key and value, and are no row", () => {
    expect(meta({ key: "" })).toEqual({ key: "" });
    expect(meta({ key: null, value: [] })).toEqual({ key: null, value: [] });
  });

  it("that are blank rows only are unset", () => {
    expect(meta([{ key: "", value: "" }])).toBeUndefined();
    expect(meta([{ key: " ", value: null }, { key: "", value: [] }, ""])).toBeUndefined();
  });

  // The JSON is read after it was seen that the text is not blank, so `{}` is sent.
  it.each(["[]", '[{"key": "", "value": ""}]', "[null]"])(
    "that are blank rows only, in JSON text (%s), are unset",
    (given) => {
      expect(meta(given)).toBeUndefined();
    },
  );

  it.each<[given: unknown]>([
    [["key1:value1"]],
    [["key1", "value1"]],
    [[1, 2]],
    [[["key1", "value1"]]],
    ['["key1:value1"]'],
    [[{ name: "key1", content: "value1" }]],
  ])("in a list of anything but pairs (%j) are refused, not dropped", (given) => {
    expect(refusalOf(meta, given)).toMatch(/^Meta must /);
  });

  it.each<[what: string, value: unknown]>([
    ["a BigInt", 5n],
    ["a whole number too large to be exact", 2 ** 53],
    ["not a number", Number.NaN],
    ["a function", () => 1],
    ["undefined", undefined],
    [
      "a cycle",
      (() => {
        const value: Record<string, unknown> = {};
        value.self = value;
        return value;
      })(),
    ],
  ])("whose value is no JSON (%s) are refused, naming the label", (_, value) => {
    expect(refusalOf(meta, [{ key: "key1", value }])).toMatch(/^Meta /);
  });
});

describe("an object of keys and values", () => {
  const meta = keyValueObject("Meta");

  it.each<[given: unknown]>([[{}], ["{}"], [" { } "]])("that is %j empties the field", (given) => {
    expect(meta(given)).toEqual({});
  });

  it.each<[given: unknown]>([[[]], ["[]"], [[{ key: "", value: "" }]]])(
    "of no rows (%j) is unset, and leaves the field as it is",
    (given) => {
      expect(meta(given)).toBeUndefined();
    },
  );
});
