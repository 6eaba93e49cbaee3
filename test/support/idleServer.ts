import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** Runs in a thread of its own, so that it goes on while the thread of the tests is busy. */
const SERVER = `
const { createServer } = require("node:http");
const { parentPort, workerData } = require("node:worker_threads");
const received = [];
const server = createServer((request, response) => {
  request.resume().on("end", () => {
    received.push(request.method);
    response.writeHead(200, { "Content-Type": "application/json" }).end('{"id":7}');
    setTimeout(() => request.socket.destroy(), workerData);
  });
});
server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
parentPort.on("message", () => parentPort.postMessage(received.splice(0)));
`;

export interface IdleServer {
  readonly url: string;
  /** Methods of the requests since this was last asked. */
  received(): Promise<string[]>;
}

/** A server that closes every connection so many milliseconds after its response. */
export function useIdleServer(idleMs: number): IdleServer {
  let worker: Worker;
  let port = 0;
  beforeAll(async () => {
    worker = new Worker(SERVER, { eval: true, workerData: idleMs });
    [port] = await once(worker, "message");
  });
  afterAll(() => worker.terminate());
  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    received: async () => {
      worker.postMessage("received");
      const [methods] = await once(worker, "message");
      return methods;
    },
  };
}

/** Keeps this thread from whatever else there is to do. */
export function blockThread(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
