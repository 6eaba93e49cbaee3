import dns from "node:dns";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { MAX_RESPONSE_BYTES, type OutgoingRequest, transmit } from "../../src/http/transport";
import { closedPort, outcomeOf, useClock, useOrigin, useServer } from "../support/http";
import { apiKeyConnection } from "../support/integration";
import { useTlsServer } from "../support/tlsServer";

const waits = useClock();
const server = useServer();

function request(change: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return {
    method: "GET",
    url: `${server.url}/api/account`,
    headers: { authorization: "Basic c2VjcmV0" },
    timeoutMs: 5_000,
    as: "text",
    ...change,
  };
}
async function failureOf(change: Partial<OutgoingRequest> = {}) {
  return transmit(request(change)).then(
    () => undefined,
    (error: Error & { mayHaveArrived: boolean }) => error,
  );
}

describe("a response is passed on as it is", () => {
  it.each([200, 201, 204, 301, 307, 400, 404, 429, 500, 503])(
    "%d is a response",
    async (status) => {
      server.respondWith((response) =>
        response.writeHead(status, { Location: "/elsewhere" }).end(),
      );
      expect(await transmit(request())).toMatchObject({ status, data: "" });
      expect(server.requests).toHaveLength(1);
    },
  );

  it("its headers have names in lower case and text as values", async () => {
    server.respondWith((response) =>
      response
        .writeHead(200, { "X-Gorgias-Account-Api-Call-Limit": "1/40", "Set-Cookie": ["a", "b"] })
        .end(),
    );
    const { headers } = await transmit(request());
    expect(headers).toMatchObject({
      "x-gorgias-account-api-call-limit": "1/40",
      "set-cookie": "a,b",
    });
  });

  it.each([
    ["JSON, unparsed", '{"id": 12345678901234567890}'],
    ["text that looks like a number", "007"],
    ["blanks", "  "],
    ["a byte order mark", "\uFEFF{}"],
  ])("as text: %s", async (_, text) => {
    server.respondWith((response) =>
      response.writeHead(200, { "Content-Type": "application/json" }).end(text),
    );
    expect((await transmit(request())).data).toBe(text.replace("\uFEFF", ""));
  });

  it("as bytes: every byte there is", async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    server.respondWith((response) => response.writeHead(200).end(bytes));
    const { data: body } = await transmit(request({ as: "bytes" }));
    expect(Buffer.isBuffer(body)).toBe(true);
    expect(Buffer.compare(body as Buffer, bytes)).toBe(0);
  });

  it("a compressed one is unpacked", async () => {
    server.respondWith((response) =>
      response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync("unpacked")),
    );
    expect((await transmit(request())).data).toBe("unpacked");
  });
});

describe("a request is sent as it is given", () => {
  it.each([
    ["JSON text", '{"a": 1}', "application/json"],
    ["JSON text with blanks around", ' {"a": 1}\n', "application/json"],
    ["what is no JSON, though it says so", "not JSON", "application/json"],
    ["text", "a=b", "text/plain"],
    ["bytes", Buffer.from([0, 1, 2]), "application/octet-stream"],
  ])("%s", async (_, body, type) => {
    await transmit(request({ method: "POST", body, headers: { "content-type": type } }));
    expect(server.requests).toMatchObject([
      { method: "POST", body: body.toString(), headers: { "content-type": type } },
    ]);
  });

  it.each(["GET", "POST", "PUT", "PATCH", "DELETE"])(
    "%s without a body has no type",
    async (method) => {
      await transmit(request({ method }));
      expect(server.requests[0]?.headers).not.toHaveProperty("content-type");
    },
  );

  it("the query stays as it is written", async () => {
    await transmit(request({ url: `${server.url}/api/tickets?a=1&a=2&b%5Bc%5D=%2B+` }));
    expect(server.requests[0]?.url).toBe("/api/tickets?a=1&a=2&b%5Bc%5D=%2B+");
  });
});

describe("a proxy of the environment is never asked", () => {
  const proxy = useServer();
  const NAMES = [
    "http_proxy",
    "HTTP_PROXY",
    "https_proxy",
    "HTTPS_PROXY",
    "all_proxy",
    "ALL_PROXY",
  ];
  const ours = { ...process.env };
  beforeEach(() => {
    for (const name of NAMES) {
      process.env[name] = proxy.url;
    }
    for (const name of ["no_proxy", "NO_PROXY"]) {
      delete process.env[name];
    }
  });
  afterEach(() => {
    for (const name of [...NAMES, "no_proxy", "NO_PROXY"]) {
      if (ours[name] === undefined) {
        delete process.env[name];
      } else {
        process.env[name] = ours[name];
      }
    }
  });

  it("and is given no credential", async () => {
    await transmit(request());
    expect(server.requests).toHaveLength(1);
    expect(proxy.requests).toEqual([]);
  });
});

describe("a response that does not come, or not whole", () => {
  it("the connection is refused: the request cannot have arrived", async () => {
    const error = await failureOf({ url: `http://127.0.0.1:${await closedPort()}/api` });
    expect(error?.message).toBe("the connection was refused (ECONNREFUSED)");
  });

  it("the connection is reset", async () => {
    server.respondWith((response) => response.socket?.resetAndDestroy());
    expect(await failureOf()).toMatchObject({
      name: "AttemptFailure",
      message: "the connection was lost (ECONNRESET)",
      mayHaveArrived: true,
    });
  });

  it("the connection is closed before the response", async () => {
    server.respondWith((response) => response.socket?.end());
    expect(await failureOf()).toMatchObject({
      message: "the connection was lost (ECONNRESET)",
      mayHaveArrived: true,
    });
  });

  it("the connection breaks in the middle of the response", async () => {
    server.respondWith((response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("half", () => response.socket?.destroy());
    });
    expect(await failureOf()).toMatchObject({
      message: expect.stringMatching(/^the connection was lost \(/),
      mayHaveArrived: true,
    });
  });

  it("the response is no HTTP", async () => {
    server.respondWith((response) => response.socket?.end("SSH-2.0-OpenSSH_9.6\r\n"));
    expect(await failureOf()).toMatchObject({
      message: "the connection failed (HPE_INVALID_CONSTANT)",
      mayHaveArrived: true,
    });
  });

  it("the response is no gzip, though it says so", async () => {
    server.respondWith((response) =>
      response.writeHead(200, { "Content-Encoding": "gzip" }).end("not packed"),
    );
    expect(await failureOf()).toMatchObject({
      message: "the answer was cut short (Z_DATA_ERROR)",
      mayHaveArrived: true,
    });
  });

  it("the time is over", async () => {
    server.respondWith(() => undefined);
    expect(await failureOf({ timeoutMs: 30 })).toMatchObject({
      message: "there was no answer within 0.03 s",
      mayHaveArrived: true,
    });
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
  ])("a body in %s that is cut, though its length is right", async (encoding, pack) => {
    const packed = pack(JSON.stringify({ text: "x".repeat(1_000), more: Math.PI }));
    const cut = packed.subarray(0, packed.length - 8);
    server.respondWith((response) =>
      response.writeHead(201, { "Content-Encoding": encoding }).end(cut),
    );
    const error = await failureOf();
    expect(error).toMatchObject({ mayHaveArrived: true, performedWith: 201 });
    expect(error?.message).toMatch(/^the answer was cut short \((Z_|ERR_)/);
  });

  it("a file that keeps coming takes longer than the limit on silence", async () => {
    server.respondWith(async (response) => {
      response.writeHead(200);
      for (let part = 0; part < 12; part += 1) {
        response.write("part");
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      response.end();
    });
    const { data } = await transmit(request({ as: "bytes", timeoutMs: 300 }));
    expect(data.toString()).toBe("part".repeat(12));
  });

  it("a file that stops coming does not", async () => {
    server.respondWith((response) => response.writeHead(200).write("part"));
    expect(await failureOf({ as: "bytes", timeoutMs: 40 })).toMatchObject({
      message: "there was no answer within 0.04 s",
      performedWith: 200,
    });
  });

  it("a file of many parts is sent whole", async () => {
    const body = Buffer.alloc(1_000_001, "x");
    await transmit(request({ method: "POST", body, headers: { "content-type": "a/b" } }));
    expect(server.requests[0]?.body).toBe(body.toString());
    expect(server.requests[0]?.headers).toMatchObject({ "content-length": "1000001" });
  });

  it("its error holds neither the request nor its headers", async () => {
    server.respondWith((response) => response.socket?.resetAndDestroy());
    const error = await failureOf();
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "AttemptFailure",
      mayHaveArrived: true,
    });
  });
});

describe("a host that is not found", () => {
  useOrigin(() => undefined);
  const asked: string[] = [];
  const fail = (code: string) => {
    asked.length = 0;
    jest.spyOn(dns, "lookup").mockImplementation(((
      host: string,
      _: unknown,
      done: (error: Error) => void,
    ) => {
      asked.push(host);
      const error = Object.assign(new Error(code), {
        code,
        syscall: "getaddrinfo",
        hostname: host,
      });
      setImmediate(done, error);
    }) as never);
  };
  const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });

  it.each(["ENOTFOUND", "EAI_AGAIN"])(
    "%s: a POST is repeated, and the host is named",
    async (code) => {
      fail(code);
      const { error } = await outcomeOf("createCustomer", {
        connection,
        channels: [{ type: "email", address: "ann@example.com" }],
      });
      expect(error?.message).toBe(
        `Gorgias did not answer POST /customers: the host green-garden.gorgias.com was not found (${code}), after 4 attempts`,
      );
      expect(asked).toEqual(Array(4).fill("green-garden.gorgias.com"));
      expect(waits).toHaveLength(3);
    },
  );
});

describe("a reason that has no code", () => {
  it("is said to be unknown, and nothing of the error's own words is shown", async () => {
    jest
      .spyOn(dns, "lookup")
      .mockImplementation(((_host: string, _: unknown, done: (error: Error) => void) =>
        setImmediate(done, new Error("of its own words"))) as never);
    expect(await failureOf({ url: "https://green-garden.gorgias.com/api/account" })).toMatchObject({
      message: "the connection failed (unknown reason)",
      mayHaveArrived: false,
    });
  });
});

describe("a server whose certificate is not accepted", () => {
  const received: string[] = [];
  const tls = useTlsServer((incoming, response) => {
    received.push(String(incoming.url));
    response.end("{}");
  });
  useOrigin(() => tls.url);

  it("is given no request, and so a POST to it may be repeated", async () => {
    const { error } = await outcomeOf("createCustomer", {
      connection: apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" }),
      channels: [{ type: "email", address: "ann@example.com" }],
    });
    expect(error?.message).toBe(
      "Gorgias did not answer POST /customers: the server's certificate was not accepted (DEPTH_ZERO_SELF_SIGNED_CERT), after 4 attempts",
    );
    expect(received).toEqual([]);
  });
});

describe("a response that is too large", () => {
  useOrigin(() => server.url);
  const connection = apiKeyConnection({ username: "jane@example.com", apiKey: "key-0123456789" });

  it("is given up, not tried again, and said to be too large", async () => {
    const megabyte = Buffer.alloc(1_000_000, "x");
    server.respondWith((response) => {
      response.writeHead(200, { "Content-Type": "text/plain", "X-Request-Id": "r-5" });
      let left = MAX_RESPONSE_BYTES / megabyte.length + 20;
      const write = () => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!response.write(megabyte)) {
            return;
          }
        }
        response.end();
      };
      response.on("drain", write);
      write();
    });
    const inputs = { file_type: "attachment", domain_hash: "h", resource_name: "r" };
    const { error } = await outcomeOf("downloadFile", { connection, ...inputs });
    expect(error).toMatchObject({
      name: "GorgiasError",
      message:
        "Gorgias did not answer GET /attachment/download/h/r: the answer is larger than 250 MB (request ID r-5)",
      requestId: "r-5",
    });
    expect(server.requests).toHaveLength(1);
  });
});
