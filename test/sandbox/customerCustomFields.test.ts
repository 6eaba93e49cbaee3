import { useSandbox } from "../support/sandboxClient";

const { call } = useSandbox();
const PATH = "/api/customers/1001/custom-fields";
async function values() {
  return (await call("GET", PATH)).body.data;
}

beforeEach(async () => {
  const number = { data_type: "number", input_settings: { input_type: "input_number", max: 9 } };
  await call("POST", "/api/custom-fields", {
    object_type: "Customer",
    label: "Orders",
    definition: number,
  });
});

it("has none at first", async () => {
  expect(await values()).toEqual([]);
});

it("sets all: those left out are deleted", async () => {
  const { status, body } = await call("PUT", PATH, [
    { id: 306, value: "Gold" },
    { id: 307, value: 5 },
  ]);
  expect([status, body.data]).toEqual([
    200,
    [
      expect.objectContaining({ value: "Gold", field: expect.objectContaining({ id: 306 }) }),
      expect.objectContaining({ value: 5, field: expect.objectContaining({ label: "Orders" }) }),
    ],
  ]);
  await call("PUT", PATH, [{ id: 307, value: 5 }]);
  expect(await values()).toMatchObject([{ value: 5 }]);
});

it("sets and clears one", async () => {
  const { status, body } = await call("PUT", `${PATH}/306`, "Gold");
  expect([status, body]).toEqual([200, expect.objectContaining({ value: "Gold" })]);
  const { body: customer } = await call("GET", "/api/customers/1001?relationships=custom_fields");
  expect(customer.custom_fields).toMatchObject({ 306: { value: "Gold" } });
  expect((await call("DELETE", `${PATH}/306`)).status).toBe(204);
  expect(await values()).toEqual([]);
});

it.each([
  ["a ticket's field", "PUT", PATH, [{ id: 301, value: "x" }], "body.0.id"],
  ["an object as value", "PUT", PATH, [{ id: 306, value: {} }], "body.0.value"],
  [
    "a wrong type among right ones",
    "PUT",
    PATH,
    [
      { id: 306, value: "x" },
      { id: 307, value: true },
    ],
    "body.1.value",
  ],
  ["too large a number", "PUT", `${PATH}/307`, 10, "body"],
  ["an unknown field", "PUT", `${PATH}/999`, "x", "id"],
  ["no values", "PUT", PATH, [], "body"],
])("refuses %s", async (_, method, path, body, field) => {
  const response = await call(method, path, body);
  expect([response.status, Object.keys(response.body.error.data)]).toEqual([400, [field]]);
  expect(await values()).toEqual([]);
});
