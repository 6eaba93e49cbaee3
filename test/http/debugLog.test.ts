import { createDebugLog } from "../../src/http/debugLog";
import { createRedactor } from "../../src/http/redaction";
import {
  connectionTo,
  type Ending,
  NEW_TICKET,
  outcomeOf,
  useClock,
  useServer,
} from "../support/http";
import { recordingLogger, useSandbox } from "../support/integration";

useClock();
const sandbox = useSandbox({ tickets: 5 });
const storage = useServer();

/** What Debug Request logged: the title of each line, and what it tells. */
function told({ lines }: Ending) {
  return lines
    .filter((line) => line.startsWith("debug: "))
    .map((line) => {
      const [, title, json = ""] = /^debug: Gorgias (\w+): (.*)$/s.exec(line) ?? [];
      return { title, ...JSON.parse(json) };
    });
}
function act(
  action: string,
  inputs: Record<string, unknown> = {},
  context: Record<string, unknown> = {},
) {
  return outcomeOf(action, { connection: connectionTo(sandbox()), ...inputs }, context);
}

const WAYS: [string, Record<string, unknown>, Record<string, unknown>][] = [
  ["Debug Request", { debugRequest: true }, {}],
  ["Debug Request as text", { debugRequest: "true" }, {}],
  ["the platform's debug mode", {}, { globalDebug: true }],
];

describe.each(WAYS)("%s", (_, inputs, context) => {
  it("logs a read: method, path, query, status, ms and call limit", async () => {
    const run = await act(
      "listTickets",
      { fetchAll: false, limit: 2, external_id: "a b", ...inputs },
      context,
    );
    expect(told(run)).toEqual([
      { title: "request", method: "GET", path: "/tickets", query: "external_id=a+b&limit=2" },
      {
        title: "answer",
        method: "GET",
        path: "/tickets",
        status: 200,
        ms: expect.any(Number),
        callLimit: expect.stringMatching(/^[01]\/40$/),
        body: JSON.stringify(run.data),
      },
    ]);
  });

  it("logs a write with its body", async () => {
    const run = await act("updateTicket", { id: 1, subject: "Grüße", ...inputs }, context);
    expect(told(run)).toMatchObject([
      { title: "request", method: "PUT", path: "/tickets/1", body: '{"subject":"Grüße"}' },
      { title: "answer", status: 202, body: JSON.stringify(run.data) },
    ]);
  });

  it("logs an error of Gorgias", async () => {
    const body = { error: { msg: "invalid" } };
    sandbox().faults.add({ fault: { status: 400, body } });
    const run = await act("getTicket", { id: 1, ...inputs }, context);
    expect(told(run)[1]).toMatchObject({ status: 400, body: JSON.stringify(body) });
  });

  it("logs every attempt, and why one had no response", async () => {
    sandbox().faults.add({ fault: { reset: "before" } });
    const run = await act("getTicket", { id: 1, ...inputs }, context);
    expect(
      told(run).map(({ title, status, error, ms }) => [title, status ?? error, typeof ms]),
    ).toEqual([
      ["request", undefined, "undefined"],
      ["answer", "the connection was lost (ECONNRESET)", "number"],
      ["request", undefined, "undefined"],
      ["answer", 200, "number"],
    ]);
  });
});

describe("off", () => {
  it.each<[string, Record<string, unknown>]>([
    ["getTicket", { id: 1 }],
    ["createTicket", NEW_TICKET],
    ["updateTicket", { id: 1, subject: "x" }],
    ["deleteTicket", { id: 1 }],
    ["listTickets", { fetchAll: true }],
    ["rawRequest", { method: "GET", url: "/account" }],
  ])("%s logs nothing at all", async (action, inputs) => {
    const { error, lines } = await act(action, { debugRequest: "false", ...inputs });
    expect(error).toBeUndefined();
    expect(lines).toEqual([]);
  });

  it("a failure logs nothing but its repetitions", async () => {
    sandbox().faults.add({ fault: { status: 502 } });
    const { lines } = await act("getTicket", { id: 1 });
    expect(lines).toEqual(["warn: GET /tickets/1: Fault 502; attempt 2 follows in 0.4 s."]);
  });
});

describe("no header is logged but the call limit", () => {
  it("neither of the request nor of the response", async () => {
    const headers = { "Set-Cookie": "session=s3ssion", "X-Trace": "tr4ce" };
    sandbox().faults.add({ fault: { status: 200, headers, body: { id: 1 } } });
    const run = await act("rawRequest", {
      method: "GET",
      url: "/account",
      headers: [{ key: "X-Mine", value: "m1ne" }],
      debugRequest: true,
    });
    expect(sandbox().requests[0]?.headers["x-mine"]).toBe("m1ne");
    expect(run.lines.join()).not.toMatch(/s3ssion|tr4ce|m1ne|authorization/i);
  });
});

describe("a body", () => {
  const logged = async (data: string): Promise<string> =>
    told(await act("rawRequest", { method: "POST", url: "/tickets", data, debugRequest: true }))[0]
      .body;

  it("of 10,000 bytes is logged whole", async () => {
    const data = "x".repeat(10_000);
    expect(await logged(data)).toBe(data);
  });

  it("of more is cut there, and its size is told", async () => {
    expect(await logged("x".repeat(10_001))).toBe(`${"x".repeat(10_000)}… (10001 bytes in all)`);
  });

  it("is measured in bytes, not in characters", async () => {
    expect(await logged("ü".repeat(5_500))).toBe(`${"ü".repeat(5_000)}… (11000 bytes in all)`);
  });

  it("of a response is cut in the same way", async () => {
    sandbox().faults.add({ fault: { status: 200, body: { text: "x".repeat(50_000) } } });
    const [, response] = told(await act("getTicket", { id: 1, debugRequest: true }));
    expect(response.body).toHaveLength(10_000 + "… (50011 bytes in all)".length);
  });

  it("of a form is not dumped", async () => {
    const data = Buffer.from("the bytes of the file");
    const run = await act("uploadFiles", { file: data, file_name: "a.txt", debugRequest: true });
    expect(run.error).toBeUndefined();
    expect(told(run)[0].body).toMatch(/^<\d+ bytes of multipart\/form-data>$/);
    expect(run.lines.join()).not.toContain("the bytes of the file");
  });

  it("of a file is not dumped", async () => {
    const { domainHash, resourceName, fileType } = sandbox().storeFile({
      name: "a.png",
      contentType: "image/png",
      data: Buffer.from("the bytes of the file"),
    });
    const run = await act("downloadFile", {
      file_type: fileType,
      domain_hash: domainHash,
      resource_name: resourceName,
      debugRequest: true,
    });
    expect(run.data).toEqual(Buffer.from("the bytes of the file"));
    expect(told(run).map(({ title, status, body }) => [title, status, body])).toEqual([
      ["request", undefined, undefined],
      ["answer", 307, "<0 bytes>"],
      ["request", undefined, undefined],
      ["answer", 200, "<21 bytes of image/png>"],
    ]);
    expect(run.lines.join()).not.toMatch(/signature|the bytes of the file/);
  });

  it.each(["application/octet-stream", "image/png", "audio/mpeg", "video/mp4; codecs=avc1"])(
    "of %s that comes as text is not dumped either",
    async (type) => {
      sandbox().faults.add({
        fault: { status: 200, headers: { "Content-Type": type }, body: "PNG…" },
      });
      const run = await act("rawRequest", {
        method: "GET",
        url: "/account",
        responseType: "text",
        debugRequest: true,
      });
      expect(told(run)[1].body).toBe(`<6 bytes of ${type.split(";")[0]}>`);
    },
  );

  it("of a file that Raw Request reads is not dumped", async () => {
    sandbox().faults.add({
      fault: { status: 200, headers: { "Content-Type": "text/csv" }, body: "a;b" },
    });
    const run = await act("rawRequest", {
      method: "GET",
      url: "/stats",
      responseType: "arraybuffer",
      debugRequest: true,
    });
    expect(told(run)[1].body).toBe("<3 bytes of text/csv>");
  });
});

it("a redirect is logged as the two requests it is", async () => {
  sandbox().mergeTickets(1, 2);
  const run = await act("getTicket", { id: 1, debugRequest: true });
  expect(told(run).map(({ title, path, status }) => [title, path, status])).toEqual([
    ["request", "/tickets/1", undefined],
    ["answer", "/tickets/1", 301],
    ["request", "/tickets/2", undefined],
    ["answer", "/tickets/2", 200],
  ]);
});

it("a signed address of a file is told without its signature", async () => {
  storage.respondWith((response) => response.writeHead(404).end("gone"));
  const headers = { Location: `${storage.url}/file?signature=s1gnature` };
  sandbox().faults.add({ fault: { status: 307, headers } });
  const inputs = { file_type: "attachment", domain_hash: "h", resource_name: "r" };
  const run = await act("downloadFile", { ...inputs, debugRequest: true });
  expect(storage.requests[0]?.url).toBe("/file?signature=s1gnature");
  expect(run.lines.join()).toContain("/file");
  expect(run.lines.join()).not.toContain("s1gnature");
});

/** The body as it would be logged, when it is of that type. */
function bodyOf(body: string | Buffer, contentType?: string): string {
  const { logger, lines } = recordingLogger();
  const log = createDebugLog(logger as never, true, createRedactor({}));
  log("request", { method: "POST", path: "/tickets", body, contentType });
  return JSON.parse(lines[0]?.replace("debug: Gorgias request: ", "") ?? "{}").body;
}

describe("a value whose name says that it is a secret", () => {
  it.each([
    ["the secret of a webhook", '{"hmac_secret":"wh15per"}', '{"hmac_secret":"[redacted]"}'],
    ["a token", '{"access_token": "wh15per"}', '{"access_token": "[redacted]"}'],
    ["a password", '{"Password" :\n"wh15per"}', '{"Password" :\n"[redacted]"}'],
    ["a header", '{"Authorization":"Bearer wh15per"}', '{"Authorization":"[redacted]"}'],
    ["an API key", '{"apiKey":"wh15per"}', '{"apiKey":"[redacted]"}'],
    ["an API key of another spelling", '{"X_API_KEY":"wh15per"}', '{"X_API_KEY":"[redacted]"}'],
    ["one with quotes inside", '{"secret":"a\\"wh15per"}', '{"secret":"[redacted]"}'],
    ["an empty one", '{"token":""}', '{"token":"[redacted]"}'],
    [
      "one deep inside",
      '{"http":{"a":[{"secret":"wh15per"}]}}',
      '{"http":{"a":[{"secret":"[redacted]"}]}}',
    ],
    [
      "two of them",
      '{"token":"wh15per","secret":"wh15per"}',
      '{"token":"[redacted]","secret":"[redacted]"}',
    ],
  ])("%s", (_, body, expected) => {
    expect(bodyOf(body, "application/json")).toBe(expected);
  });

  it.each([
    ["text that speaks of one", '{"body_text":"My token is: lost"}'],
    ["another name", '{"subject":"x","tok":"y"}'],
    ["a number", '{"token_count":5}'],
    ["nothing", '{"secret":null}'],
  ])("%s is left as it is", (_, body) => {
    expect(bodyOf(body, "application/json")).toBe(body);
  });

  it("is found in no time, whatever the body holds", () => {
    const startedAt = performance.now();
    bodyOf(JSON.stringify({ body_text: "secret ".repeat(16_000) }), "application/json");
    expect(performance.now() - startedAt).toBeLessThan(150);
  });
});

describe("createDebugLog", () => {
  it("is one line, whatever the body holds", () => {
    const { logger, lines } = recordingLogger();
    createDebugLog(
      logger as never,
      true,
      createRedactor({}),
    )("request", {
      method: "POST",
      path: "/tickets",
      body: "one\ntwo\r\n\u2028three",
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/[\n\r]/);
  });

  it("bytes of an unknown type are counted", () => {
    expect(bodyOf(Buffer.alloc(5))).toBe("<5 bytes>");
  });
});
