import { readAll, useSandbox } from "../support/sandboxClient";

const { call } = useSandbox();
function create(view: object) {
  return call("POST", "/api/views", view);
}

it("creates a view of nothing but defaults", async () => {
  const { status, body } = await create({ slug: "plain" });
  expect([status, body]).toEqual([
    201,
    expect.objectContaining({
      id: 506,
      uri: "/api/views/506/",
      category: "user",
      type: "ticket-list",
      visibility: "public",
      order_by: "updated_datetime",
      order_dir: "desc",
    }),
  ]);
});

it("creates a shared view", async () => {
  const view = {
    name: "My VIPs!",
    type: "ticket-list",
    filters: "eq(ticket.status, 'open')",
    fields: ["id", "tags"],
    visibility: "shared",
    order_by: "priority",
    order_dir: "asc",
    decoration: { emoji: "⭐" },
  };
  const { body } = await create({
    ...view,
    slug: "my-vips",
    shared_with_teams: [101],
    shared_with_users: [2, 3],
  });
  expect(body).toMatchObject({
    ...view,
    slug: "my-vips",
    shared_with_teams: [{ id: 101, name: "Support" }],
    shared_with_users: [
      { id: 2, name: "Anna Agent" },
      { id: 3, name: "Ben Basic" },
    ],
  });
  expect((await call("GET", body.uri)).body).toEqual(body);
});

it.each([
  ["POST", "/api/views", { name: "No slug" }, "slug"],
  ["POST", "/api/views", { slug: "a", shared_with_teams: [101, 9] }, "shared_with_teams.1"],
  ["POST", "/api/views", { slug: "a", filters: "eq(ticket.subject, 'x')" }, "filters"],
  ["PUT", "/api/views/501", { filters: "open ones" }, "filters"],
  ["PUT", "/api/views/501", { shared_with_users: [99] }, "shared_with_users.0"],
  ["PUT", "/api/views/501", { category: "system" }, "category"],
])("refuses %s %s %j", async (method, path, body, field) => {
  const response = await call(method, path, body);
  expect([response.status, Object.keys(response.body.error.data)]).toEqual([400, [field]]);
});

it.each([
  ["", [505, 504, 503, 502, 501]],
  ["order_by=created_datetime:asc", [501, 502, 503, 504, 505]],
  ["category=system", [505]],
  ["category=user", [504, 503, 502, 501]],
])("lists views with %j", async (query, expected) => {
  const { records } = await readAll(call, `/api/views?limit=2&${query}`);
  expect(records.map(({ id }) => id)).toEqual(expected);
});

it("updates and deletes a view", async () => {
  const { status, body } = await call("PUT", "/api/views/501", { name: "Now", search: "late" });
  expect([status, body]).toEqual([
    202,
    expect.objectContaining({ name: "Now", search: "late", filters: "eq(ticket.status, 'open')" }),
  ]);
  expect((await call("DELETE", "/api/views/501")).status).toBe(204);
  expect((await call("GET", "/api/views/501")).status).toBe(404);
  expect((await call("GET", "/api/tickets?view_id=501")).status).toBe(404);
});
