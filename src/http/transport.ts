import { createClient, type HttpClient } from "@prismatic-io/spectral/dist/clients/http";

/** The largest answer taken, bytes. A run has 1 GB of memory and a file is held twice in passing. */
export const MAX_ANSWER_BYTES = 250 * 1_000_000;

/** One HTTP request as it goes over the wire. */
export interface WireRequest {
  method: string;
  /** Absolute URL. */
  url: string;
  headers: Record<string, string>;
  body?: string | Buffer;
  /** Milliseconds until the attempt is given up, the reading of the answer included. */
  timeoutMs: number;
  /** Bytes for files, text for all else. */
  as: "text" | "bytes";
}

/** One HTTP answer, whatever its status. */
export interface WireAnswer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string | Buffer;
}

/** There was no answer, or only a part of one. */
export class TransportError extends Error {
  constructor(
    message: string,
    /** False only when the request cannot have left this machine. */
    readonly mayHaveArrived: boolean,
    /** The answer was too large: another attempt would end the same way. */
    readonly tooLarge = false,
  ) {
    super(message);
    this.name = "TransportError";
  }
}

/**
 * Redirects are for the callers to judge, every status is an answer, bodies pass as they are, and
 * a proxy of the environment is never given a credential.
 */
const PLAIN = {
  maxRedirects: 0,
  proxy: false as const,
  validateStatus: () => true,
  transformRequest: [(data: unknown) => data],
  transformResponse: [(data: unknown) => data],
};

let sharedClient: HttpClient | undefined;

/**
 * Sends one request once.
 *
 * @throws TransportError in words, without the request: an axios error holds its headers.
 */
export async function exchange(request: WireRequest): Promise<WireAnswer> {
  try {
    const answer = await http().request({
      ...PLAIN,
      method: request.method,
      url: request.url,
      // `false` keeps axios from adding a content type of its own.
      headers: { "Content-Type": false, ...request.headers },
      data: request.body,
      responseType: "stream",
      signal: AbortSignal.timeout(request.timeoutMs),
    });
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    const bytes = await readAll(answer.data);
    const body = request.as === "bytes" ? bytes : bytes.toString("utf8").replace(/^\uFEFF/, "");
    return { status: answer.status, headers, body };
  } catch (error) {
    throw error instanceof TransportError ? error : toTransportError(error, request);
  }
}

const NEVER_SENT = new Set(["connect", "getaddrinfo"]);

/** Spectral's axios, made once: every request carries all that is its own. */
function http(): HttpClient {
  sharedClient ??= createClient({ baseUrl: "" });
  return sharedClient;
}

/**
 * Reads a body. Axios would do it, and hold on to the bytes until the socket's next request: on a long
 * walk that doubles the memory it takes.
 */
async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) {
      throw new TransportError(
        `the answer is larger than ${MAX_ANSWER_BYTES / 1_000_000} MB`,
        true,
        true,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function causesOf(error: unknown): NodeJS.ErrnoException[] {
  // By shape: Node's own errors are of another realm where the platform runs a component in one.
  if (error === null || typeof error !== "object") {
    return [];
  }
  const { cause, errors = [] } = error as { cause?: unknown; errors?: unknown[] };
  return [error as NodeJS.ErrnoException, ...[cause, ...errors].flatMap(causesOf)];
}

function isCertificateCode(code: string): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO_|_TLS_/.test(code);
}

function describe(code: string, request: WireRequest): string {
  switch (code) {
    case "ERR_CANCELED":
      return `there was no answer within ${request.timeoutMs / 1_000} s`;
    case "ECONNREFUSED":
      return "the connection was refused";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the host ${new URL(request.url).hostname} was not found`;
    case "ECONNRESET":
    case "EPIPE":
    case "ERR_BAD_RESPONSE":
      return "the connection was lost";
    default:
      return isCertificateCode(code)
        ? "the server's certificate was not accepted"
        : "the connection failed";
  }
}

function toTransportError(error: unknown, request: WireRequest): TransportError {
  const causes = causesOf(error);
  const code = causes.find((cause) => cause.code)?.code ?? "unknown reason";
  const neverSent = causes.some(
    (cause) => NEVER_SENT.has(cause.syscall ?? "") || isCertificateCode(cause.code ?? ""),
  );
  const named = code === "ERR_CANCELED" ? "" : ` (${code})`;
  return new TransportError(`${describe(code, request)}${named}`, !neverSent);
}
