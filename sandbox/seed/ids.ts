/** Ids, names and addresses of the records that every sandbox starts with, and its credentials. */
import type { Credentials } from "../auth";

export const API_USER_EMAIL = "owner@sandbox.example";

/** What a sandbox of this seed accepts: the same at every start. */
export function sandboxCredentials(seed = 1): Credentials {
  return {
    username: API_USER_EMAIL,
    apiKey: `sandbox-${seed}-api-key`,
    accessToken: `sandbox-${seed}-access-token`,
    clientId: `sandbox-${seed}-client-id`,
    clientSecret: `sandbox-${seed}-client-secret`,
    authorizationCode: `sandbox-${seed}-authorization-code`,
    refreshToken: `sandbox-${seed}-refresh-token`,
  };
}

/** The app that the OAuth credentials belong to. */
export const OAUTH_APP = { id: "65a1f0c2b7d94e3f8a6c5d21", name: "Sandbox App" } as const;

/** Users that tickets are assigned to. */
export const AGENT_IDS = [2, 3, 4] as const;

export const BOT_USER_ID = 5;

export const TEAM_IDS = [101, 102] as const;

export const TAG_IDS = [201, 202, 203, 204, 205] as const;

export const FIELD_IDS = {
  text: 301,
  dropdown: 302,
  number: 303,
  boolean: 304,
  archived: 305,
  customer: 306,
} as const;

export const EMAIL_INTEGRATION_ID = 401;

export const SUPPORT_ADDRESS = "support@sandbox.example";

export const VIEW_IDS = {
  open: 501,
  closed: 502,
  all: 503,
  frenchCustomers: 504,
  inbox: 505,
} as const;

/** The rule behind seeded automatic replies. */
export const AUTO_REPLY_RULE_ID = 601;

export const MACRO_IDS = { refund: 751, thanks: 752, french: 753, archived: 754 } as const;

/** The user whose credentials the sandbox accepts; the owner of the account. */
export const API_USER_ID = 1;

/** Customers start at 1001, so that none has the id of a user. */
export const FIRST_CUSTOMER_ID = 1001;

/** Messages start at a million and one, so that none has the id of its ticket. */
export const FIRST_MESSAGE_ID = 1_000_001;
