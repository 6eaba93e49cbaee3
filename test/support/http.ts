/** What the tests of the HTTP layer share: time, a server that answers anything, a run and its log. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import type { Sandbox } from "gorgias-sandbox";
import { clock } from "../../src/clock";
import { apiKeyConnection, recordingLogger, run } from "./integration";

/** How far the tests' clock is ahead of the real one, ms. It never goes back: pacers remember. */
let skippedMs = 0;

/**
 * Makes every wait of the client pass at once: the clock is moved on instead. Between two tests
 * enough time passes for every bucket to drain and every pause to end. Jitter stands at its middle.
 *
 * @param isStill whether only those waits move the clock on: a busy machine then changes nothing.
 * @returns the waits of the current test, ms, in their order.
 */
export function useClock({ isStill = false } = {}): number[] {
  const waits: number[] = [];
  beforeEach(() => {
    waits.length = 0;
    skippedMs += 300_000;
    jest
      .spyOn(clock, "now")
      .mockImplementation(() => skippedMs + (isStill ? 0 : performance.now()));
    jest.spyOn(clock, "random").mockReturnValue(0.5);
    jest.spyOn(clock, "sleep").mockImplementation(async (ms) => {
      waits.push(ms);
      skippedMs += ms;
    });
  });
  afterEach(() => jest.restoreAllMocks());
  return waits;
}

export interface ReceivedRequest {
  method: string;
  /** Path and query as sent. */
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Respond = (response: ServerResponse, request: ReceivedRequest) => void;

export interface TestServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Requests of the current test. */
  readonly requests: ReceivedRequest[];
  /** Says what the current test's requests are answered; until then it is 200 and `{}`. */
  respondWith(respond: Respond): void;
}

const respondEmpty: Respond = (response) =>
  response.writeHead(200, { "Content-Type": "application/json" }).end("{}");

/** A server on loopback that is no sandbox: another host, or a Gorgias that answers anything. */
export function useServer(): TestServer {
  const requests: ReceivedRequest[] = [];
  let respond = respondEmpty;
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) {
      chunks.push(chunk);
    }
    const { method = "", url = "", headers } = incoming;
    const request = { method, url, headers, body: Buffer.concat(chunks).toString() };
    requests.push(request);
    respond(response, request);
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  beforeEach(() => {
    requests.length = 0;
    respond = respondEmpty;
  });
  afterAll(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return {
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    requests,
    respondWith: (given) => {
      respond = given;
    },
  };
}

/** Points the component at an address for the tests of a block that set no sandbox up. */
export function useOrigin(origin: () => string | undefined): void {
  const before = process.env.GORGIAS_SANDBOX_URL;
  const point = (url: string | undefined) => {
    if (url === undefined) {
      delete process.env.GORGIAS_SANDBOX_URL;
    } else {
      process.env.GORGIAS_SANDBOX_URL = url;
    }
  };
  beforeEach(() => point(origin()));
  afterEach(() => point(before));
}

/** A port of this machine on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export type Failure = Error & {
  status?: number;
  method?: string;
  path?: string;
  details?: unknown;
  connection?: unknown;
};

/** How a run of an action ended, and what it logged. */
export interface Ending {
  data?: unknown;
  error?: Failure;
  lines: string[];
}

/** What every error says that Gorgias answered; `test/http/requestId.test.ts` is about it. */
const REQUEST_ID = / \(request ID [0-9a-f]{32}\)/;

/** Runs an action to its end, whichever that is. An error's message comes without the request ID. */
export async function outcomeOf(
  key: string,
  inputs: Record<string, unknown>,
  context: Record<string, unknown> = {},
): Promise<Ending> {
  const { logger, lines } = recordingLogger();
  try {
    const { data } = await run(key, inputs, { logger, ...context });
    return { data, lines };
  } catch (error) {
    return { error: withoutRequestId(error as Failure), lines };
  }
}

export function withoutRequestId(error: Failure): Failure {
  error.message = error.message.replace(REQUEST_ID, "");
  return error;
}

/** `METHOD path status`, a line a request, as the sandbox logged them. */
export function traffic({ requests }: Sandbox): string[] {
  return requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
}

/** The connection by API key that any test needs when it is not about connections. */
export function connectionTo({ credentials }: Sandbox) {
  return apiKeyConnection(credentials);
}

/** The inputs of Create Ticket that the sandbox takes. */
export const NEW_TICKET = {
  customer: { email: "alice@example.com" },
  messages: [
    {
      channel: "api",
      via: "api",
      from_agent: false,
      sender: { email: "alice@example.com" },
      body_text: "Where is my parcel?",
    },
  ],
};

/** The inputs of Create Ticket Message for a note that the sandbox takes; the ticket's id is missing. */
export const NEW_NOTE = {
  channel: "internal-note",
  via: "api",
  from_agent: true,
  sender: { id: 1 },
  source: { type: "internal-note" },
  body_text: "Called the courier.",
};

/** All texts that can be got out of a value: of any property, hidden or not, however deep. */
export function textsIn(value: unknown): string {
  const seen = new Set<unknown>();
  const texts: string[] = [];
  const visit = (current: unknown): void => {
    if (typeof current === "string" || typeof current === "symbol") {
      texts.push(String(current));
    }
    if (current === null || typeof current !== "object" || seen.has(current)) {
      return;
    }
    seen.add(current);
    if (ArrayBuffer.isView(current)) {
      // Its own bytes: small buffers share their memory with others.
      const { buffer, byteOffset, byteLength } = current;
      texts.push(Buffer.from(buffer, byteOffset, byteLength).toString("latin1"));
      return;
    }
    if (current instanceof Map) {
      for (const entry of current) {
        entry.forEach(visit);
      }
    }
    if (current instanceof Set) {
      current.forEach(visit);
    }
    for (const key of Reflect.ownKeys(current)) {
      visit(key);
      visit(Reflect.get(current, key));
    }
  };
  visit(value);
  if (value instanceof Error) {
    texts.push(value.message, String(value.stack), String(value), JSON.stringify(value));
    texts.push(inspect(value, { depth: 20, showHidden: true, maxStringLength: null }));
  }
  return texts.join("\n");
}

/** Which of the secrets can be got out of any of the values. */
export function leaked(secrets: readonly string[], ...values: unknown[]): string[] {
  const texts = values.map(textsIn).join("\n");
  return secrets.filter((secret) => texts.includes(secret));
}
