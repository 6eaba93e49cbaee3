import { basicAuth, bearerAuth, useSandbox } from "../support/sandboxClient";

const { call, sandbox } = useSandbox();
function basic(pair: string) {
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

it.each([
  ["an API key", () => basicAuth(sandbox())],
  ["a bearer token", () => bearerAuth(sandbox())],
  ["a scheme in lower case", () => bearerAuth(sandbox()).replace("Bearer", "bearer")],
])("lets in %s", async (_, authorization) => {
  const answer = await call("GET", "/api/account", undefined, { authorization: authorization() });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ domain: "sandbox", status: { status: "active" } });
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
