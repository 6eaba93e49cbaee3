import * as http from "node:http";
import * as https from "node:https";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import type { TLSSocket } from "node:tls";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { createClient, type HttpClient } from "@prismatic-io/spectral/dist/clients/http";
import { AttemptFailure, truncatedResponse } from "./failure";
import { type ConnectionOptions, FreshConnectionAgent } from "./freshConnection";
import { toNetworkFailure } from "./networkFailure";
import type { HttpResponse } from "./request";

/** The largest response taken, bytes. A run has 1 GB of memory and a file is held twice in passing. */
export const MAX_RESPONSE_BYTES = 250 * 1_000_000;
/** Milliseconds to connect, the TLS handshake included. */
const CONNECT_TIMEOUT_MS = 15_000;
/** Milliseconds that an idle connection is kept. */
const IDLE_CONNECTION_MS = 5_000;
/** Bytes of a file that are handed to the connection at a time. */
const CHUNK_BYTES = 65_536;

/** One HTTP request as it leaves. */
export interface OutgoingRequest {
  method: string;
  /** Absolute URL. */
  url: string;
  headers: Record<string, string>;
  body?: string | Buffer;
  /** Milliseconds until the attempt is given up: without any progress for bytes, in all for text. */
  timeoutMs: number;
  /** Bytes for files, text for all else. */
  as: "text" | "bytes";
  /** Must the connection be a new one? One that idled may have been closed by the server unseen. */
  freshConnection?: boolean;
}

/**
 * Redirects are for the callers to judge, every status is a response, bodies pass as they are, and a
 * proxy of the environment is never given a credential.
 */
const PLAIN = {
  maxRedirects: 0,
  proxy: false as const,
  decompress: false,
  responseType: "stream" as const,
  validateStatus: () => true,
  transformRequest: [(data: unknown) => data],
  transformResponse: [(data: unknown) => data],
};

const KEEP = { keepAlive: true, scheduling: "lifo", timeout: IDLE_CONNECTION_MS } as const;
const KEPT_ALIVE = { httpAgent: new http.Agent(KEEP), httpsAgent: new https.Agent(KEEP) };
const FRESH = {
  httpAgent: new http.Agent({ keepAlive: false }),
  httpsAgent: new FreshConnectionAgent(),
};

let sharedClient: HttpClient | undefined;

/**
 * Sends one request once.
 *
 * @throws AttemptFailure in words, without the request: an axios error holds its headers.
 */
export async function transmit(request: OutgoingRequest): Promise<HttpResponse<string | Buffer>> {
  const progress = new Progress(request);
  const { hostname } = new URL(request.url);
  try {
    const response = await start(request, progress);
    const headers = headersOf(response.headers);
    const { status } = response;
    try {
      const packed = await readAll(response.data, progress);
      const bytes = await unpack(packed, headers["content-encoding"]);
      const data = request.as === "bytes" ? bytes : bytes.toString("utf8").replace(/^\uFEFF/, "");
      return { data, status, headers };
    } catch (error) {
      if (error instanceof TooLargeError) {
        throw Object.assign(truncatedResponse(error.message, { status, headers }), { final: true });
      }
      const { message } = toNetworkFailure(progress.timedOut ?? error, hostname, true);
      throw truncatedResponse(message, { status, headers });
    }
  } catch (error) {
    throw error instanceof AttemptFailure
      ? error
      : toNetworkFailure(progress.timedOut ?? error, hostname, progress.hasConnected);
  } finally {
    progress.end();
  }
}

/** How far an attempt has come, and when it is given up. For axios, the transport that it sends with. */
class Progress {
  hasConnected = false;
  timedOut?: Error;
  private timer?: NodeJS.Timeout;
  private sent?: http.ClientRequest;
  private connecting?: Socket;

  constructor(private readonly outgoing: OutgoingRequest) {}

  /** Called by axios; in shape `https.request`. */
  request(
    options: https.RequestOptions,
    onResponse: (response: http.IncomingMessage) => void,
  ): http.ClientRequest {
    const isHttps = options.protocol === "https:";
    const onConnecting = (socket: Socket) => {
      this.connecting = socket;
    };
    const connectionOptions: ConnectionOptions = { ...options, onConnecting };
    const sent = (isHttps ? https : http).request(connectionOptions, onResponse);
    this.sent = sent;
    this.limit(Math.min(CONNECT_TIMEOUT_MS, this.outgoing.timeoutMs), "no connection");
    sent.once("socket", (socket: Socket | TLSSocket) => {
      const isConnecting =
        "secureConnecting" in socket ? socket.secureConnecting : socket.connecting;
      if (isConnecting) {
        socket.once(isHttps ? "secureConnect" : "connect", () => this.connected());
      } else {
        this.connected();
      }
    });
    return sent;
  }

  /** Something was sent or received: where silence is what is limited, it begins anew. */
  advance(): void {
    if (
      this.hasConnected &&
      (this.outgoing.as === "bytes" || Buffer.isBuffer(this.outgoing.body))
    ) {
      this.limit(this.outgoing.timeoutMs, "no answer");
    }
  }

  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private connected(): void {
    this.hasConnected = true;
    this.limit(this.outgoing.timeoutMs, "no answer");
  }

  private limit(ms: number, what: string): void {
    clearTimeout(this.timer);
    const timer = setTimeout(() => {
      // Time passes for a stopped or busy process too: first comes what arrived meanwhile.
      setImmediate(() => {
        if (this.timer === timer) {
          this.giveUp(`there was ${what} within ${ms / 1_000} s`);
        }
      });
    }, ms);
    this.timer = timer;
  }

  private giveUp(reason: string): void {
    this.timedOut = Object.assign(new Error(reason), { code: "TIMEOUT" });
    this.sent?.destroy(this.timedOut);
    if (!this.hasConnected) {
      // A request without a connection would not be told.
      this.connecting?.destroy(this.timedOut);
    }
  }
}

/** Spectral's axios, made once: every request carries all that is its own. */
function client(): HttpClient {
  sharedClient ??= createClient({ baseUrl: "" });
  return sharedClient;
}

function start(
  { method, url, headers, body, freshConnection }: OutgoingRequest,
  progress: Progress,
) {
  const isFile = Buffer.isBuffer(body);
  return client().request<http.IncomingMessage>({
    ...PLAIN,
    ...(freshConnection ? FRESH : KEPT_ALIVE),
    transport: progress,
    method,
    url,
    headers: {
      // `false` keeps axios from adding a content type of its own.
      "Content-Type": false,
      ...headers,
      "accept-encoding": "gzip, br",
      ...(isFile ? { "content-length": body.length } : {}),
    },
    data: isFile ? Readable.from(chunksOf(body, progress), { objectMode: false }) : body,
  });
}

/** In parts, so that a long upload is seen to advance. */
function* chunksOf(body: Buffer, progress: Progress): Generator<Buffer> {
  for (let at = 0; at < body.length; at += CHUNK_BYTES) {
    progress.advance();
    yield body.subarray(at, at + CHUNK_BYTES);
  }
}

function headersOf(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/**
 * Reads a body. Axios would do it, and hold on to the bytes until the socket's next request: on a long
 * walk that doubles the memory it takes.
 */
async function readAll(incoming: AsyncIterable<Buffer>, progress: Progress): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    progress.advance();
    size += chunk.length;
    if (size > MAX_RESPONSE_BYTES) {
      throw new TooLargeError();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @throws Error for a compressed body that is not whole. */
async function unpack(bytes: Buffer, encoding = ""): Promise<Buffer> {
  const unpackers = {
    gzip: zlib.gunzip,
    "x-gzip": zlib.gunzip,
    br: zlib.brotliDecompress,
    deflate: zlib.inflate,
  };
  const unpacker = unpackers[encoding.trim().toLowerCase() as keyof typeof unpackers];
  // A response to HEAD and a 304 tell of an encoding, but have no body.
  if (!unpacker || bytes.length === 0) {
    return bytes;
  }
  try {
    const options = { maxOutputLength: MAX_RESPONSE_BYTES };
    return await promisify<Buffer, zlib.ZlibOptions, Buffer>(unpacker)(bytes, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw new TooLargeError();
    }
    throw error;
  }
}

class TooLargeError extends Error {
  constructor() {
    super(`the answer is larger than ${MAX_RESPONSE_BYTES / 1_000_000} MB`);
  }
}
