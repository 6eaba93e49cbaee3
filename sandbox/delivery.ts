/** Sends a response, whole or as a fault wants it. */
import type { ServerResponse } from "node:http";
import type { Fault } from "./faults";

/** A response ready to be sent. */
export interface RawResponse {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export function jsonResponse(
  status: number,
  headers: Record<string, string>,
  body: unknown,
): RawResponse {
  if (body === undefined) {
    return { status, headers, body: Buffer.alloc(0) };
  }
  return {
    status,
    headers: { "Content-Type": "application/json", ...headers },
    body: Buffer.from(JSON.stringify(body)),
  };
}

export function htmlResponse(
  status: number,
  headers: Record<string, string>,
  html: string,
): RawResponse {
  return {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", ...headers },
    body: Buffer.from(html),
  };
}

/** The response that a status fault puts in the place of the real one. */
export function faultResponse(
  { status, headers: ownHeaders, body }: Extract<Fault, { status: number }>,
  usualHeaders: Record<string, string>,
): RawResponse {
  const headers = { ...usualHeaders, ...ownHeaders };
  return typeof body === "string"
    ? htmlResponse(status, headers, body)
    : jsonResponse(status, headers, body ?? { error: { msg: `Fault ${status}.` } });
}

/** Sends a reply. @returns what the log shows: the status, or "reset" */
export function deliver(
  response: ServerResponse,
  reply: RawResponse,
  fault: Fault | undefined,
): number | "reset" {
  if (fault && "reset" in fault) {
    response.socket?.resetAndDestroy();
    return "reset";
  }
  const truncate = fault && "truncate" in fault ? fault.truncate : undefined;
  const body = truncate ? reply.body.subarray(0, Math.floor(reply.body.length / 2)) : reply.body;
  const promised = truncate === true ? reply.body : body;
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(reply.status !== 204 && { "Content-Length": String(promised.length) }),
  });
  if (truncate === true) {
    response.write(body, () => response.socket?.destroy());
  } else {
    response.end(body);
  }
  return reply.status;
}
