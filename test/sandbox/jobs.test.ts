import { ManualClock, readAll, useSandbox } from "../support/sandboxClient";

const clock = new ManualClock();
const { call, sandbox } = useSandbox({ clock, jobStepMs: 10_000 });
function create(type: string, params: object, more: object = {}) {
  return call("POST", "/api/jobs", { type, params, ...more });
}
async function get(id: number) {
  const { status, body } = await call("GET", `/api/jobs/${id}`);
  expect(status).toBe(200);
  return body;
}
function ahead(ms: number) {
  return new Date(clock.ms + ms).toISOString();
}
/** Runs a job to its end. */
async function run(type: string, params: object) {
  const { status, body } = await create(type, params);
  expect([status, body.error]).toEqual([201, undefined]);
  clock.ms += 20_000;
  return get(body.id);
}

it("waits, runs and ends as the clock goes on", async () => {
  const { status, body } = await create("exportTicket", {}, { meta: { a: 1 } });
  expect([status, body]).toEqual([
    201,
    {
      id: 832,
      uri: "/api/jobs/832/",
      type: "exportTicket",
      status: "pending",
      params: {},
      info: null,
      meta: { a: 1 },
      user_id: 1,
      created_datetime: expect.any(String),
      scheduled_datetime: null,
      started_datetime: null,
      ended_datetime: null,
      failed_datetime: null,
      locked_datetime: null,
      cancel_requested_datetime: null,
      cancelled_datetime: null,
    },
  ]);
  clock.ms += 9_999;
  expect((await get(832)).status).toBe("pending");
  clock.ms += 1;
  expect(await get(832)).toMatchObject({ status: "running", started_datetime: expect.any(String) });
  clock.ms += 10_000;
  expect(await get(832)).toMatchObject({ status: "done", ended_datetime: expect.any(String) });
});

it("starts when it is scheduled", async () => {
  const { id } = (await create("exportTicket", {}, { scheduled_datetime: ahead(3_600_000) })).body;
  clock.ms += 3_599_999;
  expect((await get(id)).status).toBe("scheduled");
  clock.ms += 1;
  expect((await get(id)).status).toBe("pending");
  clock.ms += 1_000_000;
  expect((await get(id)).status).toBe("done");
});

describe("what it does", () => {
  const open = (ids: number[]) =>
    ids.forEach(
      (id) => void sandbox().records.tickets.change(id, { status: "open", tag_ids: [205] }),
    );

  it("deletes tickets; those that do not exist are passed over", async () => {
    expect((await run("deleteTicket", { ticket_ids: [1, 2, 999] })).info).toEqual({ count: 2 });
    expect((await call("GET", "/api/tickets/2")).status).toBe(404);
  });

  it("updates the tickets of a view", async () => {
    const count = (await call("GET", "/api/tickets?view_id=501&limit=100")).body.data.length;
    const job = await run("updateTicket", { view_id: 501, updates: { status: "closed" } });
    expect(job).toMatchObject({ status: "done", info: { count } });
    expect((await call("GET", "/api/tickets?view_id=501")).body.data).toEqual([]);
  });

  it("updates the tickets of filters", async () => {
    open([1, 2]);
    const view = {
      filters: "containsAny(ticket.tags.name, ['wholesale']) && eq(ticket.status, 'open')",
    };
    await run("updateTicket", { view, updates: { subject: "Found" } });
    const subjects = [1, 2].map(
      async (id) => (await call("GET", `/api/tickets/${id}`)).body.subject,
    );
    expect(await Promise.all(subjects)).toEqual(["Found", "Found"]);
  });

  it.each([
    [751, {}, "open", [205, 202]],
    [751, { apply_and_close: true }, "closed", [205, 202]],
    [753, {}, "closed", [205]],
  ])("applies macro %i", async (macro_id, more, status, tags) => {
    open([1]);
    await run("applyMacro", { ticket_ids: [1], macro_id, ...more });
    const { body } = await call("GET", "/api/tickets/1");
    expect([body.status, body.tags.map(({ id }: { id: number }) => id)]).toEqual([status, tags]);
  });

  it.each([[{ ticket_ids: [] }], [{ view: {} }]])(
    "takes the empty selection %j for all tickets: the worst that it could mean",
    async (selection) => {
      await run("updateTicket", { ...selection, updates: { spam: true } });
      expect([...sandbox().state.tickets.values()].every(({ spam }) => spam)).toBe(true);
    },
  );

  it("fails when a ticket cannot be changed so", async () => {
    const updates = { assignee_user: { id: 999 } };
    expect(await run("updateTicket", { ticket_ids: [1], updates })).toMatchObject({
      status: "errored",
      failed_datetime: expect.any(String),
      info: { error: { data: { "assignee_user.id": ["No such user."] } } },
    });
  });
});

it.each([
  ["updateTicket", { ticket_ids: [1] }, {}, "params.updates"],
  ["updateTicket", { ticket_ids: [1], updates: { status: "ajar" } }, {}, "params.updates.status"],
  ["deleteTicket", {}, {}, "params.ticket_ids"],
  ["applyMacro", { ticket_ids: [1] }, {}, "params.macro_id"],
  ["applyMacro", { ticket_ids: [1], macro_id: 999 }, {}, "params.macro_id"],
  ["deleteTicket", { view_id: 999 }, {}, "params.view_id"],
  ["importMacro", {}, {}, "params.url"],
  ["exportTicket", {}, { scheduled_datetime: "2099-01-01T00:00Z" }, "scheduled_datetime"],
  ["deleteTicket", { view: { filters: "eq(ticket.status" } }, {}, "filters"],
])("refuses a job of type %s with %j %j", async (type, params, more, field) => {
  const { status, body } = await create(type, params, more);
  expect([status, Object.keys(body.error.data)]).toEqual([400, [field]]);
});

describe("cancel", () => {
  it.each([
    ["a waiting job at once", 0, ["canceled", "canceled"]],
    ["a running job at its next step", 10_000, ["cancel_requested", "canceled"]],
  ])("ends %s", async (_, afterMs, statuses) => {
    const { id } = (await create("deleteTicket", { ticket_ids: [1] })).body;
    clock.ms += afterMs;
    expect((await call("DELETE", `/api/jobs/${id}`)).status).toBe(204);
    const first = await get(id);
    clock.ms += 10_000;
    const then = await get(id);
    expect([first.status, then.status]).toEqual(statuses);
    expect(then).toMatchObject({
      cancel_requested_datetime: expect.any(String),
      cancelled_datetime: expect.any(String),
    });
    expect((await call("GET", "/api/tickets/1")).status).toBe(200);
    expect((await call("DELETE", `/api/jobs/${id}`)).status).toBe(400);
  });

  it("can be asked for by an update too", async () => {
    const { id } = (await create("exportTicket", {})).body;
    const { status, body } = await call("PUT", `/api/jobs/${id}`, { status: "canceled" });
    expect([status, body.status]).toEqual([202, "canceled"]);
  });
});

describe("an update", () => {
  it("changes a job that waits", async () => {
    const { id } = (await create("deleteTicket", { ticket_ids: [1] })).body;
    const put = (body: object) => call("PUT", `/api/jobs/${id}`, body);
    const update = {
      params: { ticket_ids: [2] },
      meta: { b: 1 },
      scheduled_datetime: ahead(60_000),
    };
    const { status, body } = await put(update);
    expect([status, body]).toEqual([
      202,
      expect.objectContaining({ status: "scheduled", params: { ticket_ids: [2] }, meta: { b: 1 } }),
    ]);
    clock.ms += 20_000;
    expect((await get(id)).status).toBe("scheduled");
    expect((await put({ scheduled_datetime: null })).body.status).toBe("pending");
    clock.ms += 20_000;
    expect((await get(id)).status).toBe("done");
    const found = await Promise.all([1, 2].map((ticket) => call("GET", `/api/tickets/${ticket}`)));
    expect(found.map((response) => response.status)).toEqual([200, 404]);
  });

  it.each([
    ["of a job that has ended", "831", { meta: {} }],
    ["of the status to one that nobody can set", "832", { status: "done" }],
    ["that takes away what the job needs", "832", { params: {} }],
  ])("%s is refused", async (_, id, body) => {
    await create("deleteTicket", { ticket_ids: [1] });
    expect((await call("PUT", `/api/jobs/${id}`, body)).status).toBe(400);
  });
});

it.each([
  ["", [833, 832, 831]],
  ["order_by=created_datetime:asc", [831, 832, 833]],
  ["status=pending", [833, 832]],
  ["type=exportTicket&status=done", [831]],
])("lists jobs with %j", async (query, expected) => {
  await create("exportTicket", {});
  await create("exportMacro", {});
  const { records } = await readAll(call, `/api/jobs?limit=2&${query}`);
  expect(records.map(({ id }) => id)).toEqual(expected);
});
