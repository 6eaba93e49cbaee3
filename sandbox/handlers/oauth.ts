import type { Credentials } from "../auth";
import { ApiError } from "../errors";
import type { Handlers } from "./handler";

const TOKEN_LIFE_S = 24 * 60 * 60;

export const oauthHandlers: Handlers = {
  "oauth-token": ({ body, credentials, authorization, scopes }) => {
    const { clientId, clientSecret, authorizationCode, refreshToken } = credentials;
    const [id, secret] = clientOf(authorization) ?? [body.client_id, body.client_secret];
    if (id !== clientId || secret !== clientSecret) {
      throw new OAuthError(401, "invalid_client", "Unknown client, or a wrong secret.");
    }
    const isGranted =
      body.grant_type === "authorization_code"
        ? body.code === authorizationCode
        : body.refresh_token === refreshToken;
    if (!isGranted) {
      throw new OAuthError(400, "invalid_grant", "Not a valid code or refresh token.");
    }
    return { status: 200, body: tokens(credentials, scopes) };
  },
};

function tokens({ accessToken, refreshToken }: Credentials, scopes: readonly string[]) {
  return {
    access_token: accessToken,
    token_type: "Bearer",
    expires_in: TOKEN_LIFE_S,
    refresh_token: refreshToken,
    scope: scopes.join(" "),
  };
}

/** Client id and secret of HTTP Basic; undefined when they are not sent so. */
function clientOf(authorization: string | undefined): string[] | undefined {
  const [, encoded] = /^basic\s+(.*)$/i.exec(authorization ?? "") ?? [];
  return encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString().split(":");
}

/** A refusal in the form of RFC 6749. */
class OAuthError extends ApiError {
  constructor(
    status: number,
    readonly code: string,
    description: string,
  ) {
    super(status, description);
  }

  override get body() {
    return { error: this.code, error_description: this.message };
  }
}
