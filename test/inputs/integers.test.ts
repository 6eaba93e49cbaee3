import { integer, optional, required } from "../../src/inputs/clean";
import { fieldsOf } from "../../src/inputs/input";
import { person } from "../../src/inputs/people";
import { refusalOf, UNSET } from "../support/inputs";
import fc from "../support/properties";

const id = optional(integer("Ticket ID", { minimum: 1 }));
const anyId = integer("Assignee User ID", { minimum: 0 });
const limit = integer("Limit", { minimum: 1, maximum: 100 });

describe("an id", () => {
  it.each([
    [1, 1],
    ["1", 1],
    [353768814, 353768814],
    ["353768814", 353768814],
    [" 12 ", 12],
    ["007", 7],
    [12.0, 12],
    [Number.MAX_SAFE_INTEGER, 9007199254740991],
    ["9007199254740991", 9007199254740991],
  ])("%p means %p", (given, expected) => {
    expect(id(given)).toBe(expected);
  });

  it.each(UNSET)("that is %s is unset", (_, value) => {
    expect(id(value)).toBeUndefined();
  });

  it.each<[given: unknown, shown: string]>([
    ["12abc", '"12abc"'],
    ["abc", '"abc"'],
    ["1 2", '"1 2"'],
    ["1.9", '"1.9"'],
    ["1.0", '"1.0"'],
    ["1,000", '"1,000"'],
    ["1_000", '"1_000"'],
    ["-5", '"-5"'],
    ["+5", '"+5"'],
    ["1e3", '"1e3"'],
    ["0x10", '"0x10"'],
    ["0b1", '"0b1"'],
    ["10n", '"10n"'],
    ["../x", '"../x"'],
    ["5/../6", '"5/../6"'],
    ["5?a=b", '"5?a=b"'],
    ["5#", '"5#"'],
    ["%35", '"%35"'],
    ["٣", '"٣"'],
    ["१२", '"१२"'],
    ["１２", '"１２"'],
    ["²", '"²"'],
    ["𝟙", '"𝟙"'],
    ["1\u200b2", '"1\u200b2"'],
    ["1\u0000", String.raw`"1\u0000"`],
    ["0", '"0"'],
    ["00", '"00"'],
    ["9007199254740992", '"9007199254740992"'],
    ["9007199254740993", '"9007199254740993"'],
    ["99999999999999999999", '"99999999999999999999"'],
    ["true", '"true"'],
    ["null", '"null"'],
    ["[5]", '"[5]"'],
    [0, "0"],
    [-5, "-5"],
    [1.9, "1.9"],
    [2 ** 53, "9007199254740992"],
    [1e21, "1e+21"],
    [Number.NaN, "null"],
    [Number.POSITIVE_INFINITY, "null"],
    [true, "true"],
    [false, "false"],
    [{}, "{}"],
    [{ id: 5 }, '{"id":5}'],
    [["5"], '["5"]'],
    [[5], "[5]"],
    [5n, "bigint"],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
  ])("%p is refused, naming the label and what was given", (given, shown) => {
    expect(refusalOf(id, given)).toBe(
      `Ticket ID must be a whole number of 1 or more; given ${shown}.`,
    );
  });

  it("in any text but ASCII digits, white space around them apart, is refused", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: fc.constantFrom(..."0123456789+-.eExX,_ n٣²１") }),
        ),
        (text) => {
          fc.pre(text.trim() !== "" && !/^\s*[0-9]+\s*$/.test(text));
          expect(refusalOf(id, text)).toMatch(/^Ticket ID must be a whole number/);
          if (!/^\s*-0+\s*$/.test(text)) {
            expect(refusalOf(anyId, text)).toMatch(/^Assignee User ID must be a whole number/);
          }
        },
      ),
    );
  });

  it("-0 is no digits either, where 0 is allowed", () => {
    expect(refusalOf(anyId, "-0")).toBe(
      'Assignee User ID must be a whole number of 0 or more; given "-0".',
    );
  });

  it("that is a safe integer is accepted unchanged, as a number and as text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (value) => {
        expect(id(value)).toBe(value);
        expect(id(String(value))).toBe(value);
      }),
    );
  });

  it("that is no whole number is refused", () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        fc.pre(!Number.isSafeInteger(value) || value < 0);
        expect(refusalOf(anyId, value)).toMatch(/^Assignee User ID must be a whole number/);
      }),
    );
  });

  it("as digits beyond the safe integers is refused rather than rounded", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 2n ** 80n }), (value) => {
        expect(refusalOf(id, String(value))).toContain(`given "${value}"`);
      }),
    );
  });

  it.each(UNSET)("that is required and is %s is refused", (_, value) => {
    const clean = required("Ticket ID", integer("Ticket ID", { minimum: 1 }));
    expect(refusalOf(clean, value)).toMatch(/^Ticket ID is required; given /);
  });
});

describe("a whole number without bounds", () => {
  const number = integer("Number", {});

  it.each([-5, 0, 5, Number.MIN_SAFE_INTEGER])("takes %p, as a number and as text", (value) => {
    expect(number(value)).toBe(value);
    expect(number(String(value))).toBe(value);
  });

  it.each(["--5", "- 5", "-", "1.5", "-9007199254740992"])("refuses %p", (given) => {
    expect(refusalOf(number, given)).toBe(`Number must be a whole number; given "${given}".`);
  });

  it("may have one bound only", () => {
    expect(refusalOf(integer("Number", { maximum: 9 }), 10)).toMatch(/^Number must be a whole/);
    expect(integer("Number", { maximum: 9 })(-10)).toBe(-10);
  });
});

// The time is bound by the size: what takes the square of it would take minutes here.
it("a text of a million zeros that is no number is refused in one pass", () => {
  expect(refusalOf(anyId, `${"0".repeat(1_000_000)}x`)).toMatch(/^Assignee User ID must be/);
});

describe("bounds", () => {
  const search = fieldsOf("POST /search");
  const tickets = fieldsOf("GET /tickets");
  const cleaners = {
    Limit: tickets("limit", { label: "Limit" }).clean,
    Size: search("size", { label: "Size" }).clean,
    "Ticket ID": fieldsOf("GET /tickets/{id}")("id", { label: "Ticket ID", required: true }).clean,
    "View ID": tickets("view_id", { label: "View ID" }).clean,
    "Assignee User ID": anyId,
    Sender: fieldsOf("POST /tickets/{ticket_id}/messages")("sender", { label: "Sender" }, person)
      .clean,
    Customer: fieldsOf("POST /tickets")("customer", { label: "Customer" }, person).clean,
  };

  it.each<[keyof typeof cleaners, number, unknown]>([
    ["Limit", 1, 1],
    ["Limit", 100, 100],
    ["Size", 1, 1],
    ["Size", 50, 50],
    ["Ticket ID", 1, 1],
    ["View ID", 1, 1],
    ["Assignee User ID", 0, 0],
    ["Sender", 0, { id: 0 }],
    ["Customer", 1, { id: 1 }],
  ])("%s takes %p", (label, given, expected) => {
    expect(cleaners[label](given)).toEqual(expected);
    expect(cleaners[label](String(given))).toEqual(expected);
  });

  it.each<[keyof typeof cleaners, number, string]>([
    ["Limit", 0, "from 1 to 100"],
    ["Limit", 101, "from 1 to 100"],
    ["Size", 0, "from 1 to 50"],
    ["Size", 51, "from 1 to 50"],
    ["Ticket ID", 0, "of 1 or more"],
    ["View ID", 0, "of 1 or more"],
    ["Assignee User ID", -1, "of 0 or more"],
    ["Sender", -1, "of 0 or more"],
    ["Customer", 0, "of 1 or more"],
  ])("%s refuses %p", (label, given, range) => {
    expect(refusalOf(cleaners[label], given)).toBe(
      `${label} must be a whole number ${range}; given ${given}.`,
    );
  });

  it("of a limit hold for every number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (value) => {
        if (value >= 1 && value <= 100) {
          expect(limit(value)).toBe(value);
        } else {
          expect(refusalOf(limit, String(value))).toContain("from 1 to 100");
        }
      }),
    );
  });
});
