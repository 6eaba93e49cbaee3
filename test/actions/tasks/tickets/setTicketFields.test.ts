import { useActions } from "../../../support/actions";

const { act, fail, sandbox, sent } = useActions();

/** The label of a field of the sandbox's. */
const REASON = "Contact reason";

function writes() {
  return sent()
    .filter(({ method }) => method !== "GET")
    .map(({ method, path, body }) => [method, path, body]);
}

async function set(...fields: [string, unknown][]) {
  const pairs = fields.map(([key, value]) => ({ key, value }));
  return (await act("setTicketFields", { id: "5", fields: pairs })).data;
}

/** @returns the error; nothing was written. */
async function refusal(...fields: [string, unknown][]) {
  const pairs = fields.map(([key, value]) => ({ key, value }));
  const { message } = await fail("setTicketFields", { id: "5", fields: pairs });
  expect(writes()).toEqual([]);
  return message;
}

function choose(...choices: string[]) {
  const field = sandbox().state.customFields.get(302) as NonNullable<
    ReturnType<ReturnType<typeof sandbox>["state"]["customFields"]["get"]>
  >;
  const definition = { data_type: "text", input_settings: { input_type: "dropdown", choices } };
  sandbox().state.customFields.set(302, { ...field, definition } as typeof field);
}

it("sets each field by its own request, typed as the field is, and returns all values", async () => {
  const values = await set(["product", 42], ["303", "12.5"], ["Resolved at first contact", "yes"]);
  expect(writes()).toEqual([
    ["PUT", "/api/tickets/5/custom-fields/301", "42"],
    ["PUT", "/api/tickets/5/custom-fields/303", 12.5],
    ["PUT", "/api/tickets/5/custom-fields/304", true],
  ]);
  expect(values).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ field: expect.objectContaining({ id: 301 }), value: "42" }),
    ]),
  );
});

it("takes keys and values as text, too", async () => {
  await act("setTicketFields", { id: "5", fields: "Product: Shoe" });
  expect(writes()).toEqual([["PUT", "/api/tickets/5/custom-fields/301", "Shoe"]]);
});

it("refuses a field that is archived, and a value that no field takes", async () => {
  expect(await refusal(["Old field", "x"])).toContain(
    "must name ticket fields in use, and this one is archived",
  );
  expect(await refusal(["Product", { name: "Shoe" }])).toContain(
    "must be text, a number, or yes or no",
  );
});

describe("a dropdown", () => {
  beforeEach(() => {
    choose("Order::Refund", "Order::Change::Address", "Account::Change::Address", "Other");
  });

  it.each([
    ["Order::Refund", "Order::Refund"],
    ["order > refund", "Order::Refund"],
    ["Refund", "Order::Refund"],
    ["order>change>address", "Order::Change::Address"],
    [" other ", "Other"],
  ])("takes %p as %s", async (given, choice) => {
    await set([REASON, given]);
    expect(writes()).toEqual([["PUT", "/api/tickets/5/custom-fields/302", choice]]);
  });

  it.each([
    ["Lost", "Order::Refund, Order::Change::Address"],
    ["Address", "Order::Change::Address, Account::Change::Address"],
  ])("refuses %p and names choices", async (given, choices) => {
    const message = await refusal([REASON, given]);
    expect(message).toContain(`${REASON} must be one of its choices, such as ${choices}`);
  });
});

it.each<[string, [string, unknown][], string]>([
  ["an unknown field", [["Colour", "red"]], "must name ticket fields of the account"],
  ["an archived field", [["Old field", "x"]], "this one is archived"],
  ["an archived field by its ID", [["305", "x"]], "this one is archived"],
  ["a field of customers", [["306", "x"]], "must name ticket fields of the account"],
  [
    "a field twice",
    [
      ["Product", "a"],
      ["301", "b"],
    ],
    "must name each field once",
  ],
  ["a blank value", [["Product", " "]], "must have a value"],
  ["what is no number", [["Order value", "much"]], "Order value must be a number"],
  ["what is no yes or no", [["304", "maybe"]], "must be yes or no"],
  [
    "a second field that is wrong",
    [
      ["Product", "a"],
      ["304", "maybe"],
    ],
    "must be yes or no",
  ],
])("refuses %s before anything is set", async (_, fields, text) => {
  expect(await refusal(...fields)).toContain(text);
});

it("tells of several fields with one label", async () => {
  const field = sandbox().state.customFields.get(301);
  sandbox().state.customFields.set(999, { ...(field as NonNullable<typeof field>), id: 999 });
  expect(await refusal(["Product", "Shoe"])).toMatch(/(301, 999|999, 301); give the ID instead/);
});

it("needs a field", async () => {
  const { message } = await fail("setTicketFields", { id: "5", fields: [{ key: "", value: "" }] });
  expect(message).toContain("Fields is required");
  expect(sent()).toEqual([]);
});
