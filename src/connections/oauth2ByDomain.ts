import { OAuth2Type, oauth2Connection, templateConnectionInputs } from "@prismatic-io/spectral";
import { OAUTH2_BY_DOMAIN_CONNECTION } from "../http/authentication";
import { SCOPES } from "./oauth2";

/** OAuth 2.0 whose addresses are made of the domain: there is nothing to paste but the client. */
export const oauth2ByDomain = oauth2Connection({
  key: OAUTH2_BY_DOMAIN_CONNECTION,
  display: {
    label: "Gorgias OAuth 2.0 by Domain",
    description:
      "Authenticate requests to Gorgias with OAuth 2.0. The Authorize URL and the Token URL are made of the domain.",
  },
  oauth2Type: OAuth2Type.AuthorizationCode,
  inputs: templateConnectionInputs(
    {
      domain: {
        label: "Domain",
        comments:
          "The name of your Gorgias account only: green-garden for https://green-garden.gorgias.com. It becomes part of the URLs that authorize the connection, so do not paste an address.",
        example: "green-garden",
        placeholder: "green-garden",
        type: "string",
        required: true,
      },
      clientId: {
        label: "Client ID",
        comments: "The Client ID of your app in the Gorgias developer portal.",
        type: "string",
        required: true,
      },
      clientSecret: {
        label: "Client Secret",
        comments: "The Client Secret of your app in the Gorgias developer portal.",
        type: "password",
        required: true,
      },
      scopes: {
        label: "Scopes",
        comments:
          "The permissions that the connection asks for, separated by spaces. Archive Macros and Unarchive Macros need write:all. offline keeps the connection authorized after 24 hours.",
        example: SCOPES,
        default: SCOPES,
        type: "string",
      },
    },
    {
      authorizeUrl: {
        label: "Authorize URL",
        comments: "Made of the domain.",
        type: "template",
        templateValue: "https://{{#domain}}.gorgias.com/oauth/authorize",
      },
      tokenUrl: {
        label: "Token URL",
        comments: "Made of the domain.",
        type: "template",
        templateValue: "https://{{#domain}}.gorgias.com/oauth/token",
      },
    },
    OAuth2Type.AuthorizationCode,
  ),
});
