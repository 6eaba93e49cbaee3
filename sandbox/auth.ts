/** Which credentials a request brings: each scheme has a rate limit of its own. */
export type Scheme = "apiKey" | "oauth2";

export interface Credentials {
  /** Email of a user, the name in basic auth. */
  username: string;
  /** REST API key, the password in basic auth. */
  apiKey: string;
  /** OAuth2 bearer token. */
  accessToken: string;
  /** What `POST /oauth/token` takes for that token. */
  clientId: string;
  clientSecret: string;
  authorizationCode: string;
  refreshToken: string;
}

export interface Authentication {
  scheme: Scheme;
  accepted: boolean;
}

/** Reads the Authorization header; a missing or unknown one counts as a refused API key. */
export function authenticate(header: string | undefined, known: Credentials): Authentication {
  const [, kind = "", value = ""] = /^(\S+)\s+(.*)$/.exec(header ?? "") ?? [];
  if (kind.toLowerCase() === "bearer") {
    return { scheme: "oauth2", accepted: value === known.accessToken };
  }
  const expected = Buffer.from(`${known.username}:${known.apiKey}`).toString("base64");
  return { scheme: "apiKey", accepted: kind.toLowerCase() === "basic" && value === expected };
}
