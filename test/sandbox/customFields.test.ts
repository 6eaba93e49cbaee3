import { readAll, useSandbox } from "../support/sandboxClient";

const { call } = useSandbox();
const text = { data_type: "text", input_settings: { input_type: "input" } };
const dropdown = {
  data_type: "text",
  input_settings: { input_type: "dropdown", choices: ["a", "b"], default: "a" },
};
function create(input: object = {}) {
  return call("POST", "/api/custom-fields", {
    object_type: "Ticket",
    label: "New",
    definition: text,
    ...input,
  });
}

it.each([
  [
    "with nothing but what is needed",
    {},
    { required: false, requirement_type: "visible", priority: 0, deactivated_datetime: null },
  ],
  ["that is required", { required: true }, { required: true, requirement_type: "required" }],
  ["of choices", { definition: dropdown }, { definition: dropdown }],
  [
    "in the archive",
    { deactivated_datetime: "2026-01-01T00:00Z", managed_type: "product", external_id: "e" },
    {
      deactivated_datetime: "2026-01-01T00:00:00.000000+00:00",
      managed_type: "product",
      external_id: "e",
    },
  ],
])("creates a field %s", async (_, input, expected) => {
  const { status, body } = await create(input);
  expect([status, body]).toEqual([201, expect.objectContaining({ id: 307, ...expected })]);
  expect((await call("GET", "/api/custom-fields/307")).body).toEqual(body);
});

it.each([
  ["object_type", { object_type: "Order" }],
  [
    "definition.input_settings.choices",
    { definition: { ...dropdown, input_settings: { input_type: "dropdown" } } },
  ],
  ["priority", { priority: 5001 }],
  ["deactivated_datetime", { deactivated_datetime: "2026-02-31T25:00" }],
])("refuses a wrong %s", async (field, input) => {
  const { status, body } = await create(input);
  expect([status, Object.keys(body.error.data)]).toEqual([400, expect.arrayContaining([field])]);
});

describe("the list", () => {
  const ids = async (query: string) =>
    (await readAll(call, `/api/custom-fields?limit=2&${query}`)).records.map(({ id }) => id);

  beforeEach(async () => {
    await create({ label: "Low", priority: 1 });
    await create({ label: "High", priority: 2000 });
    await create({ label: "Customer's", object_type: "Customer" });
  });

  it.each([
    ["object_type=Ticket", [308, 307, 305, 304, 303, 302, 301]],
    ["object_type=Ticket&order_by=priority:asc", [301, 302, 303, 304, 305, 307, 308]],
    ["object_type=Customer", [309, 306]],
    ["object_type=Ticket&archived=true", [305]],
    ["object_type=Ticket&archived=false", [308, 307, 304, 303, 302, 301]],
    ["object_type=Ticket&search=oRDER", [303]],
  ])("of %s", async (query, expected) => {
    expect(await ids(query)).toEqual(expected);
  });

  it("needs an object type", async () => {
    const { status, body } = await call("GET", "/api/custom-fields");
    expect([status, Object.keys(body.error.data)]).toEqual([400, ["object_type"]]);
  });
});

describe("an update", () => {
  const update = (input: object) => call("PUT", "/api/custom-fields/302", input);

  it.each([
    [{ label: "Why" }, { label: "Why" }],
    [{ required: true }, { required: true, requirement_type: "required" }],
    [{ definition: dropdown, object_type: "Ticket" }, { definition: dropdown }],
    [
      { deactivated_datetime: "2026-01-01T00:00Z" },
      { deactivated_datetime: "2026-01-01T00:00:00.000000+00:00" },
    ],
  ])("of %j", async (input, expected) => {
    const { status, body } = await update(input);
    expect([status, body]).toEqual([202, expect.objectContaining({ id: 302, ...expected })]);
    expect(body.updated_datetime > body.created_datetime).toBe(true);
  });

  it.each([
    ["object_type", { object_type: "Customer" }],
    [
      "definition.data_type",
      { definition: { data_type: "number", input_settings: { input_type: "input_number" } } },
    ],
  ])("cannot change %s", async (field, input) => {
    const { status, body } = await update(input);
    expect([status, Object.keys(body.error.data)]).toEqual([400, [field]]);
  });

  it("of several changes all or nothing", async () => {
    const put = (...items: object[]) => call("PUT", "/api/custom-fields", items);
    const { status, body } = await put(
      { id: 301, priority: 3 },
      { id: 302, requirement_type: "conditional" },
    );
    expect([status, body]).toEqual([
      202,
      {
        data: [
          expect.objectContaining({ id: 301, priority: 3 }),
          expect.objectContaining({ id: 302, requirement_type: "conditional" }),
        ],
      },
    ]);
    const refused = await put({ id: 301, priority: 9 }, { id: 302, object_type: "Customer" });
    expect([refused.status, Object.keys(refused.body.error.data)]).toEqual([
      400,
      ["1.object_type"],
    ]);
    expect((await call("GET", "/api/custom-fields/301")).body.priority).toBe(3);
  });

  it("decides at once what values a ticket takes", async () => {
    const value = (text: string) => call("PUT", "/api/tickets/1/custom-fields/302", text);
    expect((await value("b")).status).toBe(400);
    await update({ definition: dropdown });
    expect((await value("b")).status).toBe(200);
    await update({ deactivated_datetime: "2026-01-01T00:00Z" });
    expect((await value("a")).status).toBe(400);
  });
});

it("cannot be deleted", async () => {
  expect((await call("DELETE", "/api/custom-fields/301")).status).toBe(405);
});
