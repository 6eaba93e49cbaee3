/** What the tests of inputs, actions and pickers share: what was sent, and the least that may be. */
import { createServer } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import type { Sandbox, startSandbox } from "gorgias-sandbox";
import page from "../../spec/component-spec.json";
import { clock } from "../../src/clock";
import component from "../../src/index";
import {
  apiKeyConnection,
  harness,
  recordingLogger,
  run,
  runToError,
  useSandbox,
} from "./integration";

/** An input as the platform is told of it. */
export interface CompiledInput {
  key: string;
  label: string;
  type: string;
  comments?: string;
  example?: string;
  collection?: string;
  language?: string;
  required?: boolean;
  shown?: boolean;
  placeholder?: string;
  default?: string;
  model?: { label: string; value: string }[];
  dataSource?: string;
}

/** An action or data source as the platform is told of it. */
export interface Compiled {
  key: string;
  display: { label: string; description: string };
  inputs: CompiledInput[];
  examplePayload?: unknown;
  performSafety?: string;
  dataSourceType?: string;
}

/** Those of a component's parts that the documentation page has. */
function documented(parts: object, onPage: { key: string }[]): Record<string, Compiled> {
  return Object.fromEntries(
    Object.entries(parts).filter(([key]) => onPage.some((entry) => entry.key === key)),
  );
}

/** The actions of the documentation page; `operations.test.ts` has those of all operations. */
export const actions = documented(component.actions ?? {}, page.actions);
/** The data sources of the documentation page. */
export const dataSources = documented(component.dataSources ?? {}, page.dataSources);

/** The inputs that an action has of its own. */
export function ownInputs(key: string): CompiledInput[] {
  return (actions[key]?.inputs ?? []).filter((input) => input.key !== "connection");
}

/**
 * The least that each action needs, of records that the sandbox starts with. `downloadFile` needs a
 * file that is there: see `storedFile`.
 */
export const REQUIRED: Record<string, Record<string, unknown>> = {
  createCustomer: { channels: '[{"type": "email", "address": "new@example.com"}]' },
  createTicket: { messages: '[{"channel": "api", "from_agent": false, "via": "api"}]' },
  createTicketMessage: { ticket_id: "5", channel: "api", via: "api", source: "{}" },
  deleteCustomer: { id: "1001" },
  deleteTicket: { id: "5" },
  deleteTicketCustomField: { ticket_id: "5", id: "301" },
  downloadFile: { file_type: "attachment", domain_hash: "hash", resource_name: "a.txt" },
  getAccount: {},
  getCustomer: { id: "1001" },
  getEvent: { id: "1" },
  getTicket: { id: "5" },
  getTicketMessage: { ticket_id: "1", id: "1000001" },
  listCustomers: {},
  listEvents: {},
  listMessages: {},
  listTicketCustomFields: { ticket_id: "5" },
  listTickets: {},
  rawRequest: { method: "GET", url: "/account", responseType: "json" },
  search: { type: "agent" },
  updateCustomer: { id: "1001" },
  updateCustomerData: { id: "1001", data: '{"tier": "gold"}' },
  updateTicket: { id: "5" },
  updateTicketCustomFields: { ticket_id: "5", custom_fields: '[{"id": 301, "value": "Shoe"}]' },
  uploadFiles: { file: "SGVsbG8sIFdvcmxkIQ==" },
};

/** A request as a test states it. */
export interface Sent {
  method: string;
  path: string;
  /** `key=value`, decoded, in the order sent. */
  query: string[];
  /** JSON; undefined when there was no body. */
  body?: unknown;
}

export function queryOf(query: string): string[] {
  return [...new URLSearchParams(query)].map(([key, value]) => `${key}=${value}`);
}

/** A query as a request carries it, of `key=value`s that are not escaped. */
export function encodedQuery(query: readonly string[]): string {
  const pairs = query.map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return String(new URLSearchParams(pairs));
}

/** A bucket that no test fills, so that nothing is paced. */
export const ROOMY_BUCKET = { apiKey: 900_000, oauth2: 900_000 };

type SandboxOptions = Parameters<typeof startSandbox>[0];

/** A sandbox for the tests of a file and all that they do with it. */
export function useActions(options: SandboxOptions = {}) {
  const sandbox = useSandbox({ rateLimit: ROOMY_BUCKET, ...options });
  let log = recordingLogger();
  beforeEach(() => {
    log = recordingLogger();
    jest.spyOn(clock, "now").mockImplementation(() => realNow() + skipped);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  const given = (inputs: Record<string, unknown>) => ({
    connection: apiKeyConnection(sandbox().credentials),
    ...inputs,
  });
  return {
    sandbox,
    /** Runs an action and returns what it returns. */
    act: (key: string, inputs: Record<string, unknown> = {}) =>
      run(key, given(inputs), { logger: log.logger }),
    /** Runs an action that must fail and returns its error. */
    fail: (key: string, inputs: Record<string, unknown> = {}) =>
      runToError(key, given(inputs), { logger: log.logger }),
    /** Runs a data source and returns its elements. */
    pick: async (key: string, inputs: Record<string, unknown> = {}) => {
      const { result } = (await harness.dataSource(key, given(inputs), {
        logger: log.logger,
      } as never)) as { result: { key: string; label: string }[] };
      return result;
    },
    /** Every request to the API so far. */
    sent: (): Sent[] => sentTo(sandbox()),
    /** What the run's log was told, `level: text`. */
    lines: () => log.lines,
    /** What the API answers to a GET, asked past the component. */
    ask: (path: string) => ask(sandbox(), path),
  };
}

export function sentTo(sandbox: Sandbox): Sent[] {
  return sandbox.requests.map(({ method, path, query, body }) => ({
    method,
    path,
    query: queryOf(query),
    body,
  }));
}

async function ask({ url, credentials }: Sandbox, path: string): Promise<unknown> {
  const { username, apiKey } = credentials;
  const authorization = `Basic ${Buffer.from(`${username}:${apiKey}`).toString("base64")}`;
  const response = await fetch(`${url}${path}`, { headers: { authorization } });
  return response.json();
}

/** Milliseconds that tests have skipped. Never taken back: what one test made wait is over then. */
let skipped = 0;

const realNow = clock.now;

/** Waits of the client pass at once; the list says how long each would have been, in ms. */
export function useVirtualTime(): number[] {
  const waits: number[] = [];
  jest.spyOn(clock, "sleep").mockImplementation(async (ms) => {
    waits.push(ms);
    skipped += ms;
  });
  return waits;
}

/** A loopback port on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createSocketServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A request as it arrives, whatever it holds. */
export interface Echoed {
  method: string;
  /** Path and query as sent. */
  url: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** What the echo responds. */
export interface EchoResponse {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/**
 * Points the component at a server that takes any request, for what no operation of the contract
 * takes. It answers `{"ok":true}` unless told otherwise.
 */
export function useEcho(sandbox: () => Sandbox) {
  const requests: Echoed[] = [];
  let wanted: EchoResponse = {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    requests.push({
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    });
    response.writeHead(wanted.status ?? 200, {
      "X-Gorgias-Account-Api-Call-Limit": `1/${ROOMY_BUCKET.apiKey}`,
      ...(wanted.headers ?? { "Content-Type": "application/json" }),
    });
    response.end(request.method === "HEAD" ? undefined : (wanted.body ?? '{"ok":true}'));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    process.env.GORGIAS_SANDBOX_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    requests.length = 0;
    wanted = {};
  });
  afterAll(async () => {
    process.env.GORGIAS_SANDBOX_URL = sandbox().url;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    requests,
    respondWith: (given: EchoResponse) => {
      wanted = given;
    },
  };
}

/** A field or file of a form, as a server reads it. */
export interface ReadPart {
  name: string;
  /** The value of a plain field. */
  text?: string;
  fileName?: string;
  contentType?: string;
  data?: Buffer;
}

/** Reads a multipart body. */
export async function readForm({ body, headers }: Pick<Echoed, "body" | "headers">) {
  const type = headers["content-type"] ?? "";
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  return Promise.all(
    [...form.entries()].map(async ([name, value]): Promise<ReadPart> => {
      if (typeof value === "string") {
        return { name, text: value };
      }
      const data = Buffer.from(await value.arrayBuffer());
      return { name, fileName: value.name, contentType: value.type, data };
    }),
  );
}
