/** A server on loopback that speaks TLS, and a relay before it that can break connections. */
import { createPrivateKey, X509Certificate } from "node:crypto";
import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import * as net from "node:net";
import tls from "node:tls";

// Of our own making, for 127.0.0.1, signed by nobody: good for nothing but these tests.
const KEY =
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgo0LVWA80zk+8BrCAENlepZ6ZtFoZTHQz7JV0" +
  "/jNVyiihRANCAATQ378yz548Xf+hLsj014Ol72sLHHBM419VumXFhS48PVO0bge0EbXChqlmBJ6FklNK5Cqo" +
  "OD3D9lLGHDZwhE2J";
const CERTIFICATE =
  "MIIBjzCCATagAwIBAgIUJrY9ebZjTM9xiN/TPQ/yX5/8KH8wCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJMTI3" +
  "LjAuMC4xMCAXDTI2MTEyMzE5MjExNFoYDzIxMjYxMDMwMTkyMTE0WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEw" +
  "WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATQ378yz548Xf+hLsj014Ol72sLHHBM419VumXFhS48PVO0bge0" +
  "EbXChqlmBJ6FklNK5CqoOD3D9lLGHDZwhE2Jo2QwYjAdBgNVHQ4EFgQUNIzH8j1oucM+agDr8sbe7kcz7RQw" +
  "HwYDVR0jBBgwFoAUNIzH8j1oucM+agDr8sbe7kcz7RQwDwYDVR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/" +
  "AAABMAoGCCqGSM49BAMCA0cAMEQCIEnEV3mUWXYsStwM/HM8nxWbgjrDy9JwgcOGj+XvtnaKAiB7RjIY4cXf" +
  "mE+Q8iiJiPKylK0otnE6FK/zpBhi5Rakpw==";

/** In PEM. */
export const certificate = new X509Certificate(Buffer.from(CERTIFICATE, "base64")).toString();

/** What becomes of a connection on its way to the server. */
export type Relay = (client: net.Socket, server: net.Socket) => void;

export interface TlsServer {
  /** `https://127.0.0.1:PORT`, of the relay. */
  readonly url: string;
  /** Says what becomes of the current test's next connections, one after the other; then all pass. */
  relays(...relays: Relay[]): void;
  /** How many connections the current test has made. */
  readonly connections: number;
  /** Resolves when no connection is open any more. */
  untilClosed(): Promise<void>;
}

/** @param onRequest answers. */
export function useTlsServer(onRequest: RequestListener): TlsServer {
  const sockets = new Set<net.Socket>();
  const key = createPrivateKey({
    key: Buffer.from(KEY, "base64"),
    format: "der",
    type: "pkcs8",
  }).export({ format: "pem", type: "pkcs8" });
  let next: Relay[] = [];
  let connections = 0;
  let server: Server;
  let relay: net.Server;
  beforeAll(async () => {
    server = createServer({ key, cert: certificate }, onRequest);
    await listen(server);
    relay = net.createServer((client) => {
      connections += 1;
      const upstream = net.connect(portOf(server), "127.0.0.1");
      for (const socket of [client, upstream]) {
        sockets.add(socket);
        socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
      }
      (next.shift() ?? pass)(client, upstream);
    });
    await listen(relay);
  });
  beforeEach(() => {
    next = [];
    connections = 0;
  });
  afterAll(async () => {
    for (const socket of sockets) {
      socket.destroy();
    }
    await Promise.all([server, relay].map((one) => new Promise((resolve) => one.close(resolve))));
  });
  return {
    get url() {
      return `https://127.0.0.1:${portOf(relay)}`;
    },
    relays: (...relays) => {
      next = relays;
    },
    get connections() {
      return connections;
    },
    untilClosed: async () => {
      await Promise.all([...sockets].map((socket) => once(socket, "close")));
    },
  };
}

/** Makes this process trust the certificate. */
export function useTrust(): void {
  const { createSecureContext } = tls;
  beforeEach(() => {
    jest
      .spyOn(tls, "createSecureContext")
      .mockImplementation((options) => createSecureContext({ ...options, ca: certificate }));
  });
  afterEach(() => jest.restoreAllMocks());
}

export function pass(client: net.Socket, server: net.Socket): void {
  client.pipe(server).pipe(client);
  // A stopped process does not close its end.
  server.once("close", () => client.destroy());
}

async function listen(server: net.Server): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}

function portOf(server: net.Server): number {
  return (server.address() as net.AddressInfo).port;
}
