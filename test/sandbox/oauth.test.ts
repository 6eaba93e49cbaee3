import type { Credentials } from "gorgias-sandbox";
import { useSandbox } from "../support/sandboxClient";

const { sandbox } = useSandbox();
const CALLBACK = "https://oauth2.example.com/callback";

async function token(form: Record<string, string>, authorization?: string) {
  const response = await fetch(`${sandbox().url}/oauth/token`, {
    method: "POST",
    headers: authorization ? { authorization } : {},
    body: new URLSearchParams(form),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

function clientOf({ clientId, clientSecret }: Credentials) {
  return {
    client_id: clientId,
    client_secret: clientSecret,
  };
}
function basic({ clientId, clientSecret }: Credentials) {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
}
function code({ authorizationCode }: Credentials) {
  return {
    grant_type: "authorization_code",
    code: authorizationCode,
    redirect_uri: CALLBACK,
  };
}
function refresh({ refreshToken }: Credentials) {
  return {
    grant_type: "refresh_token",
    refresh_token: refreshToken,
  };
}

it.each([
  ["a code", code],
  ["a refresh token", refresh],
])("gives a token for %s, to a client in the form or in the header", async (_, grant) => {
  const { credentials } = sandbox();
  const inForm = await token({ ...grant(credentials), ...clientOf(credentials) });
  const inHeader = await token(grant(credentials), basic(credentials));
  expect(inForm).toMatchObject({
    status: 200,
    body: {
      access_token: credentials.accessToken,
      token_type: "Bearer",
      expires_in: 86_400,
      refresh_token: credentials.refreshToken,
    },
  });
  expect(inHeader.body).toEqual(inForm.body);
  expect(inForm.headers.has("x-gorgias-account-api-call-limit")).toBe(false);
});

it.each([
  ["a wrong code", { code: "x" }, {}, 400, "invalid_grant"],
  ["a wrong secret", {}, { client_secret: "x" }, 401, "invalid_client"],
  ["an unknown client", {}, { client_id: "x" }, 401, "invalid_client"],
])("refuses %s in the form of RFC 6749", async (_, grant, client, status, error) => {
  const { credentials } = sandbox();
  const form = { ...code(credentials), ...clientOf(credentials), ...grant, ...client };
  expect(await token(form)).toMatchObject({
    status,
    body: { error, error_description: expect.any(String) },
  });
});

it("refuses what is no request for a token", async () => {
  const { credentials } = sandbox();
  const { status } = await token({ grant_type: "password", ...clientOf(credentials) });
  expect(status).toBe(400);
  expect((await token({ grant_type: "refresh_token" }, basic(credentials))).status).toBe(400);
});
