import { useSandbox } from "../support/sandboxClient";

const { call, sandbox } = useSandbox();
const path = "/api/tickets/1/custom-fields";
async function values() {
  const { body } = await call("GET", path);
  return Object.fromEntries(
    body.data.map((item: { field: { id: number }; value: unknown }) => [item.field.id, item.value]),
  );
}

beforeEach(() => call("PUT", "/api/tickets/1", { custom_fields: [{ id: 301, value: "Shoe" }] }));

it("lists values with the definition of their field", async () => {
  const { status, body } = await call("GET", path);
  expect([status, body]).toMatchObject([
    200,
    {
      data: [{ value: "Shoe", prediction: null, field: { id: 301, label: "Product" } }],
    },
  ]);
});

it("sets all: those left out are deleted", async () => {
  const { status, body } = await call("PUT", path, [
    { id: 302, value: "Late::Carrier" },
    { id: 303, value: 12.5 },
  ]);
  expect([status, body.data.length]).toEqual([200, 2]);
  expect(await values()).toEqual({ 302: "Late::Carrier", 303: 12.5 });
});

it("keeps a number that comes as text as text", async () => {
  await call("PUT", `${path}/303`, "12");
  expect(await values()).toMatchObject({ 303: "12" });
});

it("refuses to leave out a value of Gorgias's own", async () => {
  const { customFields } = sandbox().state;
  const intent = { ...customFields.get(302), managed_type: "ai_intent" };
  customFields.set(302, intent as NonNullable<ReturnType<typeof customFields.get>>);
  await call("PUT", `${path}/302`, "Damaged");
  const { status, body } = await call("PUT", path, [{ id: 301, value: "Boot" }]);
  expect([status, Object.keys(body.error.data)]).toEqual([400, ["body"]]);
  expect(await values()).toEqual({ 301: "Shoe", 302: "Damaged" });
});

it.each([
  [301, "Boot"],
  [302, "Damaged"],
  [303, 0],
  [304, false],
])("sets field %s to the bare value %j", async (id, value) => {
  const { status, body } = await call("PUT", `${path}/${id}`, value);
  expect([status, body.value, body.field.id]).toEqual([200, value, id]);
  expect(await values()).toMatchObject({ [id]: value });
});

it.each([
  ["a number for text", 301, 12],
  ["text for a boolean", 304, "true"],
  ["a choice that is none", 302, "Lost"],
  ["a number below the least", 303, -1],
  ["a number over the most", 303, 1001],
])("refuses %s", async (_, id, value) => {
  const single = await call("PUT", `${path}/${id}`, value);
  expect([single.status, single.body.error.data]).toEqual([400, { body: [expect.any(String)] }]);
  const several = await call("PUT", path, [{ id, value }]);
  expect([several.status, Object.keys(several.body.error.data)]).toEqual([400, ["body.0.value"]]);
  expect(await values()).toEqual({ 301: "Shoe" });
});

it.each([
  ["that does not exist", 999],
  ["of customers", 306],
  ["that is archived", 305],
])("refuses a field %s", async (_, id) => {
  expect(await call("PUT", `${path}/${id}`, "x")).toMatchObject({
    status: 400,
    body: { error: { data: { id: [expect.any(String)] } } },
  });
});

it("clears one value", async () => {
  expect(await call("DELETE", `${path}/301`)).toMatchObject({ status: 204, body: undefined });
  expect(await values()).toEqual({});
  expect((await call("DELETE", `${path}/301`)).status).toBe(404);
});

it("moves the updated time of the ticket", async () => {
  const updated = async () => (await call("GET", "/api/tickets/1")).body.updated_datetime;
  const before = await updated();
  await call("PUT", `${path}/303`, 7);
  expect((await updated()) > before).toBe(true);
});
