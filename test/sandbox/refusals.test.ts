import { contract } from "gorgias-sandbox/contract";
import { useSandbox } from "../support/sandboxClient";

const { call, sandbox } = useSandbox();
const message = { channel: "chat", from_agent: false, via: "api" };

describe("a request that breaks the contract is refused with 400, naming the field", () => {
  it.each([
    ["an unknown query parameter", "GET", "/api/tickets?status=open", undefined, "status"],
    ["a limit over 100", "GET", "/api/tickets?limit=101", undefined, "limit"],
    ["a limit of 0", "GET", "/api/tickets?limit=0", undefined, "limit"],
    ["a limit that is no number", "GET", "/api/tickets?limit=ten", undefined, "limit"],
    ["a limit in another notation", "GET", "/api/tickets?limit=1e1", undefined, "limit"],
    ["a limit given twice", "GET", "/api/tickets?limit=1&limit=2", undefined, "limit"],
    ["an empty limit", "GET", "/api/tickets?limit=", undefined, "limit"],
    ["an order that does not exist", "GET", "/api/tickets?order_by=id:asc", undefined, "order_by"],
    [
      "an order of another list",
      "GET",
      "/api/messages?order_by=updated_datetime:asc",
      undefined,
      "order_by",
    ],
    ["a boolean that is none", "GET", "/api/tickets?trashed=no", undefined, "trashed"],
    ["array brackets", "GET", "/api/tickets?ticket_ids[]=1", undefined, "ticket_ids[]"],
    ["ids joined by commas", "GET", "/api/tickets?ticket_ids=1,2", undefined, "ticket_ids.0"],
    [
      "an unknown bound of a window",
      "GET",
      "/api/events?created_datetime[eq]=2025-01-01T00:00",
      undefined,
      "created_datetime.eq",
    ],
    [
      "a window without a bound",
      "GET",
      "/api/events?created_datetime=2025-01-01T00:00",
      undefined,
      "created_datetime",
    ],
    [
      "a date that does not exist",
      "GET",
      "/api/events?created_datetime[gt]=2025-13-01T00:00",
      undefined,
      "created_datetime[gt]",
    ],
    [
      "object_type without object_id",
      "GET",
      "/api/events?object_type=Ticket",
      undefined,
      "object_id",
    ],
    ["an id that is no number", "GET", "/api/tickets/one", undefined, "id"],
    ["an id of 0", "GET", "/api/customers/0", undefined, "id"],
    ["a ticket without messages", "POST", "/api/tickets", { subject: "x" }, "messages"],
    ["a ticket with no message", "POST", "/api/tickets", { messages: [] }, "messages"],
    [
      "an unknown key",
      "POST",
      "/api/tickets",
      { messages: [message], assignee_user_id: 2 },
      "assignee_user_id",
    ],
    [
      "an unknown key deep down",
      "POST",
      "/api/tickets",
      { messages: [{ ...message, text: "x" }] },
      "messages.0.text",
    ],
    [
      "a message without channel",
      "POST",
      "/api/tickets",
      { messages: [{ from_agent: true }] },
      "messages.0.channel",
    ],
    ["an unknown status", "PUT", "/api/tickets/1", { status: "snoozed" }, "status"],
    ["an empty update", "PUT", "/api/tickets/1", {}, "body"],
    ["a customer without channels", "POST", "/api/customers", { name: "x" }, "channels"],
    ["a bad email", "POST", "/api/customers", { channels: [], email: "nobody" }, "email"],
    ["a bad time zone", "PUT", "/api/customers/1001", { timezone: "Mars/Base" }, "timezone"],
    ["a null scalar", "PUT", "/api/tickets/1/custom-fields/301", null, "body"],
    ["values in an object", "PUT", "/api/tickets/1/custom-fields", { values: [] }, "body"],
    ["a search for tickets", "POST", "/api/search", { type: "ticket" }, "type"],
    ["a search for too much", "POST", "/api/search", { type: "tag", size: 51 }, "size"],
    ["an unknown upload type", "POST", "/api/upload?type=virus", undefined, "type"],
  ])("%s", async (_, method, path, body, field) => {
    const response = await call(method, path, body);
    expect(response.status).toBe(400);
    expect(response.body.error.msg).toBe("Invalid request.");
    expect(response.body.error.data).toHaveProperty([field]);
    expect(response.body.error.data[field][0]).toEqual(expect.any(String));
  });

  it.each([
    ["not JSON", "application/json", "{"],
    ["no body", "application/json", ""],
    ["another media type", "text/plain", '{"status":"open"}'],
  ])("%s as the body", async (_, contentType, text) => {
    const response = await fetch(`${sandbox().url}/api/tickets/1`, {
      method: "PUT",
      headers: {
        authorization: `Bearer ${sandbox().credentials.accessToken}`,
        "content-type": contentType,
      },
      body: text,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty("error.data.body");
  });
});

it("changes nothing when it refuses", async () => {
  const before = {
    tickets: sandbox().state.tickets.size,
    customers: sandbox().state.customers.size,
  };
  const { status } = await call("POST", "/api/tickets", {
    customer: { email: "new@example.com" },
    tags: [{ name: "brand-new" }],
    messages: [message, { ...message, from_agent: true, sender: { id: 999 } }],
  });
  expect(status).toBe(400);
  expect(sandbox().state.tickets.size).toBe(before.tickets);
  expect(sandbox().state.customers.size).toBe(before.customers);
  expect(sandbox().state.tags.grouped("name", "brand-new")).toEqual([]);
});

describe("paths", () => {
  it("answers 404 in the error form under /api", async () => {
    const { status, body } = await call("GET", "/api/nothing");
    expect([status, body]).toEqual([404, { error: { msg: "No such path: /api/nothing" } }]);
  });

  it("answers an HTML page outside /api, as for an unknown account", async () => {
    const { status, headers, body } = await call("GET", "/tickets");
    expect(status).toBe(404);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(body).toContain("<html>");
  });

  it("answers 405 for a method that a path does not have", async () => {
    const { status, headers } = await call("PATCH", "/api/tickets/1");
    expect([status, headers.get("allow")]).toEqual([405, "GET, PUT, DELETE"]);
  });

  it("takes a trailing slash, as in the uri of a record", async () => {
    const { body } = await call("GET", "/api/tickets/1/");
    expect(body).toMatchObject({ id: 1, uri: "/api/tickets/1/" });
  });

  it("prefers a literal segment over a parameter", async () => {
    const { status } = await call("PUT", "/api/customers/merge?source_id=1001&target_id=1002", {});
    expect(status).toBe(202);
  });
});

describe("operations", () => {
  const performed = contract().operations.filter(({ id }) => id !== "oauth-authorize");

  it.each(performed.map(({ id, method, path }) => [id, method, path]))(
    "%s is performed",
    async (_, method, path) => {
      const body = method === "GET" ? undefined : {};
      const { status } = await call(method, path.replace(/\{[^}]+\}/g, "7"), body);
      expect(status).toBeLessThan(500);
    },
  );

  it("that is not performed answers 501", async () => {
    expect(await call("GET", "/oauth/authorize")).toMatchObject({
      status: 501,
      body: { error: { msg: expect.stringContaining("oauth-authorize") } },
    });
  });
});

describe("an id that does not exist answers 404", () => {
  const message = { channel: "email", from_agent: true };
  const values = [{ id: 306, value: "x" }];

  it.each([
    ["PUT", "/api/account/settings/999", { type: "x" }],
    ["GET", "/api/custom-fields/999", undefined],
    ["PUT", "/api/custom-fields/999", { label: "x" }],
    ["PUT", "/api/custom-fields", [{ id: 301, label: "x" }, { id: 999 }]],
    ["DELETE", "/api/customers", { ids: [1001, 9] }],
    ["PUT", "/api/customers/merge?source_id=9&target_id=1001", {}],
    ["PUT", "/api/customers/merge?source_id=1001&target_id=9", {}],
    ["GET", "/api/customers/9/custom-fields", undefined],
    ["PUT", "/api/customers/9/custom-fields", values],
    ["PUT", "/api/customers/9/custom-fields/306", "x"],
    ["DELETE", "/api/customers/9/custom-fields/306", undefined],
    ["DELETE", "/api/customers/1001/custom-fields/306", undefined],
    ["GET", "/api/integrations/999", undefined],
    ["PUT", "/api/integrations/999", { name: "x" }],
    ["DELETE", "/api/integrations/999", undefined],
    ["GET", "/api/jobs/999", undefined],
    ["PUT", "/api/jobs/999", { meta: {} }],
    ["DELETE", "/api/jobs/999", undefined],
    ["GET", "/api/macros/999", undefined],
    ["PUT", "/api/macros/999", { name: "x" }],
    ["DELETE", "/api/macros/999", undefined],
    ["PUT", "/api/tickets/1/messages/999", message],
    ["PUT", "/api/tickets/2/messages/1000001", message],
    ["DELETE", "/api/tickets/1/messages/999", undefined],
    ["DELETE", "/api/tickets/2/messages/1000001", undefined],
    ["GET", "/api/metric-cards/nothing", undefined],
    ["GET", "/api/phone/voice-calls/999", undefined],
    ["GET", "/api/phone/voice-call-events/999", undefined],
    ["GET", "/api/phone/voice-call-recordings/999", undefined],
    ["DELETE", "/api/phone/voice-call-recordings/999", undefined],
    ["GET", "/api/rules/999", undefined],
    ["PUT", "/api/rules/999", { name: "x" }],
    ["DELETE", "/api/rules/999", undefined],
    ["POST", "/api/rules/priorities", { priorities: [{ id: 999, priority: 1 }] }],
    ["GET", "/api/satisfaction-surveys/999", undefined],
    ["PUT", "/api/satisfaction-surveys/999", { score: 1 }],
    ["GET", "/api/tags/999", undefined],
    ["PUT", "/api/tags/999", { name: "x" }],
    ["DELETE", "/api/tags/999", undefined],
    ["DELETE", "/api/tags", { ids: [204, 999] }],
    ["PUT", "/api/tags/999/merge", { source_tags_ids: [204] }],
    ["PUT", "/api/tags/204/merge", { source_tags_ids: [205, 999] }],
    ["GET", "/api/teams/999", undefined],
    ["PUT", "/api/teams/999", { name: "x" }],
    ["DELETE", "/api/teams/999", undefined],
    ["GET", "/api/tickets/999/tags", undefined],
    ["POST", "/api/tickets/999/tags", { names: ["x"] }],
    ["PUT", "/api/tickets/999/tags", {}],
    ["DELETE", "/api/tickets/999/tags", { ids: [201] }],
    ["GET", "/api/users/999", undefined],
    ["PUT", "/api/users/999", { name: "x" }],
    ["DELETE", "/api/users/999", undefined],
    ["GET", "/api/views/999", undefined],
    ["PUT", "/api/views/999", { name: "x" }],
    ["DELETE", "/api/views/999", undefined],
    ["GET", "/api/views/999/items", undefined],
    ["PUT", "/api/views/999/items", {}],
    ["GET", "/api/widgets/999", undefined],
    ["PUT", "/api/widgets/999", { order: 1 }],
    ["DELETE", "/api/widgets/999", undefined],
  ])("to %s %s", async (method, path, body) => {
    const before = sandbox().state.events.size;
    const { status, body: refusal } = await call(method, path, body);
    expect([status, refusal.error.msg]).toEqual([404, expect.stringContaining("not found")]);
    expect(sandbox().state.events.size).toBe(before);
  });
});
