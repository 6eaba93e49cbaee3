import { isConnectionError } from "@prismatic-io/spectral";
import { outcomeOf, useClock } from "../support/http";
import {
  apiKeyConnection,
  oauth2ByDomainConnection,
  oauth2Connection,
  useSandbox,
} from "../support/integration";

useClock();
const sandbox = useSandbox();

const credentials = { username: "jane@example.com", apiKey: "key-0123456789" };

describe("a connection proves itself by its key", () => {
  it("gorgias-api-key: basic credentials of username and API key", async () => {
    const { username, apiKey } = sandbox().credentials;
    const { data } = await outcomeOf("getAccount", {
      connection: apiKeyConnection({ username, apiKey }),
    });
    expect(data).toMatchObject({ domain: expect.any(String) });
    const basic = Buffer.from(`${username}:${apiKey}`).toString("base64");
    expect(sandbox().requests.map(({ headers }) => headers.authorization)).toEqual([
      `Basic ${basic}`,
    ]);
  });

  it.each([
    ["gorgias-oauth2", oauth2Connection],
    ["gorgias-oauth2-domain", oauth2ByDomainConnection],
  ])("%s: the access token as Bearer, whatever the fields hold", async (key, connectionWith) => {
    const { accessToken } = sandbox().credentials;
    const connection = connectionWith(accessToken);
    expect(connection.key).toBe(key);
    connection.fields.username = "jane@example.com";
    connection.fields.apiKey = "not-this-one";
    const { data } = await outcomeOf("getAccount", { connection });
    expect(data).toMatchObject({ domain: expect.any(String) });
    expect(sandbox().requests.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${accessToken}`,
    ]);
  });

  it.each([
    ["blanks and line breaks around both", " jane@example.com\n", "\tkey-0123456789 "],
    ["nothing around them", "jane@example.com", "key-0123456789"],
  ])("sends the same credentials with %s", async (_, username, apiKey) => {
    await outcomeOf("getAccount", { connection: apiKeyConnection({ username, apiKey }) });
    const basic = Buffer.from("jane@example.com:key-0123456789").toString("base64");
    expect(sandbox().requests[0]?.headers.authorization).toBe(`Basic ${basic}`);
  });

  it("sends names outside Latin 1 as UTF-8", async () => {
    const connection = apiKeyConnection({ ...credentials, username: "zoë@例え.jp" });
    await outcomeOf("getAccount", { connection });
    const [, basic = ""] = sandbox().requests[0]?.headers.authorization?.split(" ") ?? [];
    expect(Buffer.from(basic, "base64").toString()).toBe("zoë@例え.jp:key-0123456789");
  });
});

function byKey(fields: Record<string, unknown>) {
  return apiKeyConnection(credentials, fields);
}
function byToken(token: unknown) {
  return { ...oauth2Connection("x"), token };
}

describe("what is missing is named before anything is sent", () => {
  it.each([
    ["no username", byKey({ username: undefined }), "Username"],
    ["an empty username", byKey({ username: "" }), "Username"],
    ["a blank username", byKey({ username: " \t" }), "Username"],
    ["a username that is no text", byKey({ username: 5 }), "Username"],
    ["a line break inside the username", byKey({ username: "jane\r\nHost: evil" }), "Username"],
    ["no API key", byKey({ apiKey: undefined }), "API Key"],
    ["an API key of null", byKey({ apiKey: null }), "API Key"],
    ["an empty API key", byKey({ apiKey: "" }), "API Key"],
    ["an API key that is no text", byKey({ apiKey: { value: "x" } }), "API Key"],
    ["a line break inside the API key", byKey({ apiKey: "key\nX-Evil: 1" }), "API Key"],
    ["no domain", byKey({ domain: undefined }), "Domain"],
    ["no fields at all", { ...byKey({}), fields: undefined }, "Username"],
    ["no token", byToken(undefined), "access token"],
    ["a token of null", byToken(null), "access token"],
    ["a token without an access token", byToken({ refresh_token: "r" }), "access token"],
    ["an empty access token", byToken({ access_token: "" }), "access token"],
    ["an access token that is no text", byToken({ access_token: 5 }), "access token"],
    ["a line break inside the access token", byToken({ access_token: "a\nb" }), "access token"],
    ["an access token outside ASCII", byToken({ access_token: "tökén" }), "access token"],
    ["a connection of another component", { ...byKey({}), key: "slack" }, '"slack"'],
    ["a connection without a key", { ...byKey({}), key: undefined }, "Connection"],
    ["no connection", undefined, "Connection"],
    ["a connection of null", null, "Connection"],
    ["text in the place of a connection", "green-garden", "Connection"],
  ])("%s", async (_, connection, named) => {
    const { error } = await outcomeOf("getAccount", { connection });
    expect(error?.name).toBe("ConnectionError");
    expect(isConnectionError(error)).toBe(true);
    expect(error?.message).toContain(named);
    expect(sandbox().requests).toEqual([]);
  });
});

it("fields of null are named as missing too", async () => {
  const { error } = await outcomeOf("getAccount", { connection: { ...byKey({}), fields: null } });
  expect([error?.name, error?.message]).toEqual(["ConnectionError", "Username is missing."]);
});

it("a ConnectionError carries what identifies the connection, and nothing else", async () => {
  const connection = oauth2Connection("");
  connection.fields.somethingNew = "perhaps-a-secret";
  const { error } = await outcomeOf("getAccount", { connection });
  expect(error?.connection).toEqual({
    key: "gorgias-oauth2",
    configVarKey: "Gorgias Connection",
    fields: {
      domain: "green-garden",
      clientId: "client-id",
      authorizeUrl: "https://green-garden.gorgias.com/oauth/authorize",
      tokenUrl: "https://green-garden.gorgias.com/oauth/token",
      scopes: "openid profile email write:all offline",
    },
  });
});
