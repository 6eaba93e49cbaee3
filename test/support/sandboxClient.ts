/** What the tests of the sandbox share: one sandbox per file, and calls to it over HTTP. */
import { type Sandbox, type SandboxOptions, startSandbox } from "gorgias-sandbox";

export interface CallAnswer {
  status: number;
  headers: Headers;
  /** Parsed JSON; the text when it is not JSON; undefined when the body is empty. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever shape they expect
  body: any;
}

export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<CallAnswer>;

/** A clock that only a test moves. */
export class ManualClock {
  constructor(public ms = Date.UTC(2026, 0, 1)) {}

  now(): number {
    return this.ms;
  }
}

export function basicAuth({ credentials }: Sandbox): string {
  const pair = `${credentials.username}:${credentials.apiKey}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

export function bearerAuth({ credentials }: Sandbox): string {
  return `Bearer ${credentials.accessToken}`;
}

/** Calls an API over HTTP with the API key; redirects are not followed. */
export async function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<CallAnswer> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    redirect: "manual",
    headers: {
      authorization: basicAuth(sandbox),
      ...(body !== undefined && !isForm && { "content-type": "application/json" }),
      ...headers,
    },
    body: body === undefined || isForm ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * Starts a sandbox for the tests of a file, back to its seeded state before each of them. It does
 * not limit requests unless the options say so. A response that breaks the contract fails the file.
 */
export function useSandbox(options: SandboxOptions = {}): { sandbox(): Sandbox; call: Call } {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ rateLimit: false, ...options });
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());
  return { sandbox: () => sandbox, call: (...args) => call(sandbox, ...args) };
}

/** Reads a list to its end. @returns every record, and the number of pages */
export async function readAll(callApi: Call, path: string) {
  const records: { id: number; [key: string]: unknown }[] = [];
  let pages = 0;
  let cursor: string | null = null;
  do {
    const separator = path.includes("?") ? "&" : "?";
    const next: CallAnswer = await callApi(
      "GET",
      cursor ? `${path}${separator}cursor=${encodeURIComponent(cursor)}` : path,
    );
    expect(next.status).toBe(200);
    records.push(...next.body.data);
    cursor = next.body.meta.next_cursor;
    pages += 1;
  } while (cursor);
  return { records, pages };
}
