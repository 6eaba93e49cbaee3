import { readAll, useSandbox } from "../support/sandboxClient";

const { call } = useSandbox();
const template = { type: "wrapper", widgets: [{ type: "text" }] };
function create(widget: object = {}) {
  return call("POST", "/api/widgets", { type: "custom", template, ...widget });
}

it("creates a widget", async () => {
  const { status, body } = await create({ integration_id: 401, app_id: "a", context: "customer" });
  expect([status, body]).toEqual([
    201,
    {
      id: 803,
      uri: "/api/widgets/803/",
      type: "custom",
      template,
      context: "customer",
      integration_id: 401,
      app_id: "a",
      order: 2,
      created_datetime: expect.any(String),
      updated_datetime: body.created_datetime,
      deactivated_datetime: null,
    },
  ]);
  expect((await call("GET", body.uri)).body).toEqual(body);
});

it.each([
  ["POST", "/api/widgets", { type: "custom", template, integration_id: 999 }, "integration_id"],
  ["PUT", "/api/widgets/801", { integration_id: 999 }, "integration_id"],
  ["PUT", "/api/widgets/801", { order: -1 }, "order"],
])("refuses %s %s %j", async (method, path, body, field) => {
  const response = await call(method, path, body);
  expect([response.status, Object.keys(response.body.error.data)]).toEqual([400, [field]]);
});

it.each([
  ["", [803, 802, 801]],
  ["order_by=order:asc", [803, 801, 802]],
  ["order_by=order:desc", [802, 801, 803]],
  ["order_by=created_datetime:asc", [801, 802, 803]],
  ["integration_id=401", [803]],
  ["app_id=sandbox-app", [802]],
])("lists widgets with %j", async (query, expected) => {
  await create({ integration_id: 401, order: 0 });
  await call("PUT", "/api/widgets/801", { order: 1 });
  await call("PUT", "/api/widgets/802", { order: 20 });
  const { records } = await readAll(call, `/api/widgets?limit=2&${query}`);
  expect(records.map(({ id }) => id)).toEqual(expected);
});

it("updates and deletes a widget", async () => {
  const { status, body } = await call("PUT", "/api/widgets/801", {
    integration_id: 0,
    deactivated_datetime: "2026-01-01T00:00Z",
  });
  expect([status, body]).toEqual([
    202,
    expect.objectContaining({
      type: "customer_external_data",
      integration_id: 0,
      deactivated_datetime: "2026-01-01T00:00:00.000000+00:00",
    }),
  ]);
  expect((await call("DELETE", "/api/widgets/801")).status).toBe(204);
  expect((await call("GET", "/api/widgets/801")).status).toBe(404);
});
