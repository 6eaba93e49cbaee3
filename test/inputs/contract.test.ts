import { choicesOf, fieldSchema, nullableFields, typeOf } from "../../src/contract/fieldSchemas";
import schemas from "../../src/contract/generated/schemas.json";
import { routeEntry } from "../../src/contract/routes";
import { validationError } from "../../src/contract/validation";
import { nullableBodyFields } from "../support/contract";

describe("a field of an operation", () => {
  it("is what the contract says of it, references resolved", () => {
    expect(fieldSchema("GET /tickets", "limit")).toEqual({
      type: "integer",
      minimum: 1,
      maximum: 100,
    });
    expect(fieldSchema("POST /tickets", "status").enum).toEqual(["open", "closed"]);
    expect(fieldSchema("POST /customers", "language").enum).toHaveLength(185);
    expect(fieldSchema("POST /tickets/{ticket_id}/messages", "source").properties).toHaveProperty(
      "from",
    );
  });

  it("has as choices the values that there are, or those that are known", () => {
    expect(choicesOf(fieldSchema("POST /tickets", "status"))).toEqual(["open", "closed"]);
    expect(choicesOf(fieldSchema("POST /tickets", "via"))).toContain("instagram-comment");
    expect(choicesOf(fieldSchema("POST /tickets", "subject"))).toEqual([]);
    expect(choicesOf({ enum: ["a", null] } as object)).toEqual(["a"]);
  });

  it("that there is not is a mistake of the programmer", () => {
    expect(() => fieldSchema("GET /tickets/{id}", "subject")).toThrow(
      "The contract knows no field subject of GET /tickets/{id}.",
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
  it.each([
    "POST /tickets",
    "PUT /tickets/{id}",
    "PUT /customers/{id}",
    "POST /tickets/{ticket_id}/messages",
  ] as const)("of %s are those that the contract lets be null", (route) => {
    const { operation } = routeEntry(route);
    expect(nullableFields(route).sort()).toEqual(nullableBodyFields(operation).sort());
    expect(nullableFields(route).length).toBeGreaterThan(3);
  });

  it("are none where nothing is written", () => {
    expect(nullableFields("GET /tickets")).toEqual([]);
    expect(Object.keys(schemas.operations)).toContain("list-tickets");
  });
});

describe("what is wrong with a value", () => {
  const person = fieldSchema("POST /tickets/{ticket_id}/messages", "sender");
  const inner = { type: "object", properties: { "c~d": { type: "string" } } };
  const definition = fieldSchema("POST /custom-fields", "definition");
  const oddlyNamed = { type: "object", properties: { "a/b": inner } };

  it.each<[value: unknown, schema: object, where: string, problem: string]>([
    ["5", { type: "integer" }, "", "must be a whole number, not text"],
    [1.5, { type: "integer" }, "", "must be a whole number, not a number with a fraction"],
    [{}, { type: ["integer", "null"] }, "", "must be a whole number, not an object"],
    [{}, { type: "array" }, "", "must be a list, not an object"],
    [[], { type: "object" }, "", "must be an object, not a list"],
    [null, { type: "object" }, "", "must be an object, not null"],
    [true, { type: ["string", "number"] }, "", "must be text or a number, not true"],
    [
      1,
      { anyOf: [{ type: "string" }, { type: "boolean" }] },
      "",
      "must be text or true or false, not a number",
    ],
    ["c", { enum: ["a", "b"] }, "", "must be one of a, b"],
    ["c", { enum: ["a", null] }, "", "must be a"],
    [1, { const: true }, "", "must be true"],
    [{}, { type: "object", required: ["a"] }, "a", "is missing"],
    [
      [{ a: 1 }, {}],
      { type: "array", items: { type: "object", required: ["a"] } },
      "[1].a",
      "is missing",
    ],
    [{ email: 5 }, person, "email", "must be text, not a number"],
    [{ nope: 1 }, person, "nope", "is not known to Gorgias"],
    [{ channels: [{ type: "email" }] }, person, "channels[0].address", "is missing"],
    [{ "a/b": { "c~d": 1 } }, oddlyNamed, "a/b.c~d", "must be text, not a number"],
    [0, { minimum: 1 }, "", "must be 1 or more"],
    [9, { maximum: 8 }, "", "must be 8 or less"],
    ["", { minLength: 1 }, "", "must not be empty"],
    ["a", { minLength: 2 }, "", "must have at least 2 characters"],
    ["abc", { maxLength: 2 }, "", "must have at most 2 characters"],
    [[], { minItems: 1 }, "", "must not be empty"],
    [[1], { minItems: 2 }, "", "must hold at least 2"],
    [[1, 2], { maxItems: 1 }, "", "must hold at most 1"],
    ["john", { format: "email" }, "", "must be an email address"],
    [
      "a/b",
      fieldSchema("GET /{file_type}/download/{domain_hash}/{resource_name}", "domain_hash"),
      "",
      "may only hold letters, digits, _ and -",
    ],
    [
      "yesterday",
      fieldSchema("PUT /tickets/{id}", "closed_datetime"),
      "",
      "must be a date and time such as 2020-01-27T10:42:21 (UTC) or 2020-01-27T10:42:21+01:00",
    ],
    [
      { data_type: "number", input_settings: { input_type: "x" } },
      definition,
      "input_settings.input_type",
      "must be input_number",
    ],
    [
      { data_type: "date", input_settings: {} },
      definition,
      "data_type",
      "must be one of text, number, boolean",
    ],
    [{ multipleOf: 1 }, { not: {} }, "", "must have another shape"],
  ])("%j is told in plain words, with where it is", (value, schema, where, problem) => {
    expect(validationError(schema, value)).toEqual({ where, problem });
  });

  it.each<[value: unknown, schema: object]>([
    [5, { type: "integer" }],
    [{ id: 5, meta: { anything: [1] } }, person],
  ])("%j is nothing", (value, schema) => {
    expect(validationError(schema, value)).toBeUndefined();
  });

  it("is in words for any field of any operation: no word of JSON Schema", () => {
    const values = [
      null,
      true,
      1.5,
      -1,
      "",
      "x",
      "x".repeat(2_000_000),
      [],
      [null],
      {},
      { nope: 1 },
    ];
    const problems = Object.values(schemas.operations as Record<string, { properties: object }>)
      .flatMap(({ properties }) => Object.values(properties) as object[])
      .flatMap((schema) => values.map((value) => validationError(schema, value)?.problem ?? ""));
    expect(problems.length).toBeGreaterThan(2_000);
    expect(
      problems.filter((problem) =>
        /array|string|integer|boolean|pattern|format|instance|schema|another shape|undefined|\.$/i.test(
          problem,
        ),
      ),
    ).toEqual([]);
  });
});
