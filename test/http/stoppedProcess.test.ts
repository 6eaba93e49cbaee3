import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Socket } from "node:net";
import os from "node:os";
import path from "node:path";
import { certificate, useTlsServer } from "../support/tlsServer";
import type { Errand, Outcome } from "./stoppedProcess.child";

/** How long the server keeps a connection without requests, ms. */
const IDLE_MS = 150;
/** Long enough for a busy machine to come as far as the response. */
const TIME_LIMIT_MS = 2_000;
const READ: Errand = { method: "GET", path: "/account" };
const POST: Errand = { method: "POST", path: "/tickets" };

/** How many POSTs were performed. Each is answered its number. */
let performed = 0;
let beforeAnswer: () => void = () => undefined;
const server = useTlsServer((request, response) => {
  request.resume().on("end", () => {
    performed += request.method === "POST" ? 1 : 0;
    beforeAnswer();
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ id: performed }));
    setTimeout(() => request.socket.destroy(), IDLE_MS);
  });
});
const folder = mkdtempSync(path.join(os.tmpdir(), "gorgias-"));
let child: ChildProcess;

beforeAll(async () => {
  const authority = path.join(folder, "certificate.pem");
  writeFileSync(authority, certificate);
  child = fork(path.join(__dirname, "stoppedProcess.child.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: authority, GORGIAS_SANDBOX_URL: server.url },
  });
  await once(child, "message");
});
beforeEach(() => {
  performed = 0;
  beforeAnswer = () => undefined;
});
afterAll(() => {
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

async function send(...errands: Errand[]): Promise<Outcome[]> {
  child.send(errands);
  const [outcomes] = await once(child, "message");
  return outcomes;
}

it("a process that is stopped past the server's idle time sends each POST once", async () => {
  const outcomes: Outcome[] = [];
  for (let round = 0; round < 4; round += 1) {
    await send(READ, READ, READ);
    child.kill("SIGSTOP");
    const posts = send(...Array<Errand>(5).fill(POST));
    await server.untilClosed();
    child.kill("SIGCONT");
    outcomes.push(...(await posts));
  }
  const ids = outcomes.map(({ data, error }) => error ?? (data as { id: number }).id);
  expect(ids.sort((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
});

it("one that is stopped past its own time limit takes the response that has come meanwhile", async () => {
  beforeAnswer = () => {
    child.kill("SIGSTOP");
    // The limit is on real time, in another process: it cannot be skipped.
    setTimeout(() => child.kill("SIGCONT"), 1.2 * TIME_LIMIT_MS);
  };
  expect(await send({ ...POST, timeoutMs: TIME_LIMIT_MS })).toEqual([{ data: { id: 1 } }]);
  expect(performed).toBe(1);
});

it.each<[string, (socket: Socket, closed: () => void) => void]>([
  ["closed", (socket, closed) => socket.end(closed)],
  ["reset", (socket, closed) => socket.once("close", closed).resetAndDestroy()],
])("one whose handshake is %s while it is stopped sends its POST again", async (_, close) => {
  await new Promise<void>((closed) => {
    server.relays((client, upstream) => {
      client.pipe(upstream);
      // All that the server says in a handshake: what the client says last does not arrive.
      upstream.once("data", (flight) => {
        upstream.destroy();
        child.kill("SIGSTOP");
        client.write(flight, () => close(client, closed));
      });
    });
    child.send([POST]);
  });
  const outcomes = once(child, "message");
  child.kill("SIGCONT");
  expect(await outcomes).toContainEqual([{ data: { id: 1 } }]);
  expect(performed).toBe(1);
  expect(server.connections).toBe(2);
});
