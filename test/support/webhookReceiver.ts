/** A server on loopback that HTTP integrations call. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Status = number | "hang up" | "never";

export interface Receiver {
  readonly url: string;
  /** What came in during the current test. */
  readonly received: Received[];
  /**
   * What calls are answered from now on in this test: a status, "hang up", or "never"; at first 200.
   *
   * @param body of a status; "{}" unless given.
   */
  respondWith(status: Status, body?: string): void;
}

/** Listens for the tests of a file. */
export function useReceiver(): Receiver {
  const received: Received[] = [];
  let wanted: Status = 200;
  let wantedBody = "{}";
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const { method = "", url = "", headers } = request;
    received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    if (wanted === "hang up") {
      response.socket?.destroy();
    } else if (wanted !== "never") {
      response.writeHead(wanted, { Location: "/elsewhere" }).end(wantedBody);
    }
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  beforeEach(() => {
    received.length = 0;
    wanted = 200;
    wantedBody = "{}";
  });
  afterAll(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return {
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    },
    received,
    respondWith: (status, body = "{}") => {
      wanted = status;
      wantedBody = body;
    },
  };
}
