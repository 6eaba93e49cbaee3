import { randomBytes } from "node:crypto";
import { file } from "../../src/inputs/binary";
import { optional } from "../../src/inputs/clean";
import { refusalOf, UNSET } from "../support/inputs";
import fc from "../support/properties";

const upload = optional(file("File", "base64"));
const part = optional(file("File Data", "utf8"));

const bytes = Buffer.from([0, 1, 2, 0xff, 0xfe, 0x0a, 0x0d]);
const base64 = bytes.toString("base64");

describe("a file", () => {
  it.each<[what: string, given: unknown]>([
    ["a Buffer", bytes],
    ["a Uint8Array", new Uint8Array(bytes)],
    ["a view into a larger buffer", new Uint8Array([9, ...bytes, 9]).subarray(1, 8)],
    ["a DataView", new DataView(new Uint8Array(bytes).buffer)],
    ["an ArrayBuffer", new Uint8Array(bytes).buffer],
    ["a Buffer that was JSON", JSON.parse(JSON.stringify(bytes))],
    ["what a step returns", { data: bytes }],
    ["what a step returns, as JSON", JSON.parse(JSON.stringify({ data: bytes }))],
    ["what a step returns, in base64", { data: base64 }],
    ["base64", base64],
  ])("is taken as %s", (_, given) => {
    const cleaned = upload(given);
    expect(Buffer.isBuffer(cleaned?.data)).toBe(true);
    expect(cleaned?.data.equals(bytes)).toBe(true);
    expect([cleaned?.contentType, cleaned?.fileName]).toEqual([undefined, undefined]);
  });

  it("keeps the content type and name that an earlier step gave it", () => {
    expect(
      upload({ data: bytes, contentType: "image/png", suggestedFileName: "damage.png" }),
    ).toEqual({ data: bytes, contentType: "image/png", fileName: "damage.png" });
    expect(upload({ data: bytes, contentType: "", suggestedFileName: " " })).toEqual({
      data: bytes,
    });
    expect(upload({ data: bytes, contentType: 5 })).toEqual({ data: bytes });
  });

  it("may be empty when it is bytes", () => {
    expect(upload(Buffer.alloc(0))).toEqual({ data: Buffer.alloc(0) });
  });

  it.each(UNSET)("that is %s is unset", (_, value) => {
    expect(upload(value)).toBeUndefined();
  });

  it.each([
    "not base64!",
    "hello",
    "SGVsbG8=IQ==",
    "====",
    "_-_-",
    "AB",
    "data:text/plain;base64,SGVsbG8=",
    "/tmp/file.txt",
    "SGVsbG8٣",
    base64.replace(/=+$/, ""),
    ` ${base64.slice(0, 3)} ${base64.slice(3)} `,
  ])("%j is no base64, and so it is the text itself", (text) => {
    expect(upload(text)?.data.toString()).toBe(text);
  });

  it("with a content type of text is that text, whatever it looks like", () => {
    expect(upload({ data: base64, contentType: "text/csv" })?.data.toString()).toBe(base64);
  });

  it.each<[given: unknown, shown: string]>([
    [5, "5"],
    [true, "true"],
    [{}, "{}"],
    [{ data: null }, '{"data":null}'],
    [{ data: 5 }, '{"data":5}'],
    [{ data: { nested: base64 } }, `{"data":{"nested":"${base64}"}}`],
    [[1, 2, 3], "[1,2,3]"],
  ])("%j is refused, naming the label and what was given", (given, shown) => {
    expect(refusalOf(upload, given)).toBe(
      `File must be binary data of an earlier step, or text; given ${shown}.`,
    );
  });

  it("of any bytes is the same as bytes, as JSON and in base64", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (array) => {
        const given = Buffer.from(array);
        const forms = [array, given, JSON.parse(JSON.stringify(given)), given.toString("base64")];
        for (const form of forms) {
          expect(upload(form)?.data.equals(given)).toBe(true);
        }
      }),
    );
  });

  it("in text is base64 to the last character, or the text itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aB0+/=-_ .") }), (text) => {
        fc.pre(text.trim() !== "");
        const decoded = Buffer.from(text, "base64");
        const isBase64 = decoded.length > 0 && decoded.toString("base64") === text;
        const expected = isBase64 ? decoded : Buffer.from(text);
        expect(upload(text)?.data.equals(expected)).toBe(true);
      }),
    );
  });

  // The time is bound by the size: what takes the square of it would take minutes here.
  it("of some megabytes is read in one pass", () => {
    const large = randomBytes(3_000_000);
    expect(upload(large.toString("base64"))?.data.equals(large)).toBe(true);
  });
});

describe("a file of a form", () => {
  it("given as text is the text itself", () => {
    expect(part("My File Contents")?.data.toString()).toBe("My File Contents");
    expect(part({ data: "ünï ☃" })?.data.equals(Buffer.from("ünï ☃"))).toBe(true);
    expect(part(bytes)?.data.equals(bytes)).toBe(true);
  });

  it("that is neither is refused", () => {
    expect(refusalOf(part, 5)).toBe(
      "File Data must be binary data of an earlier step, or text; given 5.",
    );
  });
});
