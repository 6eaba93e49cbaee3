import { readAll, useSandbox } from "../support/sandboxClient";

const { call, sandbox } = useSandbox();
function create(team: object) {
  return call("POST", "/api/teams", { name: "Night", ...team });
}

it("creates a team of users named by id or email", async () => {
  const { status, body } = await create({
    description: "d",
    decoration: { emoji: "🌙" },
    members: [{ id: 3 }, { email: "ANNA@sandbox.example" }, { id: 3, name: "ignored" }],
  });
  expect([status, body]).toEqual([
    201,
    {
      id: 103,
      uri: "/api/teams/103/",
      name: "Night",
      description: "d",
      decoration: { emoji: "🌙" },
      created_datetime: expect.any(String),
      members: [
        { id: 3, name: "Ben Basic", email: "ben@sandbox.example", meta: {} },
        { id: 2, name: "Anna Agent", email: "anna@sandbox.example", meta: {} },
      ],
    },
  ]);
  expect((await call("GET", body.uri)).body).toEqual(body);
});

it.each([
  ["POST", "/api/teams", { name: "x", members: [{ id: 2 }, { id: 77 }] }, "members.1"],
  ["POST", "/api/teams", { name: "x", members: [{ name: "Anna" }] }, "members.0"],
  ["PUT", "/api/teams/101", { members: [{ email: "who@example.com" }] }, "members.0"],
  ["POST", "/api/teams", {}, "name"],
  ["PUT", "/api/teams/101", {}, "body"],
])("refuses %s %s %j", async (method, path, body, field) => {
  const response = await call(method, path, body);
  expect([response.status, Object.keys(response.body.error.data)]).toEqual([400, [field]]);
});

it("replaces the members when an update names them", async () => {
  const put = async (body: object) => (await call("PUT", "/api/teams/101", body)).body;
  expect(await put({ name: "First" })).toMatchObject({
    name: "First",
    members: [{ id: 2 }, { id: 3 }],
  });
  expect(await put({ members: [{ id: 4 }] })).toMatchObject({
    name: "First",
    members: [{ id: 4 }],
  });
  expect((await put({ members: [] })).members).toEqual([]);
});

it.each([
  ["", [103, 102, 101]],
  ["order_by=created_datetime:asc", [101, 102, 103]],
  ["order_by=name:asc", [102, 103, 101]],
  ["order_by=name:desc", [101, 103, 102]],
])("lists teams with %j", async (query, expected) => {
  await create({ name: "night" });
  const { records } = await readAll(call, `/api/teams?limit=1&${query}`);
  expect(records.map(({ id }) => id)).toEqual(expected);
});

it("leaves its tickets behind when it is deleted", async () => {
  sandbox().records.tickets.change(1, { assignee_team_id: 101 });
  expect((await call("DELETE", "/api/teams/101")).status).toBe(204);
  expect((await call("GET", "/api/tickets/1")).body.assignee_team).toBeNull();
  expect((await call("GET", "/api/teams/101")).status).toBe(404);
  const { body } = await call("GET", "/api/events?types=team-deleted");
  expect(body.data).toMatchObject([{ object_type: "Team", object_id: 101 }]);
});
