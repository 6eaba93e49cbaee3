import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest, IncomingMessage } from "node:http";

/** A request that left this process. */
export interface RecordedRequest {
  method: string;
  /** `http://127.0.0.1:4010` */
  origin: string;
  /** Without the query, which can be a signature. */
  path: string;
  /** Undefined until it is answered. */
  status?: number;
  callLimit?: string;
}

const CALL_LIMIT_HEADER = "x-gorgias-account-api-call-limit";

/**
 * Records the requests of this process from now on, as Node.js reports them: what went over the
 * network, whatever the component says of it.
 *
 * @returns takes what was recorded since it was last called.
 */
export function recordTraffic(): () => RecordedRequest[] {
  let recorded: RecordedRequest[] = [];
  const byRequest = new WeakMap<ClientRequest, RecordedRequest>();
  subscribe("http.client.request.start", (message) => {
    const { request } = message as { request: ClientRequest };
    const { method, protocol, path } = request;
    const origin = `${protocol}//${request.getHeader("host")}`;
    const sent = { method, origin, path: path.split("?", 1)[0] ?? "" };
    byRequest.set(request, sent);
    recorded.push(sent);
  });
  subscribe("http.client.response.finish", (message) => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    const sent = byRequest.get(request);
    if (!sent) {
      return;
    }
    sent.status = response.statusCode;
    sent.callLimit = response.headers[CALL_LIMIT_HEADER]?.toString();
  });
  return () => {
    const taken = recorded;
    recorded = [];
    return taken;
  };
}

/** What was sent, in a line: `26 x GET /api/tickets 200`. Runs of the same path are counted. */
export function summarise(recorded: readonly RecordedRequest[]): string {
  const home = recorded[0]?.origin;
  const groups: { target: string; statuses: string[]; count: number }[] = [];
  for (const { method, origin, path, status } of recorded) {
    const target = `${method} ${origin === home ? path : `${new URL(origin).host}${path}`}`;
    const last = groups.at(-1);
    const group = last?.target === target ? last : { target, statuses: [] as string[], count: 0 };
    if (group !== last) {
      groups.push(group);
    }
    group.count += 1;
    const shown = String(status ?? "no answer");
    if (group.statuses.at(-1) !== shown) {
      group.statuses.push(shown);
    }
  }
  return groups
    .map(({ target, statuses, count }) => {
      const times = count > statuses.length ? `${count} x ` : "";
      return `${times}${target} ${statuses.join(", ")}`;
    })
    .join("; ");
}
