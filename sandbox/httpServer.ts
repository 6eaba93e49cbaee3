/** An HTTP server on a free or given loopback port: reads, logs, applies faults, answers. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { parseMultipart } from "./contract/multipart";
import { deliver, faultResponse, type RawResponse } from "./delivery";
import type { Fault, FaultPlan, ServerName as OriginName } from "./faults";
import type { LoggedRequest } from "./requestLog";
import type { Clock } from "./timeline";

const HOST = "127.0.0.1";
/** Longer than a client waits between two requests, so that a kept connection is never cut. */
const KEEP_ALIVE_MS = 60_000;

export interface IncomingRequest {
  logged: LoggedRequest;
  body: Buffer;
  /** Whether a fault wants the cursor of this request to count as expired. */
  expireCursor: boolean;
}

export interface HttpServerOptions {
  name: OriginName;
  port: number;
  clock: Clock;
  faults: FaultPlan;
  /** Requests are pushed here as they arrive. */
  log: LoggedRequest[];
  /** Performs a request; must not throw. */
  respond(request: IncomingRequest): Promise<RawResponse>;
  /** Headers that a response made by a fault carries too. */
  usualHeaders(request: LoggedRequest): Record<string, string>;
}

export class HttpServer {
  readonly #server: Server;
  readonly #options: HttpServerOptions;

  constructor(options: HttpServerOptions) {
    this.#options = options;
    this.#server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
      // A client that goes away in the middle of its request is nobody's failure.
      this.#handle(request, response).catch(() => response.destroy());
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#options.port, HOST, resolve);
    });
  }

  get url(): string {
    return `http://${HOST}:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Stops at once, open connections included. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { clock, faults, log, name } = this.#options;
    const body = await readBody(request);
    const logged = describe(request, body, clock.now(), requestIdOf(`${name} ${log.length}`));
    log.push(logged);
    await parseParts(logged, body);
    const fault = faults.take(name, logged.method, logged.path);
    if (fault && "delayMs" in fault) {
      await sleep(fault.delayMs, undefined, { ref: false });
    }
    const reply = await this.#respond({ logged, body, expireCursor: isExpiry(fault) }, fault);
    reply.headers.Date = new Date(clock.now()).toUTCString();
    logged.status = deliver(response, reply, fault);
  }

  /** The response of the request itself, or of the fault in its place. */
  async #respond(request: IncomingRequest, fault: Fault | undefined): Promise<RawResponse> {
    const usual = () => this.#options.usualHeaders(request.logged);
    if (fault && "reset" in fault && fault.reset === "before") {
      return { status: 0, headers: {}, body: Buffer.alloc(0) };
    }
    if (fault && "status" in fault && !fault.after) {
      return faultResponse(fault, usual());
    }
    const reply = await this.#options.respond(request);
    return fault && "status" in fault ? faultResponse(fault, usual()) : reply;
  }
}

function isExpiry(fault: Fault | undefined): boolean {
  return fault !== undefined && "expireCursor" in fault;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** The same for the same request of the same log, so that a run can be repeated. */
function requestIdOf(position: string): string {
  return createHash("sha256").update(position).digest("hex").slice(0, 32);
}

function describe(
  request: IncomingMessage,
  body: Buffer,
  at: number,
  requestId: string,
): LoggedRequest {
  const [path = "", ...query] = (request.url ?? "").split("?");
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    method: request.method ?? "",
    path,
    query: query.join("?"),
    headers,
    body: readable(body, mediaType(headers)),
    status: 0,
    requestId,
    at,
  };
}

/** Media type of a request without its parameters, in lower case; empty when there is none. */
export function mediaType(headers: Record<string, string>): string {
  return (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

function readable(body: Buffer, type: string): unknown {
  if (body.length === 0 || type === "multipart/form-data") {
    return undefined;
  }
  try {
    return type === "application/json" ? JSON.parse(body.toString()) : body;
  } catch {
    return body;
  }
}

/** Fills the parts of a multipart request; a body that is not multipart is left without. */
async function parseParts(logged: LoggedRequest, body: Buffer): Promise<void> {
  if (mediaType(logged.headers) !== "multipart/form-data") {
    return;
  }
  const parts = await parseMultipart(body, logged.headers["content-type"] ?? "");
  if (parts) {
    logged.parts = parts;
  }
}
