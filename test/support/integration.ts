/** What every test of an action has in common: the compiled component, a sandbox, a connection. */
import { type Connection, testing } from "@prismatic-io/spectral";
import { type Sandbox, startSandbox } from "gorgias-sandbox";
import { clock } from "../../src/clock";
import component from "../../src/index";

/** The compiled component: cleaners run, and every missing input arrives as its default or "". */
export const harness = testing.createHarness(component);

type SandboxOptions = Parameters<typeof startSandbox>[0];

/**
 * Starts a sandbox for the tests of a file, points the component at it, and resets it before each
 * test. The bucket never limits unless the options say so.
 */
export function useSandbox(options: SandboxOptions = {}): () => Sandbox {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ rateLimit: false, ...options });
    process.env.GORGIAS_SANDBOX_URL = sandbox.url;
  });
  beforeEach(() => sandbox.reset());
  afterAll(async () => {
    delete process.env.GORGIAS_SANDBOX_URL;
    await sandbox.close();
  });
  return () => sandbox;
}

/** An authorized OAuth 2.0 by Domain connection: its URLs are made of the domain. */
export function oauth2ByDomainConnection(accessToken: string): Connection {
  return { ...oauth2Connection(accessToken), key: "gorgias-oauth2-domain" };
}

/** A connection by API key, as the platform hands it over. */
export function apiKeyConnection(
  { username, apiKey }: { username: string; apiKey: string },
  fields: Record<string, unknown> = {},
): Connection {
  return {
    key: "gorgias-api-key",
    configVarKey: "Gorgias Connection",
    fields: { domain: "green-garden", username, apiKey, ...fields },
  };
}

/** An authorized OAuth 2.0 connection, as the platform hands it over. */
export function oauth2Connection(accessToken: string): Connection {
  return {
    key: "gorgias-oauth2",
    configVarKey: "Gorgias Connection",
    fields: {
      domain: "green-garden",
      authorizeUrl: "https://green-garden.gorgias.com/oauth/authorize",
      tokenUrl: "https://green-garden.gorgias.com/oauth/token",
      clientId: "client-id",
      clientSecret: "client-secret-value",
      scopes: "openid profile email write:all offline",
    },
    token: {
      access_token: accessToken,
      refresh_token: "refresh-token-value",
      token_type: "bearer",
    },
  };
}

const LEVELS = ["metric", "trace", "debug", "info", "log", "warn", "error"] as const;

/** A logger that keeps what it is told, one line an entry, `level: text`. */
export function recordingLogger() {
  const lines: string[] = [];
  const write =
    (level: string) =>
    (...parts: unknown[]) => {
      lines.push(
        `${level}: ${parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join(" ")}`,
      );
    };
  const logger = Object.fromEntries(LEVELS.map((level) => [level, write(level)]));
  return {
    lines,
    logger: logger as Record<(typeof LEVELS)[number], (...parts: unknown[]) => void>,
  };
}

interface CompiledAction {
  inputs: { key: string; default?: unknown }[];
  perform(
    context: object,
    inputs: Record<string, unknown>,
  ): Promise<{ data: unknown; contentType?: string }>;
}

/**
 * Runs an action through the compiled component, as `harness.action` does, and returns what it returns.
 * The harness makes a context of mocks for each run, which jest keeps: thousands of runs become slow.
 */
export function run(
  key: string,
  inputs: Record<string, unknown>,
  context: Record<string, unknown> = {},
) {
  const actions = harness.component.actions as unknown as Record<string, CompiledAction>;
  const action = actions[key] as CompiledAction;
  const unset = action.inputs.map((input) => [input.key, String(input.default ?? "")]);
  const { logger } = recordingLogger();
  return action.perform({ logger, ...context }, { ...Object.fromEntries(unset), ...inputs });
}

/** Runs an action that must fail and returns its error. */
export async function runToError(
  key: string,
  inputs: Record<string, unknown>,
  context: Record<string, unknown> = {},
): Promise<Error & Record<string, unknown>> {
  try {
    await run(key, inputs, context);
  } catch (error) {
    if ((error as Error).name === "InputError") {
      checkRefusal(key, error as Error & { input?: string; given?: string });
    }
    return error as Error & Record<string, unknown>;
  }
  throw new Error(`${key} was to fail and did not.`);
}

/** Every refusal names inputs of its action by their labels, and shows what was given, if anything may be. */
function checkRefusal(key: string, error: Error & { input?: string; given?: string }): void {
  const labels = component.actions[key]?.inputs.map(({ label }) => String(label)) ?? [];
  const named = error.input?.split(", ") ?? [];
  expect({
    message: error.message,
    unknown: named.filter((label) => !labels.includes(label.replace(/: .*/, ""))),
  }).toEqual({
    message: error.message,
    unknown: [],
  });
  const isOfOne = !/^There is nothing to update/.test(error.message);
  expect([error.message, named.length > 0]).toEqual([error.message, isOfOne]);
}

/** Makes waits of the client pass at once; the list says how long each would have been, in ms. */
export function skipWaits(): number[] {
  const waits: number[] = [];
  jest.spyOn(clock, "sleep").mockImplementation(async (ms) => {
    waits.push(ms);
  });
  return waits;
}
