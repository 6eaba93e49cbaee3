import { connection } from "@prismatic-io/spectral";
import { API_KEY_CONNECTION } from "../http/authentication";
import { domain } from "./domain";

export const apiKey = connection({
  key: API_KEY_CONNECTION,
  display: {
    label: "Gorgias API Key",
    description: "Authenticate requests to Gorgias with a username and an API key.",
  },
  inputs: {
    apiKey: {
      label: "API Key",
      comments: "Your API Key for Gorgias.",
      type: "password",
      required: true,
    },
    domain,
    username: {
      label: "Username",
      comments: "Your username for Gorgias. e.g. john@example.com",
      type: "string",
      required: true,
    },
  },
});
