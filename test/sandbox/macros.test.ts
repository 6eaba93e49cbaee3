import { readAll, useSandbox } from "../support/sandboxClient";

const { call } = useSandbox();
const tagging = {
  name: "addTags",
  title: "Add tags",
  type: "user",
  arguments: { tags: "vip, refund" },
};
function create(macro: object = {}) {
  return call("POST", "/api/macros", { name: "New", ...macro });
}
async function ids(query: string) {
  return (await readAll(call, `/api/macros?limit=2&${query}`)).records.map(({ id }) => id);
}

it("creates a macro", async () => {
  const macro = {
    name: "Sorry",
    external_id: "e",
    intent: "order/damaged",
    language: "en",
    actions: [{ ...tagging, description: null }],
  };
  const { status, body } = await create(macro);
  expect([status, body]).toEqual([
    201,
    {
      ...macro,
      id: 755,
      uri: "/api/macros/755/",
      usage: 0,
      created_datetime: expect.any(String),
      updated_datetime: body.created_datetime,
      archived_datetime: null,
    },
  ]);
  expect((await call("GET", body.uri)).body).toEqual(body);
});

it.each([
  ["", [755, 753, 752, 751]],
  ["order_by=created_datetime:asc", [751, 752, 753, 755]],
  ["order_by=updated_datetime:desc", [751, 755, 753, 752]],
  ["order_by=name:asc", [753, 755, 751, 752]],
  ["order_by=usage", [752, 751, 753, 755]],
  ["order_by=language:desc", [755, 753, 752, 751]],
  ["order_by=relevance:desc&ticket_id=1", [752, 751, 753, 755]],
  ["archived=true", [754]],
  ["archived=false&languages=fr&languages=it", [755, 753]],
  ["languages=en", [752, 751]],
  ["search=POL", [751]],
  ["tags=refund", [755, 751]],
  ["tags=refund&tags=vip", [755]],
  ["ticket_id=1&message_id=1000001&number_predictions=3&search=thank", [752]],
])("lists macros with %j", async (query, expected) => {
  await create({ language: "it", actions: [tagging] });
  await call("PUT", "/api/macros/751", { intent: "refund/request" });
  expect(await ids(query)).toEqual(expected);
});

it.each([
  ["order_by=relevance:asc", "ticket_id"],
  ["ticket_id=999", "ticket_id"],
  ["message_id=1", "message_id"],
])("refuses the list with %j", async (query, field) => {
  const { status, body } = await call("GET", `/api/macros?${query}`);
  expect([status, Object.keys(body.error.data)]).toEqual([400, [field]]);
});

it.each([
  [{ nonsense: 1 }, "nonsense"],
  [{ actions: [{ name: "x", title: "y" }] }, "actions.0.arguments"],
])("refuses %j", async (macro, field) => {
  const { status, body } = await create(macro);
  expect([status, Object.keys(body.error.data)]).toEqual([400, [field]]);
});

it("updates what is named; actions replace the whole list", async () => {
  const { status, body } = await call("PUT", "/api/macros/751", { actions: [tagging] });
  expect([status, body]).toEqual([
    202,
    expect.objectContaining({ name: "Refund policy", language: "en", actions: [tagging] }),
  ]);
});

it("deletes a macro unless a rule uses it", async () => {
  expect((await call("DELETE", "/api/macros/751")).status).toBe(204);
  expect((await call("GET", "/api/macros/751")).status).toBe(404);
  const { status, body } = await call("DELETE", "/api/macros/752");
  expect([status, body.error.msg]).toEqual([409, "The macro is used by rule 601."]);
});

it("archives and brings back macros, with a result for each", async () => {
  const put = async (action: string, macros: number[]) => {
    const { status, body } = await call("PUT", `/api/macros/${action}`, { ids: macros });
    expect(status).toBe(200);
    return body.data.map(({ id, status: result }: { id: number; status: string }) => [id, result]);
  };
  expect(await put("archive", [751, 752, 754, 999])).toEqual([
    [751, "archived"],
    [752, "macro_used"],
    [754, "already_archived"],
    [999, "not_found"],
  ]);
  expect(await ids("archived=true")).toEqual([754, 751]);
  expect(await put("unarchive", [751, 753, 999])).toEqual([
    [751, "unarchived"],
    [753, "already_not_archived"],
    [999, "not_found"],
  ]);
  expect(await ids("archived=true")).toEqual([754]);
  const many = Array.from({ length: 31 }, (_, index) => index + 1);
  expect((await call("PUT", "/api/macros/archive", { ids: many })).status).toBe(400);
});
