import { startSandbox } from "gorgias-sandbox";
import { basicAuth, bearerAuth, call as callSandbox, useSandbox } from "../support/sandboxClient";

const { call, sandbox } = useSandbox();
function basic(pair: string) {
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

it.each([
  ["an API key", () => basicAuth(sandbox())],
  ["a bearer token", () => bearerAuth(sandbox())],
  ["a scheme in lower case", () => bearerAuth(sandbox()).replace("Bearer", "bearer")],
])("lets in %s", async (_, authorization) => {
  const response = await call("GET", "/api/account", undefined, { authorization: authorization() });
  expect(response.status).toBe(200);
  expect(response.body).toMatchObject({ domain: "sandbox", status: { status: "active" } });
});

it.each([
  ["no credentials", () => ""],
  ["a wrong key", () => basic(`${sandbox().credentials.username}:wrong`)],
  ["another user", () => basic(`nobody@example.com:${sandbox().credentials.apiKey}`)],
  ["a wrong token", () => "Bearer wrong"],
  ["the API key as a token", () => `Bearer ${sandbox().credentials.apiKey}`],
  ["an unknown scheme", () => "Digest abc"],
])("refuses %s with 401, and performs nothing", async (_, authorization) => {
  const headers = { authorization: authorization() };
  const { status, body } = await call("DELETE", "/api/tickets/1", undefined, headers);
  expect([status, body]).toEqual([401, { error: { msg: "Unauthorized." } }]);
  expect(sandbox().state.tickets.has(1)).toBe(true);
});

it("asks for credentials before it says whether a path exists", async () => {
  const { status } = await call("GET", "/api/nothing", undefined, { authorization: "" });
  expect(status).toBe(401);
});

describe("scopes of an OAuth token", () => {
  const archive = async (scopes?: string[]) => {
    const other = await startSandbox({ rateLimit: false, ...(scopes && { scopes }) });
    const headers = { authorization: bearerAuth(other) };
    const put = { ids: [751] };
    const response = await callSandbox(other, "PUT", "/api/macros/archive", put, headers);
    const read = await callSandbox(other, "GET", "/api/macros", undefined, headers);
    await other.close();
    return { response, read };
  };

  it("without write:all do not archive macros, as recorded", async () => {
    const { response, read } = await archive(["macros:read", "macros:write"]);
    expect([response.status, read.status]).toEqual([403, 200]);
    expect(response.body.error.msg).toBe(
      "You do not have enough permissions to perform this action. Missing scope: write:all.",
    );
  });

  it("with write:all allow everything", async () => {
    const { response, read } = await archive();
    expect([response.status, read.status]).toEqual([200, 200]);
  });
});

it("a response has status 200 for every POST and PUT through a proxy", async () => {
  const other = await startSandbox({ rateLimit: false, proxied: true });
  const statuses = [
    await callSandbox(other, "POST", "/api/tags", { name: "new" }),
    await callSandbox(other, "PUT", "/api/tickets/1", { subject: "x" }),
    await callSandbox(other, "DELETE", "/api/tickets/1"),
  ].map(({ status }) => status);
  expect(statuses).toEqual([200, 200, 204]);
  await other.close();
});

it("every response carries its own X-Request-Id, also one that a fault makes", async () => {
  const other = await startSandbox({ rateLimit: false });
  other.faults.add({ path: "/api/users", fault: { status: 502 } });
  const responses = [];
  for (const path of ["/api/account", "/api/nothing", "/api/users", "/elsewhere"]) {
    responses.push(await callSandbox(other, "GET", path));
  }
  const ids = responses.map(({ headers }) => headers.get("x-request-id"));
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id ?? "")) && new Set(ids).size).toBe(4);
  expect(other.requests.map(({ requestId }) => requestId)).toEqual(ids);
  await other.close();
});
