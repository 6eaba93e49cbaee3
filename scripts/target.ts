/** Which Gorgias the scripts work with: an account, a sandbox that runs, or one of their own. */
import { type Connection, testing } from "@prismatic-io/spectral";
import { type Credentials, startSandbox } from "gorgias-sandbox";
import { sandboxCredentials } from "gorgias-sandbox/seed";
import { apiKey, oauth2 } from "../src/connections";
import { loadComponent } from "./component";

/** A connection and where it leads. */
export interface Target {
  connection: Connection;
  /** In words, for a headline. */
  name: string;
  /** Stops what was started for it. */
  close(): Promise<void>;
}

/**
 * The account of PRISMATIC_CONNECTION_VALUE, or the sandbox that GORGIAS_SANDBOX_URL names, with its own
 * credentials where none are given.
 *
 * @returns undefined when neither is set.
 * @throws Error that says what is missing.
 */
export async function givenTarget(): Promise<Target | undefined> {
  const given = givenConnection();
  const url = process.env.GORGIAS_SANDBOX_URL;
  if (given) {
    const name = url ? `the sandbox at ${url}` : `the Gorgias account ${given.fields.domain}`;
    return { connection: given, name, close: async () => undefined };
  }
  if (!url) {
    return undefined;
  }
  const { apiKey: connection } = sandboxConnections(sandboxCredentials());
  await checkSandbox(url, connection);
  return { connection, name: `the sandbox at ${url}`, close: async () => undefined };
}

/** As `givenTarget`; else a sandbox of its own, which `close` ends. */
export async function resolveTarget(): Promise<Target> {
  const given = await givenTarget();
  if (given) {
    return given;
  }
  const sandbox = await startSandbox();
  process.env.GORGIAS_SANDBOX_URL = sandbox.url;
  return {
    connection: sandboxConnections(sandbox.credentials).apiKey,
    name: "a new sandbox",
    close: () => sandbox.close(),
  };
}

/** Connections of both kinds to a sandbox. */
export function sandboxConnections(credentials: Credentials) {
  const { username, accessToken } = credentials;
  const base = { configVarKey: "Gorgias Connection" };
  const domain = "sandbox";
  return {
    apiKey: {
      ...base,
      key: apiKey.key,
      fields: { domain, username, apiKey: credentials.apiKey },
    },
    oauth2: {
      ...base,
      key: oauth2.key,
      fields: { domain },
      token: { access_token: accessToken },
    },
  } satisfies Record<string, Connection>;
}

/**
 * The connection that `prism components:dev:run` hands over, if it runs this: JSON with the fields
 * of a connection and, for OAuth 2.0, its token.
 *
 * @throws Error for what is no such JSON. It never repeats the value, which holds secrets.
 */
function givenConnection(): Connection | undefined {
  const given = process.env.PRISMATIC_CONNECTION_VALUE;
  if (!given) {
    return undefined;
  }
  let value: Partial<Connection> | null;
  try {
    value = JSON.parse(given);
  } catch {
    // The parser's own message quotes what it was given.
    throw new Error("PRISMATIC_CONNECTION_VALUE does not hold JSON.");
  }
  if (typeof value?.fields !== "object") {
    throw new Error("PRISMATIC_CONNECTION_VALUE does not hold the fields of a connection.");
  }
  const definition = value.token?.access_token ? oauth2 : apiKey;
  return testing.createHarness(loadComponent()).connectionValue(definition);
}

/** @throws Error when nothing answers at `url`, or it takes other credentials than a sandbox's usual ones. */
async function checkSandbox(url: string, { fields }: Connection): Promise<void> {
  const basic = Buffer.from(`${fields.username}:${fields.apiKey}`).toString("base64");
  const response = await fetch(new URL("/api/account", url), {
    headers: { authorization: `Basic ${basic}` },
  }).catch(() => undefined);
  if (!response) {
    throw new Error(
      `Nothing answers at GORGIAS_SANDBOX_URL=${url}: start it with npm run sandbox.`,
    );
  }
  if (!response.ok) {
    throw new Error(
      `The sandbox at ${url} answered ${response.status} to the credentials that a sandbox has by itself: paste the line with PRISMATIC_CONNECTION_VALUE that it printed when it started.`,
    );
  }
}
