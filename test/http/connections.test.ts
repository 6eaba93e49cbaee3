import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { createClient } from "../../src/client";
import { path } from "../../src/http/path";
import { NEW_TICKET, outcomeOf, useClock, useOrigin } from "../support/http";
import { blockThread, useIdleServer } from "../support/idleServer";
import { apiKeyConnection, recordingLogger } from "../support/integration";

const waits = useClock();
const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });

describe("a connection that idled while the process was busy", () => {
  const IDLE_MS = 50;
  const server = useIdleServer(IDLE_MS);
  useOrigin(() => server.url);

  const afterABusyTime = async (method: string) => {
    const client = createClient(connection, { logger: recordingLogger().logger as never });
    const effect = method === "POST" ? "once" : "same";
    const ends: unknown[] = [];
    for (let round = 0; round < 5; round += 1) {
      await client.request("GET /account", {});
      blockThread(4 * IDLE_MS);
      const { data } = await client.send({ method, path: path`/tickets`, expect: "json", effect });
      ends.push(data);
    }
    const received = await server.received();
    return { ends, received: received.filter((one) => one === method).length };
  };

  it.each(["POST", "PUT", "DELETE"])("loses no %s, and repeats none", async (method) => {
    expect(await afterABusyTime(method)).toEqual({ ends: Array(5).fill({ id: 7 }), received: 5 });
  });

  it("is not what a POST is sent on, so that none has to be repeated", async () => {
    await afterABusyTime("POST");
    expect(waits).toEqual([]);
  });
});

describe("a TLS handshake that comes to nothing: nothing was sent, and a POST is repeated", () => {
  let onConnection: (socket: Socket) => void = () => undefined;
  let server: Server;
  let connections = 0;
  const sockets = new Set<Socket>();
  beforeAll(async () => {
    server = createServer((socket) => {
      connections += 1;
      sockets.add(socket);
      socket.on("error", () => undefined);
      onConnection(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  beforeEach(() => {
    connections = 0;
  });
  afterAll(async () => {
    for (const socket of sockets) {
      socket.destroy();
    }
    await new Promise((resolve) => server.close(resolve));
  });
  useOrigin(() => `https://127.0.0.1:${(server.address() as AddressInfo).port}`);

  it.each<[string, (socket: Socket) => void, string]>([
    ["closed at once", (socket) => socket.end(), "no connection came about (ECONNRESET)"],
    [
      "closed after the greeting",
      (socket) => socket.once("data", () => socket.end()),
      "no connection came about (ECONNRESET)",
    ],
    [
      "reset",
      (socket) => socket.once("data", () => socket.resetAndDestroy()),
      "no connection came about (ECONNRESET)",
    ],
    [
      "answered in plain HTTP",
      (socket) => socket.end("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
      "the connection failed (ERR_SSL_WRONG_VERSION_NUMBER)",
    ],
  ])("%s", async (_, behave, problem) => {
    onConnection = behave;
    const { error } = await outcomeOf("createTicket", { connection, ...NEW_TICKET });
    expect(error).toMatchObject({
      name: "GorgiasError",
      message: `Gorgias did not answer POST /tickets: ${problem}, after 4 attempts`,
      status: undefined,
    });
    expect(connections).toBe(4);
    expect(waits).toEqual([375, 750, 1_500]);
  });

  it("unanswered", async () => {
    onConnection = (socket) => socket.resume();
    const inputs = { method: "POST", url: "/tickets", data: "{}", timeout: "40", maxRetries: "2" };
    const { error } = await outcomeOf("rawRequest", { connection, ...inputs });
    expect(error?.message).toBe(
      "Gorgias did not answer POST /tickets: there was no connection within 0.04 s, after 3 attempts",
    );
    expect(connections).toBe(3);
  });
});
