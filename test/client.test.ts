import { createClient } from "../src/client";
import type { ApiRequest } from "../src/http/apiRequest";
import { path } from "../src/http/path";
import { connectionTo, NEW_TICKET, traffic, useClock, useOrigin, useServer } from "./support/http";
import { apiKeyConnection, recordingLogger, useSandbox } from "./support/integration";

useClock();

function clientOf(connection: Parameters<typeof createClient>[0]) {
  const { logger, lines } = recordingLogger();
  return { client: createClient(connection, { logger: logger as never }), logger, lines };
}

describe("with the sandbox", () => {
  const sandbox = useSandbox({ tickets: 5 });
  const client = () => clientOf(connectionTo(sandbox())).client;

  it("reads, with its parameters in path and query", async () => {
    const inputs = { id: 1, relationships: ["custom_fields" as const] };
    const data = await client().request("GET /tickets/{id}", inputs);
    expect(data).toMatchObject({ id: 1 });
    expect(sandbox().requests).toMatchObject([
      {
        method: "GET",
        path: "/api/tickets/1",
        query: "relationships=custom_fields",
        body: undefined,
      },
    ]);
    expect(sandbox().requests[0]?.headers).not.toHaveProperty("content-type");
  });

  it("creates, and leaves out what is undefined", async () => {
    const body = { ...NEW_TICKET, subject: undefined, external_id: "order-5" };
    const data = await client().request("POST /tickets", body as never);
    expect(sandbox().state.tickets.get(data.id)).toMatchObject({ external_id: "order-5" });
    expect(sandbox().requests).toMatchObject([
      {
        method: "POST",
        path: "/api/tickets",
        query: "",
        body: { ...NEW_TICKET, external_id: "order-5" },
        headers: { "content-type": "application/json" },
        status: 201,
      },
    ]);
    expect(sandbox().requests[0]?.body).not.toHaveProperty("subject");
  });

  it("takes parameters beside a body", async () => {
    const inputs = { ticket_id: 1, id: 1, action: "force" as const, body_text: "x" };
    await client()
      .request("PUT /tickets/{ticket_id}/messages/{id}", inputs as never)
      .catch(() => undefined);
    expect(sandbox().requests).toMatchObject([
      { path: "/api/tickets/1/messages/1", query: "action=force", body: { body_text: "x" } },
    ]);
  });

  it("updates, and sends null as null", async () => {
    const inputs = { id: 1, subject: "New", assignee_user: null };
    const data = await client().request("PUT /tickets/{id}", inputs);
    expect(data).toMatchObject({ id: 1, subject: "New", assignee_user: null });
    expect(sandbox().requests).toMatchObject([
      { method: "PUT", body: { subject: "New", assignee_user: null }, status: 202 },
    ]);
  });

  it.each([[[{ id: 301, value: "x" }]], [[]], ["text"], [5], [0], [false], [null]])(
    "a body of %j is sent as JSON",
    async (body) => {
      const inputs = { ticket_id: 1, body } as never;
      await client()
        .request("PUT /tickets/{ticket_id}/custom-fields", inputs)
        .catch(() => undefined);
      expect(sandbox().requests).toMatchObject([
        { body, headers: { "content-type": "application/json" } },
      ]);
    },
  );

  it("deletes, and gives nothing", async () => {
    expect(await client().request("DELETE /tickets/{id}", { id: 1 })).toBeUndefined();
    expect(traffic(sandbox())).toEqual(["DELETE /api/tickets/1 204"]);
    expect(sandbox().state.tickets.has(1)).toBe(false);
    expect(sandbox().requests[0]).toMatchObject({ body: undefined, query: "" });
  });

  it("send gives status and headers too", async () => {
    const response = await client().send({
      method: "GET",
      path: path`/account`,
      expect: "json",
      effect: "none",
    });
    expect(response).toMatchObject({
      status: 200,
      data: { domain: expect.any(String) },
      headers: {
        "content-type": "application/json",
        "x-gorgias-account-api-call-limit": "1/40",
        date: expect.stringMatching(/GMT$/),
      },
    });
  });

  it("download gives the bytes and their type", async () => {
    const data = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const { fileType, domainHash, resourceName } = sandbox().storeFile({
      name: "a.png",
      contentType: "image/png",
      data,
    });
    const file = await client().download(path`/${fileType}/download/${domainHash}/${resourceName}`);
    expect(file.contentType).toBe("image/png");
    expect(Buffer.compare(file.data, data)).toBe(0);
    expect(sandbox().requests[0]?.headers.accept).toBe("*/*");
    expect(sandbox().storageRequests).toHaveLength(1);
  });

  it("says who it is and what it takes", async () => {
    await client().request("GET /account", {});
    expect(sandbox().requests[0]?.headers).toMatchObject({
      accept: "application/json",
      "user-agent": "prismatic-gorgias-component",
    });
  });

  it("hands on the log of its run", () => {
    const { client: own, logger } = clientOf(connectionTo(sandbox()));
    expect(own.logger).toBe(logger);
  });
});

describe("with whatever Gorgias may answer", () => {
  const server = useServer();
  useOrigin(() => server.url);
  const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });
  const send = (request: Partial<ApiRequest>) =>
    clientOf(connection).client.send({
      method: "GET",
      path: path`/things`,
      expect: "json",
      effect: "none",
      ...request,
    });
  const respondWith = (body: string, type: string | undefined, status = 200) =>
    server.respondWith((response) =>
      response.writeHead(status, type ? { "Content-Type": type } : {}).end(body),
    );

  it.each<[ApiRequest["expect"], string, string | undefined, unknown]>([
    ["json", '{"a":1}', "application/json", { a: 1 }],
    ["json", '{"a":1}', "text/plain", { a: 1 }],
    ["json", '{"a":1}', undefined, { a: 1 }],
    ["json", " 5 ", "application/json", 5],
    ["json", "null", "application/json", null],
    ["text", '{"a":1}', "application/json", '{"a":1}'],
    ["text", "", "text/plain", ""],
    ["any", '{"a":1}', "application/json; charset=utf-8", { a: 1 }],
    ["any", '{"a":1}', "application/problem+json", { a: 1 }],
    ["any", '{"a":1}', "APPLICATION/JSON", { a: 1 }],
    ["any", '{"a":1}', "text/plain", '{"a":1}'],
    ["any", '{"a":1}', undefined, '{"a":1}'],
    ["any", '{"a":1}', "application/jsonlines", '{"a":1}'],
    ["any", "a;b", "text/csv", "a;b"],
    ["bytes", '{"a":1}', "application/json", Buffer.from('{"a":1}')],
  ])("expecting %s: %j of type %s is %j", async (expected, body, type, data) => {
    respondWith(body, type);
    expect((await send({ expect: expected })).data).toEqual(data);
  });

  it.each(["POST", "PUT", "DELETE", "PATCH"])("%s: no body is no data", async (method) => {
    respondWith("", "application/json");
    expect((await send({ method })).data).toBeUndefined();
    expect(server.requests).toHaveLength(1);
  });

  it("GET: a 204 is no data", async () => {
    respondWith("", undefined, 204);
    expect(await send({})).toMatchObject({ data: undefined, status: 204 });
  });

  it.each([200, 201, 202, 203, 206])("%d is a success", async (status) => {
    respondWith('{"a":1}', "application/json", status);
    expect(await send({ method: "POST" })).toMatchObject({ data: { a: 1 }, status });
  });

  it("headers of the request are sent, but never in the place of the credentials", async () => {
    await send({
      headers: {
        "x-mine": "1",
        authorization: "Basic ZXZpbA==",
        "user-agent": "mine",
        accept: "a/b",
      },
    });
    const basic = Buffer.from("jane@example.com:key-0123456789").toString("base64");
    expect(server.requests[0]?.headers).toMatchObject({
      "x-mine": "1",
      authorization: `Basic ${basic}`,
      "user-agent": "mine",
      accept: "a/b",
    });
  });

  it("the type of the body is stated once", async () => {
    await send({
      method: "POST",
      body: "x",
      contentType: "text/plain",
      headers: { "content-type": "a/b" },
    });
    expect(server.requests[0]?.headers["content-type"]).toBe("text/plain");
  });

  it.each([
    "/../admin",
    "/%2e%2e/admin",
    "/..",
    "/tickets/../../admin",
    "@evil.com/",
    ".evil.com/",
    ":1/",
  ])("a path that leaves /api is never sent, wherever it comes from: %s", async (outside) => {
    await expect(send({ path: outside as ApiRequest["path"] })).rejects.toMatchObject({
      name: "InputError",
      message: `${outside} leaves the Gorgias API.`,
    });
    expect(server.requests).toEqual([]);
  });
});
