import { useSandbox } from "../support/sandboxClient";

const { call } = useSandbox();
const http = {
  url: "http://127.0.0.1:1/hook",
  method: "POST",
  request_content_type: "application/json",
  response_content_type: "application/json",
};
function create(input: object = {}) {
  return call("POST", "/api/integrations", { name: "Hook", type: "http", ...input });
}
const NONE = {
  "ticket-created": false,
  "ticket-updated": false,
  "ticket-message-created": false,
  "ticket-self-unsnoozed": false,
  "ticket-message-failed": false,
  "ticket-assignment-updated": false,
  "ticket-status-updated": false,
  "ticket-handed-over": false,
};

it("creates an HTTP integration; the secret is not shown", async () => {
  const headers = { "X-Key": "k" };
  const { status, body } = await create({
    description: "d",
    http: { ...http, headers, hmac_secret: "s", triggers: { "ticket-created": true } },
  });
  expect([status, body]).toEqual([
    201,
    {
      id: 402,
      uri: "/api/integrations/402/",
      name: "Hook",
      type: "http",
      description: "d",
      decoration: null,
      managed: false,
      business_hours_id: null,
      application_id: null,
      created_datetime: expect.any(String),
      updated_datetime: body.created_datetime,
      deactivated_datetime: null,
      locked_datetime: null,
      meta: null,
      user: { id: 1 },
      http: {
        ...http,
        id: 402,
        oauth2: null,
        headers,
        triggers: { ...NONE, "ticket-created": true },
      },
    },
  ]);
  expect((await call("GET", body.uri)).body).toEqual(body);
});

it("keeps what an update does not name, triggers too", async () => {
  const triggers = { "ticket-created": true, "ticket-updated": true };
  const { id } = (await create({ http: { ...http, triggers } })).body;
  const { status, body } = await call("PUT", `/api/integrations/${id}`, {
    name: "Renamed",
    http: { url: "http://localhost/x", triggers: { "ticket-updated": false } },
  });
  expect([status, body]).toEqual([
    202,
    expect.objectContaining({
      name: "Renamed",
      http: {
        ...http,
        id,
        oauth2: null,
        url: "http://localhost/x",
        triggers: { ...NONE, "ticket-created": true },
      },
    }),
  ]);
});

it.each([
  ["without a filter", "", [402, 401]],
  ["of a type", "?type=http", [402]],
  ["of a type that there is none of", "?type=sms", []],
  ["oldest first", "?order_by=created_datetime:asc", [401, 402]],
])("lists integrations %s", async (_, query, expected) => {
  await create();
  const { body } = await call("GET", `/api/integrations${query}`);
  expect(body.data.map(({ id }: { id: number }) => id)).toEqual(expected);
});

it.each([
  ["another type", { type: "email" }, "type"],
  ["a trigger that is text", { http: { ...http, triggers: { a: "true" } } }, "http.triggers.a"],
  ["no method", { http: { url: "x" } }, "http.method"],
])("refuses %s", async (_, input, field) => {
  const { status, body } = await create(input);
  expect([status, Object.keys(body.error.data)]).toEqual([400, expect.arrayContaining([field])]);
});

it("refuses HTTP settings for an email integration, and takes a name", async () => {
  const put = (body: object) => call("PUT", "/api/integrations/401", { name: "Mail", ...body });
  expect((await put({ http: { url: "http://localhost" } })).status).toBe(400);
  expect(await put({})).toMatchObject({ status: 202, body: { name: "Mail", type: "email" } });
});

it("is deleted unless a rule uses it", async () => {
  const { uri } = (await create()).body;
  expect((await call("DELETE", uri)).status).toBe(204);
  expect((await call("GET", uri)).status).toBe(404);
  const { status, body } = await call("DELETE", "/api/integrations/401");
  expect([status, body.error.msg]).toEqual([409, "The integration is used by rule 601."]);
});

it("writes its events", async () => {
  const { id } = (await create()).body;
  const put = (deactivated_datetime: string | null) =>
    call("PUT", `/api/integrations/${id}`, { name: "x", deactivated_datetime });
  await put("2026-01-01T00:00");
  await put(null);
  await call("DELETE", `/api/integrations/${id}`);
  const path = `/api/events?object_type=Integration&object_id=${id}&order_by=created_datetime:asc`;
  const { body } = await call("GET", path);
  expect(body.data.map(({ type }: { type: string }) => type)).toEqual([
    "integration-created",
    "integration-deactivated",
    "integration-updated",
    "integration-reactivated",
    "integration-updated",
    "integration-deleted",
  ]);
});
