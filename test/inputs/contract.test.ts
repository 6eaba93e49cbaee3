import { fieldSchema, findFault, nullableFields, typeOf } from "../../src/contract/fields";
import schemas from "../../src/contract/generated/schemas.json";
import { nullableBodyFields } from "../support/contract";

describe("a field of an operation", () => {
  it("is what the contract says of it, references resolved", () => {
    expect(fieldSchema("list-tickets", "limit")).toEqual({
      type: "integer",
      minimum: 1,
      maximum: 100,
    });
    expect(fieldSchema("create-ticket", "status").enum).toEqual(["open", "closed"]);
    expect(fieldSchema("create-customer", "language").enum).toHaveLength(185);
    expect(fieldSchema("create-ticket-message", "source").properties).toHaveProperty("from");
  });

  it("that there is not is a mistake of the programmer", () => {
    expect(() => fieldSchema("get-ticket", "subject")).toThrow(
      "The contract knows no field subject of get-ticket.",
    );
  });

  it.each([
    [{ type: "string" }, "string"],
    [{ type: ["null", "object"] }, "object"],
    [{ type: ["integer", "null"] }, "integer"],
    [{}, undefined],
  ])("of the schema %j is of the type %s", (schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });
});

describe("nullable fields", () => {
  it.each(["create-ticket", "update-ticket", "update-customer", "create-ticket-message"] as const)(
    "of %s are those that the contract lets be null",
    (operation) => {
      expect(nullableFields(operation).sort()).toEqual(nullableBodyFields(operation).sort());
      expect(nullableFields(operation).length).toBeGreaterThan(3);
    },
  );

  it("are none where nothing is written", () => {
    expect(nullableFields("list-tickets")).toEqual([]);
    expect(Object.keys(schemas.operations)).toContain("list-tickets");
  });
});

describe("what is wrong with a value", () => {
  const person = fieldSchema("create-ticket-message", "sender");
  const inner = { type: "object", properties: { "c~d": { type: "string" } } };
  const oddlyNamed = { type: "object", properties: { "a/b": inner } };

  it.each<[value: unknown, schema: object, fault: string | undefined]>([
    [5, { type: "integer" }, undefined],
    [{ id: 5, meta: { anything: [1] } }, person, undefined],
    ["5", { type: "integer" }, "must be integer, not string"],
    [{}, { type: ["integer", "null"] }, "must be integer or null, not object"],
    ["c", { enum: ["a", "b"] }, 'must be one of ["a","b"]'],
    [{}, { type: "object", required: ["a"] }, "a is missing"],
    [
      [{ a: 1 }, {}],
      { type: "array", items: { type: "object", required: ["a"] } },
      "[1] a is missing",
    ],
    [{ email: 5 }, person, "email must be string or null, not number"],
    [{ nope: 1 }, person, "nope is not known to Gorgias"],
    [{ channels: [{ type: "email" }] }, person, "channels[0] address is missing"],
    [{ "a/b": { "c~d": 1 } }, oddlyNamed, "a/b.c~d must be string, not number"],
  ])("%j is told in words, where it is first", (value, schema, fault) => {
    expect(findFault(schema, value)?.replace(/\.$/, "")).toBe(fault);
  });

  it.each<[value: unknown, schema: object, fault: RegExp]>([
    [0, { minimum: 1 }, /1/],
    ["abc", { maxLength: 2 }, /2/],
    [[], { minItems: 1 }, /1/],
    [[1, 2], { maxItems: 1 }, /1/],
    ["b", { pattern: "^a$" }, /does not have the right pattern/],
    ["b", { format: "email" }, /does not have the right format "email"/],
  ])("%j breaks a limit (%j), which is named", (value, schema, fault) => {
    expect(findFault(schema, value)).toMatch(fault);
  });
});
