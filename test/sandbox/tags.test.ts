import { readAll, useSandbox } from "../support/sandboxClient";

const { call, sandbox } = useSandbox();
async function names(query: string) {
  return (await readAll(call, `/api/tags?limit=2&${query}`)).records.map(({ name }) => name);
}
async function usage(id: number) {
  return (await call("GET", `/api/tags/${id}`)).body.usage;
}
/** Leaves tag 204 on tickets 1 and 2, 205 on 2, and no other tag anywhere. */
function tagTickets() {
  const { records, state } = sandbox();
  for (const { id } of [...state.tickets.values()]) {
    records.tickets.change(id, { tag_ids: [] });
  }
  records.tickets.change(1, { tag_ids: [204] });
  records.tickets.change(2, { tag_ids: [204, 205] });
}

it("creates a tag, once a name", async () => {
  const tag = { name: "New", description: "d", decoration: { color: "#fff" } };
  const { status, body } = await call("POST", "/api/tags", tag);
  expect([status, body]).toEqual([
    201,
    {
      ...tag,
      id: 206,
      usage: 0,
      uri: "/api/tags/206/",
      created_datetime: expect.any(String),
      deleted_datetime: null,
    },
  ]);
  expect((await call("GET", body.uri)).body).toEqual(body);
  expect((await call("POST", "/api/tags", { name: "New" })).status).toBe(409);
  expect((await call("POST", "/api/tags", { name: "new" })).status).toBe(201);
});

it.each([
  ["", ["wholesale", "vip", "urgent", "refund", "order-status"]],
  ["order_by=created_datetime:asc", ["order-status", "refund", "urgent", "vip", "wholesale"]],
  ["order_by=name:asc", ["order-status", "refund", "urgent", "vip", "wholesale"]],
  ["order_by=name", ["wholesale", "vip", "urgent", "refund", "order-status"]],
  ["order_by=usage:asc,name:asc", ["order-status", "refund", "urgent", "wholesale", "vip"]],
  ["order_by=usage:desc,name:desc", ["vip", "wholesale", "urgent", "refund", "order-status"]],
  ["search=R", ["urgent", "refund", "order-status"]],
  ["search=nothing", []],
])("lists tags with %j", async (query, expected) => {
  tagTickets();
  expect(await names(query)).toEqual(expected);
});

it("pages through names of any length", async () => {
  for (const end of ["1", "2", "3"]) {
    await call("POST", "/api/tags", { name: `${"🙂".repeat(127)}${end}` });
  }
  expect(await names("order_by=name:asc")).toHaveLength(8);
  expect(await names("order_by=usage:desc,name:desc")).toHaveLength(8);
});

it("refuses usage alone as an order", async () => {
  expect((await call("GET", "/api/tags?order_by=usage:asc")).status).toBe(400);
});

it("updates a tag", async () => {
  const put = (body: object) => call("PUT", "/api/tags/204", body);
  const { status, body } = await put({ name: "VIP", description: "d" });
  expect([status, body]).toEqual([202, expect.objectContaining({ name: "VIP", description: "d" })]);
  expect((await put({ name: "VIP" })).status).toBe(202);
  expect((await put({ name: "refund" })).status).toBe(409);
  const { body: events } = await call("GET", "/api/events?object_type=Tag&object_id=204");
  expect(events.data.map(({ type }: { type: string }) => type)).toEqual([
    "tag-updated",
    "tag-updated",
    "tag-renamed",
  ]);
});

describe("delete", () => {
  it("takes the tag off its tickets", async () => {
    tagTickets();
    expect((await call("DELETE", "/api/tags/204")).status).toBe(204);
    expect((await call("GET", "/api/tags/204")).status).toBe(404);
    expect((await call("GET", "/api/tickets/2")).body.tags).toMatchObject([{ id: 205 }]);
  });

  it("of several removes all of them", async () => {
    expect((await call("DELETE", "/api/tags", { ids: [204, 205, 204] })).status).toBe(204);
    expect(await names("")).toEqual(["urgent", "refund", "order-status"]);
  });

  it.each([
    [202, 'The tag "refund" is used by macro 751.'],
    [203, 'The tag "urgent" is used by rule 602.'],
  ])("of %i, which is in use, answers 409", async (id, reason) => {
    const several = await call("DELETE", "/api/tags", { ids: [204, id] });
    expect([several.status, several.body.error.msg]).toEqual([409, reason]);
    expect((await call("DELETE", `/api/tags/${id}`)).status).toBe(409);
    expect(await names("")).toHaveLength(5);
  });
});

describe("merge", () => {
  it("puts the remaining tag where the others were", async () => {
    tagTickets();
    const { status, body } = await call("PUT", "/api/tags/205/merge", { source_tags_ids: [204] });
    expect([status, body]).toEqual([202, expect.objectContaining({ id: 205, usage: 2 })]);
    expect(await usage(205)).toBe(2);
    expect((await call("GET", "/api/tags/204")).status).toBe(404);
    const { body: events } = await call("GET", "/api/events?types=tag-merged");
    expect(events.data).toMatchObject([{ object_id: 205, data: { merged_tag_id: 204 } }]);
  });

  it("into itself is refused", async () => {
    const { status } = await call("PUT", "/api/tags/205/merge", { source_tags_ids: [204, 205] });
    expect(status).toBe(400);
    expect(await names("")).toHaveLength(5);
  });
});

describe("tags of a ticket", () => {
  const PATH = "/api/tickets/2/tags";
  const ids = async () => (await call("GET", PATH)).body.data.map(({ id }: { id: number }) => id);
  beforeEach(tagTickets);

  it("are listed whole", async () => {
    const { body } = await call("GET", PATH);
    expect(body.data).toMatchObject([
      { id: 204, name: "vip", usage: 2 },
      { id: 205, name: "wholesale", usage: 1 },
    ]);
  });

  it.each([
    ["POST", { ids: [201, 204] }, 201, [204, 205, 201]],
    ["POST", { names: ["refund", "brand new"] }, 201, [204, 205, 202, 206]],
    ["POST", { ids: [201], names: ["order-status"] }, 201, [204, 205, 201]],
    ["PUT", { ids: [203], names: ["vip"] }, 202, [203, 204]],
    ["PUT", {}, 202, []],
    ["DELETE", { ids: [204, 999] }, 204, [205]],
    ["DELETE", { names: ["wholesale", "nothing"], ids: [204] }, 204, []],
  ])("%s %j", async (method, body, status, expected) => {
    const before = (await call("GET", "/api/tickets/2")).body.updated_datetime;
    expect(await call(method, PATH, body)).toMatchObject({ status, body: undefined });
    expect(await ids()).toEqual(expected);
    expect((await call("GET", "/api/tickets/2")).body.updated_datetime > before).toBe(true);
  });

  it.each([
    ["POST", { ids: [201, 999] }, "ids.1"],
    ["PUT", { ids: [999], names: ["fresh"] }, "ids.0"],
    ["POST", {}, "ids"],
    ["DELETE", {}, "ids"],
    ["POST", { names: [""] }, "names.0"],
  ])("%s %j is refused", async (method, body, field) => {
    const response = await call(method, PATH, body);
    expect([response.status, Object.keys(response.body.error.data)]).toEqual([
      400,
      expect.arrayContaining([field]),
    ]);
    expect(await ids()).toEqual([204, 205]);
    expect(sandbox().state.tags.size).toBe(5);
  });

  it("writes the events of what was added and removed", async () => {
    await call("PUT", PATH, { ids: [203, 204] });
    const { body } = await call("GET", "/api/events?object_type=Ticket&object_id=2&limit=3");
    expect(body.data).toMatchObject([
      { type: "ticket-updated" },
      { type: "ticket-tags-removed", data: { tags_removed: [205] } },
      { type: "ticket-tags-added", data: { tags_added: [203] } },
    ]);
  });
});
