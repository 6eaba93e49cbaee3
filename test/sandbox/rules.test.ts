import { readAll, useSandbox } from "../support/sandboxClient";

const { call } = useSandbox();
function create(rule: object = {}) {
  return call("POST", "/api/rules", { name: "New", code: "Action();", ...rule });
}

it("creates a rule; without a priority it comes last", async () => {
  const { status, body } = await create({ event_types: "ticket-created,ticket-updated" });
  expect([status, body]).toEqual([
    201,
    {
      id: 603,
      uri: "/api/rules/603/",
      name: "New",
      code: "Action();",
      code_ast: { type: "Program", body: [], sourceType: "script" },
      description: null,
      event_types: "ticket-created,ticket-updated",
      priority: 3,
      created_datetime: expect.any(String),
      updated_datetime: body.created_datetime,
      deactivated_datetime: null,
    },
  ]);
  expect((await call("GET", body.uri)).body).toEqual(body);
  expect(
    (await create({ priority: 1, deactivated_datetime: "2026-01-01T00:00Z" })).body,
  ).toMatchObject({
    priority: 1,
    deactivated_datetime: "2026-01-01T00:00:00.000000+00:00",
  });
});

it.each([
  [{ priority: "1" }, "priority"],
  [{ code: undefined }, "code"],
])("refuses %j", async (rule, field) => {
  const { status, body } = await create(rule);
  expect([status, Object.keys(body.error.data)]).toEqual([400, [field]]);
});

it.each([
  ["", [603, 602, 601], 1],
  ["order_by=created_datetime:asc&limit=2", [601, 602, 603], 2],
])("lists rules with %j", async (query, expected, pages) => {
  await create();
  const listed = await readAll(call, `/api/rules?${query}`);
  expect([listed.records.map(({ id }) => id), listed.pages]).toEqual([expected, pages]);
});

it("gives pages of 100 by default", async () => {
  for (let n = 0; n < 99; n++) {
    await create();
  }
  expect((await call("GET", "/api/rules")).body.data).toHaveLength(100);
});

it("updates, reactivates and deletes a rule", async () => {
  const put = { name: "Renamed", deactivated_datetime: null };
  const { status, body } = await call("PUT", "/api/rules/602", put);
  expect([status, body]).toEqual([202, expect.objectContaining({ ...put, priority: 2 })]);
  expect((await call("DELETE", "/api/rules/602")).status).toBe(204);
  expect((await call("GET", "/api/rules/602")).status).toBe(404);
});

it("sets priorities, of all rules or of none", async () => {
  const post = (priorities: object[]) => call("POST", "/api/rules/priorities", { priorities });
  const { status, body } = await post([
    { id: 602, priority: 1 },
    { id: 601, priority: 7 },
  ]);
  expect([status, body]).toEqual([
    202,
    [
      expect.objectContaining({ id: 601, priority: 7 }),
      expect.objectContaining({ id: 602, priority: 1 }),
    ],
  ]);
  expect(
    (
      await post([
        { id: 601, priority: 9 },
        { id: 999, priority: 1 },
      ])
    ).status,
  ).toBe(404);
  expect((await call("GET", "/api/rules/601")).body.priority).toBe(7);
  const { body: events } = await call("GET", "/api/events?types=rule-priority-updated");
  expect(events.data).toHaveLength(2);
});
