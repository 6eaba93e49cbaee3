import type { Connection } from "@prismatic-io/spectral";
import { formatValue } from "../text";
import { GorgiasConnectionError } from "./errors";
import { basicCredentials } from "./redaction";

export const API_KEY_CONNECTION = "gorgias-api-key";
export const OAUTH2_CONNECTION = "gorgias-oauth2";
export const OAUTH2_BY_DOMAIN_CONNECTION = "gorgias-oauth2-domain";

/** How a connection proves itself: the header, and the bucket that its requests count against. */
export interface Authentication {
  authorization: string;
  /**
   * Requests that the account's leaky bucket holds before its first response says so: 40 for an API
   * key, 80 for OAuth2 (contract, `x-rate-limits`).
   */
  bucketSize: number;
}

/**
 * @returns basic credentials (user email and REST API key) or a bearer token, by the connection's
 * key (contract, `securitySchemes`).
 * @throws ConnectionError that names what is missing, or the connection when it is unknown.
 */
export function authenticate(connection: Connection): Authentication {
  switch (connection?.key) {
    case API_KEY_CONNECTION:
      return byApiKey(connection);
    case OAUTH2_CONNECTION:
    case OAUTH2_BY_DOMAIN_CONNECTION:
      return byOAuth2(connection);
    default:
      throw new GorgiasConnectionError(
        connection ?? {},
        `Connection must be a Gorgias API Key, Gorgias OAuth 2.0 or Gorgias OAuth 2.0 by Domain connection; given ${formatValue(connection?.key)}.`,
      );
  }
}

function required(connection: Connection, value: unknown, label: string): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (!text) {
    throw new GorgiasConnectionError(connection, `${label} is missing.`);
  }
  if (!/^[\x20-\x7e\u00a0-\uffff]+$/u.test(text)) {
    throw new GorgiasConnectionError(connection, `${label} holds characters that cannot be sent.`);
  }
  return text;
}

function byApiKey(connection: Connection): Authentication {
  const username = required(connection, connection.fields?.username, "Username");
  const apiKey = required(connection, connection.fields?.apiKey, "API Key");
  return { authorization: `Basic ${basicCredentials(username, apiKey)}`, bucketSize: 40 };
}

function byOAuth2(connection: Connection): Authentication {
  const token = required(
    connection,
    connection.token?.access_token,
    "The access token of the OAuth 2.0 connection (authorize it first)",
  );
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new GorgiasConnectionError(
      connection,
      "The access token of the OAuth 2.0 connection holds characters that cannot be sent.",
    );
  }
  return { authorization: `Bearer ${token}`, bucketSize: 80 };
}
