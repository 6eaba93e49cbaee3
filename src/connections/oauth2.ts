import { OAuth2Type, oauth2Connection } from "@prismatic-io/spectral";
import { OAUTH2_CONNECTION } from "../http/authentication";
import { domain } from "./domain";

/** `offline` is what gets a refresh token: access tokens last 24 hours (contract, README). */
export const SCOPES = "openid profile email write:all offline";

export const oauth2 = oauth2Connection({
  key: OAUTH2_CONNECTION,
  display: {
    label: "Gorgias OAuth 2.0",
    description: "Authenticate requests to Gorgias with OAuth 2.0.",
  },
  oauth2Type: OAuth2Type.AuthorizationCode,
  inputs: {
    authorizeUrl: {
      label: "Authorize URL",
      comments:
        "The URL to which the user will be redirected to authorize your application. This URL should be provided by the service provider.",
      example: "https://<DOMAIN>.gorgias.com/oauth/authorize",
      type: "string",
      required: true,
    },
    clientId: { label: "Client ID", type: "string", required: true },
    clientSecret: { label: "Client Secret", type: "password", required: true },
    domain,
    scopes: {
      label: "Scopes",
      comments:
        "A space-separated list of permissions or access levels that your application is requesting. Each scope is a string that represents a specific permission or set of permissions.",
      example: SCOPES,
      default: SCOPES,
      type: "string",
    },
    tokenUrl: {
      label: "Token URL",
      comments:
        "The URL used to obtain an access token from the service provider. This URL should be provided by the service provider.",
      example: "https://<DOMAIN>.gorgias.com/oauth/token",
      type: "string",
      required: true,
    },
  },
});
