/** A server on loopback that HTTP integrations call. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Answer = number | "hang up" | "never";

export interface Receiver {
  readonly url: string;
  /** What came in during the current test. */
  readonly received: Received[];
  /**
   * What calls are answered from now on in this test: a status, "hang up", or "never"; at first 200.
   *
   * @param body of a status; "{}" unless given.
   */
  answer(status: Answer, body?: string): void;
}

/** Listens for the tests of a file. */
export function useReceiver(): Receiver {
  const received: Received[] = [];
  let answer: Answer = 200;
  let answerBody = "{}";
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const { method = "", url = "", headers } = request;
    received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    if (answer === "hang up") {
      response.socket?.destroy();
    } else if (answer !== "never") {
      response.writeHead(answer, { Location: "/elsewhere" }).end(answerBody);
    }
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  beforeEach(() => {
    received.length = 0;
    answer = 200;
    answerBody = "{}";
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
    answer: (status, body = "{}") => {
      answer = status;
      answerBody = body;
    },
  };
}
