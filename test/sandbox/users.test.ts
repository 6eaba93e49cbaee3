import { readAll, useSandbox } from "../support/sandboxClient";

const { call, sandbox } = useSandbox();
const NEW = { email: "new@sandbox.example", name: "Nia New", role: { name: "lite-agent" } };
function create(user: object = {}) {
  return call("POST", "/api/users", { ...NEW, ...user });
}

it("creates a user", async () => {
  const { status, body } = await create({
    bio: "b",
    country: "FR",
    external_id: "e",
    language: "fr",
    timezone: "Europe/Paris",
    meta: { sso: "google" },
  });
  expect([status, body]).toEqual([
    201,
    expect.objectContaining({
      ...NEW,
      id: 6,
      uri: "https://sandbox.gorgias.com/api/users/6/",
      firstname: "Nia",
      lastname: "New",
      bio: "b",
      country: "FR",
      external_id: "e",
      language: "fr",
      timezone: "Europe/Paris",
      meta: { sso: "google" },
      active: true,
      has_password: false,
    }),
  ]);
  expect((await call("GET", "/api/users/6")).body).toEqual(body);
});

it.each([
  ["an email that is taken", { email: "ANNA@sandbox.example" }, 409, "email"],
  ["the role of a bot", { role: { name: "bot" } }, 400, "role.name"],
  ["roles", { roles: [{ name: "agent" }] }, 400, "roles"],
  ["a language that the helpdesk does not have", { language: "de" }, 400, "language"],
])("refuses %s", async (_, input, status, field) => {
  const response = await create(input);
  expect([response.status, Object.keys(response.body.error.data)]).toEqual([status, [field]]);
});

it("knows the caller as user 0", async () => {
  const { body } = await call("GET", "/api/users/0");
  expect(body).toMatchObject({ id: 1, email: sandbox().credentials.username });
  await call("PUT", "/api/users/0", { bio: "Me" });
  expect((await call("GET", "/api/users/1")).body.bio).toBe("Me");
  expect((await call("DELETE", "/api/users/0")).status).toBe(400);
});

it.each([
  ["", [6, 5, 4, 3, 2, 1]],
  ["order_by=created_datetime:asc", [1, 2, 3, 4, 5, 6]],
  ["order_by=name:asc", [2, 3, 5, 4, 6, 1]],
  ["order_by=email:desc", [1, 6, 4, 5, 3, 2]],
  ["order_by=role.name:asc", [1, 2, 4, 3, 5, 6]],
  ["email=BEN@sandbox.example", [3]],
  ["external_id=e", [6]],
  ["roles=admin&roles=bot", [5, 1]],
  ["search=lia", [4]],
  ["search=NEW@", [6]],
  ["available_first=true&search=basic", [3]],
])("lists users with %j", async (query, expected) => {
  await create({ external_id: "e" });
  const { records } = await readAll(call, `/api/users?limit=4&${query}`);
  expect(records.map(({ id }) => id)).toEqual(expected);
});

describe("an update", () => {
  const put = (body: object) => call("PUT", "/api/users/2", body);

  it("changes what it names", async () => {
    const { status, body } = await put({ name: "Ann Other", role: { name: "admin" } });
    expect([status, body]).toEqual([
      202,
      expect.objectContaining({
        name: "Ann Other",
        firstname: "Ann",
        lastname: "Other",
        role: { name: "admin" },
        email: "anna@sandbox.example",
      }),
    ]);
  });

  it.each([
    [{ email: "ben@sandbox.example" }, 409],
    [{ email: "anna@sandbox.example" }, 202],
    [{ new_password: "n" }, 400],
    [{ new_password: "n", old_password: "o" }, 400],
    [{ new_password: "n", old_password: "o", password_confirmation: "m" }, 400],
    [{ new_password: "n", old_password: "o", password_confirmation: "n", two_fa_code: "1" }, 202],
    [{}, 400],
  ])("%j answers %i, and shows no password", async (body, status) => {
    const response = await put(body);
    expect(response.status).toBe(status);
    expect(JSON.stringify(response.body)).not.toContain("new_password");
  });
});

describe("delete", () => {
  it("leaves the tickets and messages of the user", async () => {
    sandbox().records.tickets.change(1, { assignee_user_id: 2 });
    const message = { channel: "internal-note", from_agent: true, sender: { id: 2 } };
    const { id } = (await call("POST", "/api/tickets/1/messages", message)).body;
    expect((await call("DELETE", "/api/users/2")).status).toBe(204);
    expect((await call("GET", "/api/users/2")).status).toBe(404);
    expect((await call("GET", "/api/tickets/1")).body.assignee_user).toBeNull();
    expect((await call("GET", `/api/tickets/1/messages/${id}`)).body.sender).toBeNull();
    expect((await call("GET", "/api/teams/101")).body.members).toMatchObject([{ id: 3 }]);
  });

  it.each([1, 5])("of the owner or the bot (%i) is forbidden", async (id) => {
    expect((await call("DELETE", `/api/users/${id}`)).status).toBe(403);
  });
});
