import { parseExactJson } from "../../src/http/json";
import fc from "../support/properties";

/** JSON text and what is to be read of it. */
interface Written {
  text: string;
  value: unknown;
}

const integer = fc
  .tuple(fc.constantFrom("", "-"), fc.bigInt({ min: 0n, max: 10n ** 30n }))
  .map(([sign, digits]): Written => {
    const text = `${sign}${digits}`;
    const isExact = Number.isSafeInteger(Number(text));
    return { text, value: isExact ? Number(text) : text };
  });
const plain = fc
  .oneof(
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Number.isInteger(n)),
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^[-\\"0-9,:[\]{}. ]{0,40}$/),
    fc.bigInt({ min: 10n ** 16n, max: 10n ** 25n }).map(String),
  )
  .map((value): Written => ({ text: JSON.stringify(value), value }));
const blank = fc.constantFrom("", " ", "\n\t");

const { written } = fc.letrec<{ written: Written }>((tie) => ({
  written: fc.oneof(
    { maxDepth: 4 },
    integer,
    plain,
    fc.tuple(fc.array(tie("written"), { maxLength: 5 }), blank).map(
      ([items, space]): Written => ({
        text: `[${space}${items.map(({ text }) => text).join(`${space},${space}`)}${space}]`,
        value: items.map(({ value }) => value),
      }),
    ),
    fc
      .tuple(
        fc.uniqueArray(fc.tuple(fc.string(), tie("written")), {
          maxLength: 5,
          selector: ([key]) => key,
        }),
        blank,
      )
      .map(
        ([pairs, space]): Written => ({
          text: `{${pairs.map(([key, { text }]) => `${space}${JSON.stringify(key)}${space}:${text}`).join(",")}${space}}`,
          value: JSON.parse("{}", () =>
            Object.fromEntries(pairs.map(([key, { value }]) => [key, value])),
          ),
        }),
      ),
  ),
}));

it("reads any JSON, whole numbers that are not exact as text with every digit", () => {
  fc.assert(
    fc.property(written, ({ text, value }) => {
      expect(parseExactJson(text)).toEqual(value);
    }),
    { numRuns: 1_000 },
  );
});

it.each([
  ["9007199254740991", 9007199254740991],
  ["-9007199254740991", -9007199254740991],
  ["9007199254740992", "9007199254740992"],
  ["9007199254740993", "9007199254740993"],
  ["-9007199254740993", "-9007199254740993"],
  ['{"id":12345678901234567890}', { id: "12345678901234567890" }],
  ["[12345678901234567890,1]", ["12345678901234567890", 1]],
  ["12345678901234567.5", Number("12345678901234567.5")],
  ["1.2345678901234567", 1.2345678901234567],
  ["12345678901234567890e-5", Number("12345678901234567890e-5")],
  ["12345678901234567890e15", Number("12345678901234567890e15")],
  ["[12345678901234567890E+15]", [Number("12345678901234567890E+15")]],
  ["1e30", 1e30],
  ['"12345678901234567890"', "12345678901234567890"],
  ['"a \\" 12345678901234567890"', 'a " 12345678901234567890'],
  ['["\\\\",12345678901234567890]', ["\\", "12345678901234567890"]],
  ['{"12345678901234567890":1}', { "12345678901234567890": 1 }],
])("%s", (text, value) => {
  expect(parseExactJson(text)).toEqual(value);
});

it.each(["", "{", "[1,]", "12345678901234567890,", '{"a":12345678901234567890'])(
  "%j is no JSON",
  (text) => expect(() => parseExactJson(text)).toThrow(SyntaxError),
);

it("parses once where there is no such number", () => {
  const parse = jest.spyOn(JSON, "parse");
  parseExactJson(JSON.stringify(Array(1_000).fill({ id: 123456789012345, at: "2026-01-02" })));
  expect(parse).toHaveBeenCalledTimes(1);
  parse.mockRestore();
});
