import { clock } from "../../src/clock";
import { readForm, useActions, useEcho, useVirtualTime } from "../support/actions";

const { act, ask, fail, lines, sandbox, sent } = useActions();

const GET = { method: "GET", url: "/account" };

/** What GET /account answers. */
let account: unknown;

beforeEach(async () => {
  account = await ask("/api/account");
  sandbox().requests.length = 0;
});

describe("Raw Request", () => {
  it("sends a method and a path, and returns what Gorgias answers", async () => {
    const result = await act("rawRequest", GET);
    expect(sent()).toEqual([{ method: "GET", path: "/api/account", query: [] }]);
    expect(result).toEqual({ data: account });
  });

  it("changes what its body says", async () => {
    const { data } = await act("rawRequest", {
      method: "PUT",
      url: "/tickets/5",
      data: '{"subject": "Changed", "spam": false}',
    });
    expect(sent()).toEqual([
      {
        method: "PUT",
        path: "/api/tickets/5",
        query: [],
        body: { subject: "Changed", spam: false },
      },
    ]);
    expect(data).toMatchObject({ id: 5, subject: "Changed" });
  });

  it("tells what Gorgias refuses, field by field", async () => {
    const error = await fail("rawRequest", { method: "POST", url: "/customers", data: "{}" });
    expect(error).toMatchObject({ name: "GorgiasError", status: 400, path: "/customers" });
    expect(error.message).toMatch(/^Gorgias answered 400 to POST \/customers: .*channels/);
  });

  it.each(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"])(
    "takes the method %s",
    async (method) => {
      await act("rawRequest", { ...GET, method }).catch(() => undefined);
      expect(sent()).toMatchObject([{ method, path: "/api/account" }]);
    },
  );

  it.each<[inputs: Record<string, unknown>, refusal: RegExp]>([
    [{ method: "" }, /^Method is required/],
    [{ method: "get" }, /^Method must be one of DELETE, GET, .*; given "get"\.$/],
    [{ method: "TRACE" }, /^Method must be one of .*; given "TRACE"\.$/],
    [{ method: "GET /x HTTP/1.1" }, /^Method must be one of/],
    [{ url: "" }, /^URL is required/],
    [{ url: ["/account"] }, /^URL must be text/],
    [{ responseType: "" }, /^Response Type is required/],
    [{ responseType: "stream" }, /^Response Type must be one of arraybuffer, document, json, text/],
    [{ timeout: "1.5" }, /^Timeout must be a whole number from 0 to 900000; given "1\.5"\.$/],
    [{ timeout: "900001" }, /^Timeout must be a whole number from 0 to 900000/],
    [{ maxRetries: "-1" }, /^Max Retry Count must be a whole number from 0 to 100; given "-1"\.$/],
    [{ maxRetries: "101" }, /^Max Retry Count must be a whole number from 0 to 100/],
    [{ maxRetries: "many" }, /^Max Retry Count must be a whole number/],
    [{ retryDelayMS: "1s" }, /^Retry Delay \(ms\) must be a whole number from 0 to 900000/],
    [{ retryAllErrors: "1" }, /^Retry On All Errors must be true or false; given "1"\.$/],
    [{ useExponentialBackoff: "yes" }, /^Use Exponential Backoff must be true or false/],
    [{ debugRequest: "yes" }, /^Debug Request must be true or false/],
    [
      { queryParams: "limit" },
      /^Query Parameter must be JSON; given "limit"\. It takes, for example: /,
    ],
    [{ queryParams: [{ key: "", value: "1" }] }, /^Query Parameter must have a key/],
    [{ queryParams: { limit: { a: 1 } } }, /^Query Parameter must be text; given \{"a":1\}\.$/],
    [{ headers: [{ key: "", value: "x" }] }, /^Header must have a key/],
    [{ formData: { a: { b: 1 } } }, /^Form Data must be binary data of an earlier step, or text/],
    [{ formData: { a: [1] } }, /^Form Data must be binary data of an earlier step, or text/],
    [{ fileData: { a: 5 } }, /^File Data must be binary data of an earlier step, or text; given 5/],
    [{ data: { id: 2 ** 53 } }, /^Data holds a whole number too large to be exact/],
    [{ data: { id: 5n } }, /^Data must be JSON; given object\.$/],
  ])("refuses %p before anything is sent", async (inputs, refusal) => {
    const error = await fail("rawRequest", { ...GET, ...inputs });
    expect([error.name, error.message]).toEqual(["InputError", expect.stringMatching(refusal)]);
    expect(sent()).toEqual([]);
  });
});

describe("the query", () => {
  it("holds every Query Parameter, repeated keys included, in their order", async () => {
    await act("rawRequest", {
      method: "GET",
      url: "/tickets",
      queryParams: [
        { key: "ticket_ids", value: "2" },
        { key: "limit", value: 5 },
        { key: "ticket_ids", value: "1" },
        { key: "trashed", value: false },
      ],
    });
    expect(sent()).toEqual([
      {
        method: "GET",
        path: "/api/tickets",
        query: ["ticket_ids=2", "limit=5", "ticket_ids=1", "trashed=false"],
      },
    ]);
  });

  it("of the URL comes first, as it is written", async () => {
    await act("rawRequest", {
      method: "GET",
      url: "/tickets?ticket_ids=1&external_id=a%26b",
      queryParams: { ticket_ids: "2" },
    }).catch(() => undefined);
    expect(sandbox().requests[0]?.query).toBe("ticket_ids=1&external_id=a%26b&ticket_ids=2");
  });

  it.each<[given: unknown, query: string[]]>([
    ["limit: 5", ["limit=5"]],
    [{ limit: "5" }, ["limit=5"]],
    ['[{"key": "limit", "value": "5"}]', ["limit=5"]],
    [[{ key: "external_id", value: "" }], ["external_id="]],
    [[{ key: "external_id", value: null }], ["external_id="]],
    [[{ key: "external_id", value: "a&b=c #d+e%20?/ü" }], ["external_id=a&b=c #d+e%20?/ü"]],
    [[{ key: "created_datetime[gte]", value: "2020" }], ["created_datetime[gte]=2020"]],
  ])("takes Query Parameter %j", async (queryParams, query) => {
    await act("rawRequest", { method: "GET", url: "/tickets", queryParams }).catch(() => undefined);
    expect(sent()).toMatchObject([{ path: "/api/tickets", query }]);
  });
});

describe("the URL", () => {
  it.each<[given: string, path: string, query: string]>([
    ["/tickets", "/api/tickets", ""],
    ["tickets", "/api/tickets", ""],
    ["  /tickets\n", "/api/tickets", ""],
    ["/api/tickets", "/api/tickets", ""],
    ["/api/tickets/5/", "/api/tickets/5/", ""],
    ["/apiary", "/api/apiary", ""],
    ["/tickets/5?relationships=custom_fields", "/api/tickets/5", "relationships=custom_fields"],
    ["/tickets?next=https://evil.example/../x", "/api/tickets", "next=https://evil.example/../x"],
    ["/tickets/@evil.example", "/api/tickets/@evil.example", ""],
    ["@evil.example/tickets", "/api/@evil.example/tickets", ""],
    ["/:80/tickets", "/api/:80/tickets", ""],
    ["/evil.example", "/api/evil.example", ""],
    ["/tickets/a b/ü☃", "/api/tickets/a%20b/%C3%BC%E2%98%83", ""],
    ["/tickets/a%20b", "/api/tickets/a%20b", ""],
    ["/tickets/…", "/api/tickets/%E2%80%A6", ""],
    ["/tickets/．．/x", "/api/tickets/%EF%BC%8E%EF%BC%8E/x", ""],
    ["/tickets/...", "/api/tickets/...", ""],
    ["/tickets/a..b", "/api/tickets/a..b", ""],
  ])("%j leads to %s", async (url, path, query) => {
    await act("rawRequest", { ...GET, url }).catch(() => undefined);
    expect(sandbox().requests).toMatchObject([{ path, query }]);
  });

  it.each([
    "https://evil.example/tickets",
    "HTTPS://green-garden.gorgias.com/api/tickets",
    "http:evil.example",
    "http:/evil.example",
    " https://evil.example",
    "ftp://evil.example",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/plain,x",
    "//evil.example/tickets",
    "///evil.example",
    "/tickets//5",
    "\\\\evil.example\\tickets",
    "/\\evil.example",
    "/tickets\\..\\..",
    "/tickets/..",
    "..",
    ".",
    "../oauth/token",
    "/../oauth/token",
    "/tickets/../../oauth/token",
    "/./tickets",
    "/tickets/./5",
    "/%2e%2e/oauth/token",
    "/tickets/%2E%2E/%2e%2E/oauth",
    "/%252e%252e/oauth/token",
    "/%25252e%25252e/oauth",
    "/.%2e/oauth",
    "/tickets/..;/oauth",
    "/tickets/..%2foauth",
    "/tickets%2f%2fevil.example",
    "/tickets%5c..",
    "/tickets%00",
    "/tickets%0d%0aHost:%20evil.example",
    "/tickets\r\nHost: evil.example",
    "/tick\tets",
    "/tickets\u0000",
    "/tickets#fragment",
    "/",
    "/api",
    "/api/",
    "/api/..",
    "/api/../oauth/token",
    "?limit=5",
  ])("%j is refused before anything is sent", async (url) => {
    const error = await fail("rawRequest", { ...GET, url });
    expect(error.name).toBe("InputError");
    expect(error.message).toMatch(/^URL must be a path of the Gorgias API such as \/tickets: /);
    expect(error.message).toContain("; given ");
    expect(sent()).toEqual([]);
  });
});

describe("as it arrives", () => {
  const echo = useEcho(sandbox);
  const only = () => {
    expect(echo.requests).toHaveLength(1);
    return echo.requests[0] as (typeof echo.requests)[number];
  };

  it.each(["DELETE", "GET", "HEAD", "LINK", "OPTIONS", "PATCH", "POST", "PURGE", "PUT", "UNLINK"])(
    "the method %s is what it is",
    async (method) => {
      const { data } = await act("rawRequest", { method, url: "/x" });
      expect(only()).toMatchObject({ method, url: "/api/x" });
      expect(only().body).toHaveLength(0);
      expect(only().headers).not.toHaveProperty("content-type");
      expect(data).toEqual(method === "HEAD" ? undefined : { ok: true });
    },
  );

  it.each<[what: string, given: unknown, body: string, contentType: string]>([
    [
      "JSON text to the letter",
      ' {"a": 1.0,\n "id": 9007199254740993} ',
      ' {"a": 1.0,\n "id": 9007199254740993} ',
      "application/json",
    ],
    ["JSON text of a list", "[1]", "[1]", "application/json"],
    ["JSON text of a scalar", "5", "5", "application/json"],
    ["an object as JSON", { a: [1, "ü"] }, '{"a":[1,"ü"]}', "application/json"],
    ["a list as JSON", [{ id: 5 }], '[{"id":5}]', "application/json"],
    ["a number as JSON", 5, "5", "application/json"],
    ["plain text as text", "Hello ☃", "Hello ☃", "text/plain"],
    ["text that looks like a form as text", "a=1&b=2", "a=1&b=2", "text/plain"],
    ["JSON with a mistake as text", '{"a": }', '{"a": }', "text/plain"],
  ])("Data is sent: %s", async (_, data, body, contentType) => {
    await act("rawRequest", { method: "POST", url: "/x", data });
    expect(only().body.toString()).toBe(body);
    expect(only().headers["content-type"]).toBe(contentType);
    expect(only().headers["content-length"]).toBe(String(Buffer.byteLength(body)));
  });

  it.each(["GET", "DELETE", "PUT", "PATCH"])("Data is sent with %s too", async (method) => {
    await act("rawRequest", { method, url: "/x", data: '{"ids": [1]}' });
    expect(only().body.toString()).toBe('{"ids": [1]}');
  });

  it.each(["Content-Type", "content-type", "CONTENT-TYPE"])(
    "the type of Data is what the header %s says",
    async (key) => {
      await act("rawRequest", {
        method: "POST",
        url: "/x",
        data: "a=1&b=2",
        headers: [{ key, value: "application/x-www-form-urlencoded" }],
      });
      expect(only().body.toString()).toBe("a=1&b=2");
      expect(only().headers["content-type"]).toBe("application/x-www-form-urlencoded");
    },
  );

  it.each<[given: unknown, name: string, value: string]>([
    ["User-Agent: curl/7.64.1", "user-agent", "curl/7.64.1"],
    [{ "X-Test": "1" }, "x-test", "1"],
    [[{ key: " X-Test ", value: "a, b; c=d" }], "x-test", "a, b; c=d"],
    [[{ key: "X-Test", value: 5 }], "x-test", "5"],
    [[{ key: "X-Test", value: "" }], "x-test", ""],
    [[{ key: "Accept", value: "text/csv" }], "accept", "text/csv"],
    [[{ key: "X-Gorgias-Test", value: "é" }], "x-gorgias-test", "é"],
  ])("Header %j is sent", async (headers, name, value) => {
    await act("rawRequest", { ...GET, headers });
    expect(only().headers[name]).toBe(value);
  });

  it.each([
    "Authorization",
    "authorization",
    " AUTHORIZATION ",
    "Proxy-Authorization",
    "Host",
    "Content-Length",
    "Transfer-Encoding",
    "Connection",
    "Expect",
    "Upgrade",
  ])("Header %j is the component's own: it is left out, and the log says so", async (key) => {
    await act("rawRequest", {
      method: "POST",
      url: "/x",
      data: "{}",
      headers: [
        { key, value: "evil-value" },
        { key: "X-Test", value: "kept" },
      ],
    });
    const { headers } = only();
    const { username, apiKey } = sandbox().credentials;
    expect(headers.authorization).toBe(
      `Basic ${Buffer.from(`${username}:${apiKey}`).toString("base64")}`,
    );
    expect(headers.host).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(headers["content-length"]).toBe("2");
    expect(headers["x-test"]).toBe("kept");
    expect(JSON.stringify(headers)).not.toContain("evil-value");
    expect(lines()).toEqual([
      `warn: Header ${key.trim().toLowerCase()} is set by the component and was left out.`,
    ]);
  });

  it.each<[key: string, value: string]>([
    ["X-Test", "a\r\nX-Evil: 1"],
    ["X-Test", "a\nb"],
    ["X-Test", "a\u0000b"],
    ["X-Test", "snow ☃"],
    ["X-Evil: 1\r\nX-Test", "a"],
    ["X Test", "a"],
    ["X-Test:", "a"],
    ["Größe", "a"],
  ])("Header %j: %j is refused", async (key, value) => {
    const error = await fail("rawRequest", { ...GET, headers: [{ key, value }] });
    expect(error.name).toBe("InputError");
    expect(error.message).toMatch(/^Header holds what no request can carry; given "/);
    expect(echo.requests).toEqual([]);
  });

  it("a header given twice is refused", async () => {
    const headers = [
      { key: "X-Test", value: "1" },
      { key: "x-test", value: "2" },
    ];
    expect((await fail("rawRequest", { ...GET, headers })).message).toBe(
      'Header must have each name once; given "x-test".',
    );
    expect(echo.requests).toEqual([]);
  });

  // Axios leaves out what every object inherits, without a word.
  it.each(["constructor", "__proto__"])("a header %s is refused", async (key) => {
    const error = await fail("rawRequest", { ...GET, headers: [{ key, value: "1" }] });
    expect(error.message).toBe(`Header holds what no request can carry; given "${key}".`);
    expect(echo.requests).toEqual([]);
  });

  it("a form holds plain values and files, under their names", async () => {
    const bytes = Buffer.from([0, 0xff, 0x0d, 0x0a]);
    await act("rawRequest", {
      method: "POST",
      url: "/upload",
      formData: [
        { key: "note", value: "Größe ☃" },
        { key: "note", value: "twice" },
        { key: "blob", value: bytes },
        { key: "empty", value: "" },
      ],
      fileData: [
        { key: "example.txt", value: "My File Contents" },
        { key: "photo", value: { data: bytes, contentType: "image/png" } },
        { key: "raw", value: bytes },
      ],
      fileDataFileNames: [{ key: "photo", value: "damage 1.png" }],
    });
    expect(only().headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(only().headers["content-length"]).toBe(String(only().body.length));
    const parts = await readForm(only());
    expect(parts.filter(({ name }) => name !== "blob")).toEqual([
      { name: "note", text: "Größe ☃" },
      { name: "note", text: "twice" },
      { name: "empty", text: "" },
      {
        name: "example.txt",
        fileName: "example.txt",
        contentType: "text/plain",
        data: Buffer.from("My File Contents"),
      },
      { name: "photo", fileName: "damage 1.png", contentType: "image/png", data: bytes },
      { name: "raw", fileName: "raw", contentType: "application/octet-stream", data: bytes },
    ]);
    // A value of bytes has no file name: its bytes must be there, whatever a parser makes of them.
    expect(only().body.includes(bytes)).toBe(true);
  });

  it.each<[what: string, form: Record<string, unknown>]>([
    ["Form Data as an object", { formData: { note: "Hello" } }],
    ["Form Data as text", { formData: "note:Hello" }],
    ["Form Data as JSON", { formData: '[{"key": "note", "value": "Hello"}]' }],
  ])("takes %s", async (_, form) => {
    await act("rawRequest", { method: "POST", url: "/x", ...form });
    expect(await readForm(only())).toEqual([{ name: "note", text: "Hello" }]);
  });

  it.each([null, "", undefined])("a form's value may be empty (%p)", async (value) => {
    await act("rawRequest", {
      method: "POST",
      url: "/x",
      formData: [{ key: "note", value }],
      fileData: [{ key: "a.txt", value }],
    });
    expect(await readForm(only())).toEqual([
      { name: "note", text: "" },
      { name: "a.txt", fileName: "a.txt", contentType: "text/plain", data: Buffer.alloc(0) },
    ]);
  });

  it("a form's names cannot begin another part or header", async () => {
    await act("rawRequest", {
      method: "POST",
      url: "/x",
      formData: [{ key: 'a"\r\nContent-Type: text/html\r\n\r\nevil', value: "1" }],
      fileData: [{ key: "b", value: "2" }],
      fileDataFileNames: [{ key: "b", value: 'x"; name="c\r\nX: y' }],
    });
    const text = only().body.toString();
    expect(text).not.toMatch(/^Content-Type: text\/html/m);
    expect(text).not.toMatch(/^X: y/m);
    expect((await readForm(only())).map(({ name }) => name)).toEqual([
      expect.stringMatching(/^a"/),
      "b",
    ]);
  });

  it("a form has its own content type, whatever a header says", async () => {
    await act("rawRequest", {
      method: "POST",
      url: "/x",
      formData: { note: "Hello" },
      headers: { "Content-Type": "multipart/form-data" },
    });
    expect(await readForm(only())).toEqual([{ name: "note", text: "Hello" }]);
  });

  it("takes a Buffer as Data as it is", async () => {
    const data = Buffer.from([0, 255, 254, 10]);
    for (const given of [data, data.toJSON(), { data, contentType: "image/png" }]) {
      await act("rawRequest", { method: "POST", url: "/x", data: given });
    }
    expect(echo.requests.map(({ headers }) => headers["content-type"])).toEqual([
      "application/octet-stream",
      "application/octet-stream",
      "image/png",
    ]);
    for (const { body } of echo.requests) {
      expect(body).toEqual(data);
    }
  });

  it("sends several files of one key with a name each", async () => {
    await act("rawRequest", {
      method: "POST",
      url: "/x",
      fileData: [
        { key: "f", value: "one" },
        { key: "f", value: "two" },
        { key: "f", value: { data: Buffer.from("three"), suggestedFileName: "c.txt" } },
      ],
      fileDataFileNames: [
        { key: "f", value: "a.txt" },
        { key: "f", value: "b.txt" },
      ],
    });
    expect(await readForm(only())).toMatchObject([
      { name: "f", fileName: "a.txt", data: Buffer.from("one") },
      { name: "f", fileName: "b.txt", data: Buffer.from("two") },
      { name: "f", fileName: "c.txt", data: Buffer.from("three") },
    ]);
  });

  it("writes numbers and booleans of Form Data out", async () => {
    await act("rawRequest", {
      method: "POST",
      url: "/x",
      formData: [
        { key: "a", value: 5 },
        { key: "b", value: 0 },
        { key: "c", value: false },
        { key: "d", value: 1.5 },
      ],
    });
    expect(await readForm(only())).toEqual([
      { name: "a", text: "5" },
      { name: "b", text: "0" },
      { name: "c", text: "false" },
      { name: "d", text: "1.5" },
    ]);
  });

  it.each([{ formData: { a: "1" } }, { fileData: { a: "1" } }])(
    "Data together with a form (%j) is refused",
    async (form) => {
      const error = await fail("rawRequest", { method: "POST", url: "/x", data: "{}", ...form });
      expect([error.name, error.message]).toEqual([
        "InputError",
        "Data cannot be sent together with File Data or Form Data: set one of them.",
      ]);
      expect(echo.requests).toEqual([]);
    },
  );

  const JSON_TEXT = '{"a": 1}';
  const JSON_TYPE = "application/json; charset=utf-8";
  const PNG = Buffer.from([0x89, 0x50, 0xff]);

  it.each<
    [responseType: string, contentType: string | undefined, body: string | Buffer, data: unknown]
  >([
    ["json", JSON_TYPE, JSON_TEXT, { a: 1 }],
    ["json", "application/problem+json", JSON_TEXT, { a: 1 }],
    ["json", JSON_TYPE, "null", null],
    ["json", "text/plain", "Hello", "Hello"],
    ["json", undefined, "", ""],
    ["json", JSON_TYPE, "[9007199254740991]", [9007199254740991]],
    ["text", JSON_TYPE, JSON_TEXT, JSON_TEXT],
    ["text", "text/plain; charset=utf-8", "Größe ☃", "Größe ☃"],
    ["document", "text/html", "<html></html>", "<html></html>"],
    ["arraybuffer", JSON_TYPE, JSON_TEXT, Buffer.from(JSON_TEXT)],
    ["arraybuffer", "image/png", PNG, PNG],
  ])(
    "a response asked for as %s, of the type %s, is returned: %j",
    async (responseType, contentType, body, data) => {
      echo.respondWith({ body, headers: contentType ? { "Content-Type": contentType } : {} });
      expect(await act("rawRequest", { ...GET, responseType })).toEqual({ data });
    },
  );

  it("a response without a body is returned as nothing", async () => {
    echo.respondWith({ status: 204, headers: {}, body: "" });
    const { data } = await act("rawRequest", { method: "DELETE", url: "/tickets/5" });
    expect(data || undefined).toBeUndefined();
  });
});

describe("Timeout", () => {
  it("ends an attempt that takes longer, ms", async () => {
    sandbox().faults.add({ fault: { delayMs: 400 } });
    const error = await fail("rawRequest", { ...GET, timeout: "40" });
    expect(error.message).toContain("there was no answer within 0.04 s");
    expect(sent()).toHaveLength(1);
  });

  it("is each attempt's own", async () => {
    useVirtualTime();
    sandbox().faults.add({ times: 2, fault: { delayMs: 400 } });
    const result = await act("rawRequest", { ...GET, timeout: "40", maxRetries: "2" });
    expect(sent()).toHaveLength(3);
    expect(result.data).toEqual(account);
  });

  it.each(["0", 0, "", "2000", 2000])("%p leaves a response the time it takes", async (timeout) => {
    sandbox().faults.add({ fault: { delayMs: 20 } });
    expect((await act("rawRequest", { ...GET, timeout })).data).toEqual(account);
  });
});

describe("retries", () => {
  const status = (code: number, headers = {}) => ({ status: code, headers });
  const RESET = { reset: "before" } as const;

  beforeEach(() => {
    jest.spyOn(clock, "random").mockReturnValue(0);
  });

  interface Case {
    what: string;
    inputs: Record<string, unknown>;
    fault: ReturnType<typeof status> | typeof RESET | { truncate: true };
    times?: number;
    /** Requests in all. */
    requests: number;
    /** Milliseconds between them. */
    waits: number[];
    succeeds: boolean;
  }

  const CASES: Case[] = [
    {
      what: "none by default",
      inputs: {},
      fault: status(500),
      requests: 1,
      waits: [],
      succeeds: false,
    },
    {
      what: "none when Max Retry Count is 0",
      inputs: { maxRetries: "0", retryAllErrors: true, retryDelayMS: "100" },
      fault: status(503),
      requests: 1,
      waits: [],
      succeeds: false,
    },
    {
      what: "as many as Max Retry Count says, at once when no delay is set",
      inputs: { maxRetries: "2" },
      fault: status(500),
      times: 2,
      requests: 3,
      waits: [0, 0],
      succeeds: true,
    },
    {
      what: "and no more",
      inputs: { maxRetries: 2 },
      fault: status(500),
      times: 3,
      requests: 3,
      waits: [0, 0],
      succeeds: false,
    },
    {
      what: "more than the other actions make",
      inputs: { maxRetries: "6" },
      fault: status(502),
      times: 6,
      requests: 7,
      waits: [0, 0, 0, 0, 0, 0],
      succeeds: true,
    },
    {
      what: "after a fixed delay",
      inputs: { maxRetries: "2", retryDelayMS: "1500" },
      fault: status(503),
      times: 2,
      requests: 3,
      waits: [1_500, 1_500],
      succeeds: true,
    },
    {
      what: "after delays that grow, whatever the fixed delay is",
      inputs: { maxRetries: "6", retryDelayMS: "99999", useExponentialBackoff: "true" },
      fault: status(500),
      times: 6,
      requests: 7,
      waits: [250, 500, 1_000, 2_000, 4_000, 4_000],
      succeeds: true,
    },
    {
      what: "after a lost connection",
      inputs: { maxRetries: "1" },
      fault: RESET,
      requests: 2,
      waits: [0],
      succeeds: true,
    },
    {
      what: "after half an answer",
      inputs: { maxRetries: "1" },
      fault: { truncate: true },
      requests: 2,
      waits: [0],
      succeeds: true,
    },
    ...[400, 404, 409, 422, 429].map((code) => ({
      what: `none after ${code} unless asked for`,
      inputs: { maxRetries: "2" },
      fault: status(code),
      requests: 1,
      waits: [],
      succeeds: false,
    })),
    ...[400, 404, 409, 422, 429, 500].map((code) => ({
      what: `after ${code} with Retry On All Errors`,
      inputs: { maxRetries: "2", retryAllErrors: "true", retryDelayMS: "10" },
      fault: status(code),
      times: 2,
      requests: 3,
      waits: [10, 10],
      succeeds: true,
    })),
    {
      what: "not before Retry-After has passed",
      inputs: { maxRetries: "1", retryAllErrors: "true", retryDelayMS: "10" },
      fault: status(429, { "Retry-After": "3" }),
      requests: 2,
      waits: [3_025],
      succeeds: true,
    },
    {
      what: "after the longer of Retry-After and the fixed delay",
      inputs: { maxRetries: "1", retryAllErrors: "true", retryDelayMS: "5000" },
      fault: status(429, { "Retry-After": "3" }),
      requests: 2,
      waits: [5_000],
      succeeds: true,
    },
    {
      what: "none when Retry-After is longer than a minute",
      inputs: { maxRetries: "2", retryAllErrors: "true" },
      fault: status(429, { "Retry-After": "61" }),
      requests: 1,
      waits: [],
      succeeds: false,
    },
  ];

  it.each(CASES)("of GET: $what", async ({ inputs, fault, times, requests, waits, succeeds }) => {
    const waited = useVirtualTime();
    sandbox().faults.add({ fault, times: times ?? 1 });
    const run = act("rawRequest", { ...GET, ...inputs });
    if (succeeds) {
      expect((await run).data).toEqual(account);
    } else {
      await expect(run).rejects.toThrow(/^Gorgias (answered|did not answer)/);
    }
    expect(waited).toEqual(waits);
    expect(sent()).toEqual(
      Array(requests).fill({ method: "GET", path: "/api/account", query: [] }),
    );
  });

  it("jitter: exponential delays lie between half of their ceiling and all of it", async () => {
    jest.spyOn(clock, "random").mockReturnValue(0.999);
    const waited = useVirtualTime();
    sandbox().faults.add({ fault: status(500), times: 3 });
    await act("rawRequest", { ...GET, maxRetries: 3, useExponentialBackoff: true });
    expect(waited.map(Math.round)).toEqual([500, 1_000, 1_999]);
  });

  const CUSTOMER = { channels: [{ type: "email", address: "new@example.com" }] };
  const POST = { method: "POST", url: "/customers", data: CUSTOMER };
  const ALWAYS = { maxRetries: "5", retryAllErrors: "true" };

  it.each<[what: string, fault: Case["fault"]]>([
    ["500", status(500)],
    ["502", status(502)],
    ["a lost connection", RESET],
  ])("of POST: never after %s, which leaves open whether it was performed", async (_, fault) => {
    const waited = useVirtualTime();
    sandbox().faults.add({ fault });
    const error = await fail("rawRequest", { ...POST, ...ALWAYS });
    expect(error.message).toContain(
      "It may have been performed all the same, and it was not sent again",
    );
    expect([sent().length, waited]).toEqual([1, []]);
  });

  it("of POST: never after half a response, which says that it was performed", async () => {
    const waited = useVirtualTime();
    sandbox().faults.add({ fault: { truncate: true } });
    const error = await fail("rawRequest", { ...POST, ...ALWAYS });
    expect(error.message).toContain("It was performed, and it was not sent again");
    expect([sent().length, waited]).toEqual([1, []]);
  });

  it.each([400, 404, 409, 429])("of POST: after %d, which was not performed", async (code) => {
    useVirtualTime();
    sandbox().faults.add({ fault: status(code), times: 2 });
    const { data } = await act("rawRequest", { ...POST, ...ALWAYS });
    expect(sent()).toEqual(
      Array(3).fill({ method: "POST", path: "/api/customers", query: [], body: CUSTOMER }),
    );
    expect(data).toMatchObject({ email: "new@example.com" });
  });

  it("of a merge: never after an ambiguous failure", async () => {
    useVirtualTime();
    sandbox().faults.add({ fault: status(503) });
    const merge = { method: "PUT", url: "/customers/merge?source_id=1001&target_id=1002" };
    const { message } = await fail("rawRequest", { ...merge, data: "{}", ...ALWAYS });
    expect(message).toContain("It may have been performed all the same");
    expect(sent()).toHaveLength(1);
  });

  it.each(["PUT", "DELETE"])("of %s: after an ambiguous failure too", async (method) => {
    useVirtualTime();
    sandbox().faults.add({ fault: status(502) });
    const data = method === "PUT" ? { subject: "x" } : "";
    await act("rawRequest", { method, url: "/tickets/5", data, maxRetries: 1 });
    expect(sent().map((request) => request.method)).toEqual([method, method]);
  });

  it("of DELETE: one that was performed before its response got lost has succeeded", async () => {
    useVirtualTime();
    sandbox().faults.add({ fault: { reset: "after" } });
    await act("rawRequest", { method: "DELETE", url: "/tickets/5", maxRetries: 1 });
    expect(sandbox().requests.map((request) => request.status)).toEqual(["reset", 404]);
  });

  it("of a form: the same bytes again", async () => {
    useVirtualTime();
    sandbox().faults.add({ fault: status(429), times: 2 });
    const file = Buffer.from([0, 1, 0xff, 0x0d, 0x0a]);
    const { data } = await act("rawRequest", {
      method: "POST",
      url: "/upload",
      queryParams: { type: "attachment" },
      fileData: [{ key: "a.bin", value: file }],
      fileDataFileNames: { "a.bin": "b.bin" },
      ...ALWAYS,
    });
    expect(sandbox().requests.map(({ status: code, parts }) => [code, parts])).toEqual(
      [429, 429, 201].map((code) => [
        code,
        [{ name: "a.bin", filename: "b.bin", contentType: "application/octet-stream", data: file }],
      ]),
    );
    expect(data).toMatchObject([{ name: "a.bin", size: file.length }]);
  });

  it("say how many attempts were made", async () => {
    useVirtualTime();
    sandbox().faults.add({ fault: status(500), times: 9 });
    const { message } = await fail("rawRequest", { ...GET, maxRetries: "2" });
    expect(message).toMatch(
      /^Gorgias answered 500 to GET \/account: Fault 500 .*, after 3 attempts$/,
    );
  });

  // The input's note: "helpful when retrying after HTTP 429 or other 3xx or 4xx errors".
  it.each([302, 304])("after %d with Retry On All Errors", async (code) => {
    useVirtualTime();
    sandbox().faults.add({ fault: status(code, { Location: "https://evil.example/" }), times: 2 });
    const { data } = await act("rawRequest", { ...GET, ...ALWAYS });
    expect(data).toEqual(account);
    expect(sent()).toHaveLength(3);
  });
});
