import { randomBytes } from "node:crypto";
import { startSandbox } from "gorgias-sandbox";
import { clock } from "../../src/clock";
import { freePort, useActions, useVirtualTime } from "../support/actions";
import { apiKeyConnection, recordingLogger, run } from "../support/integration";
import fc from "../support/properties";

const { act, fail, sandbox, sent } = useActions();

const BYTES = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff, 0xfe]);

/** The files of each upload so far. */
function uploads() {
  return sandbox().requests.map(({ parts }) => parts);
}

describe("Upload Files", () => {
  it("sends the file and its type, and returns what Gorgias made of it", async () => {
    const result = await act("uploadFiles", {
      file: { data: BYTES, contentType: "image/png" },
      file_name: "package-damaged.png",
      type: "public_attachment",
    });
    expect(sent()).toEqual([
      { method: "POST", path: "/api/upload", query: ["type=public_attachment"] },
    ]);
    expect(sandbox().requests[0]?.headers["content-type"]).toMatch(
      /^multipart\/form-data; boundary=/,
    );
    const name = "package-damaged.png";
    expect(uploads()).toEqual([[{ name, filename: name, contentType: "image/png", data: BYTES }]]);
    expect(result).toEqual({
      data: [
        {
          name,
          content_type: "image/png",
          size: BYTES.length,
          url: expect.stringContaining(sandbox().storageUrl),
        },
      ],
    });
  });

  it("sends several files in one request", async () => {
    const invoice = randomBytes(1_000);
    const photo = randomBytes(1_000);
    const { data } = await act("uploadFiles", {
      file: BYTES,
      file_name: "first.png",
      files: [
        { key: "invoice.pdf", value: invoice.toString("base64") },
        { key: "", value: "" },
        { key: "photo", value: { data: photo, contentType: "image/jpeg" } },
      ],
    });
    expect(sent()).toEqual([{ method: "POST", path: "/api/upload", query: [] }]);
    const part = (name: string, contentType: string, bytes: Buffer) => ({
      name,
      filename: name,
      contentType,
      data: bytes,
    });
    expect(uploads()).toEqual([
      [
        part("first.png", "image/png", BYTES),
        part("invoice.pdf", "application/pdf", invoice),
        part("photo", "image/jpeg", photo),
      ],
    ]);
    expect(data).toMatchObject([{ name: "first.png" }, { name: "invoice.pdf" }, { name: "photo" }]);
  });

  it.each<[what: string, files: unknown]>([
    ["the platform's pairs", [{ key: "a.txt", value: "SGVsbG8=" }]],
    ["an object", { "a.txt": Buffer.from("Hello") }],
    ["text as the example shows it", "a.txt:SGVsbG8="],
    ["JSON text", '{"a.txt": "SGVsbG8="}'],
  ])("takes Additional Files as %s", async (_, files) => {
    await act("uploadFiles", { file: BYTES, files });
    expect(uploads()[0]?.[1]).toEqual({
      name: "a.txt",
      filename: "a.txt",
      contentType: "text/plain",
      data: Buffer.from("Hello"),
    });
  });

  it.each<[what: string, inputs: Record<string, unknown>, name: string]>([
    ["File Name", { file: BYTES, file_name: "damage.png" }, "damage.png"],
    [
      "File Name before that of an earlier step",
      { file: { data: BYTES, suggestedFileName: "old.png" }, file_name: "new.png" },
      "new.png",
    ],
    [
      "the name that an earlier step gave it",
      { file: { data: BYTES, suggestedFileName: "old.png" } },
      "old.png",
    ],
    [
      "that name without what a label cannot hold",
      { file: { data: BYTES, suggestedFileName: 'dir/a"b\\c\nd.png' } },
      "dir_a_b_c_d.png",
    ],
    ["a name of its own when there is none", { file: BYTES }, "file"],
    [
      "a name of its own when both are blank",
      { file: { data: BYTES, suggestedFileName: " " }, file_name: "  " },
      "file",
    ],
  ])("labels the file by %s", async (_, inputs, name) => {
    await act("uploadFiles", inputs);
    expect(uploads()).toMatchObject([[{ name, filename: name }]]);
  });

  it.each([
    "Größe – naïve ☃ 📦.png",
    "日本語.txt",
    "o'neill's; name=x.txt",
    "with blanks  inside.txt",
    "100%25.txt",
    "..",
    ".hidden",
    "x".repeat(255),
  ])("keeps the odd name %s", async (name) => {
    await act("uploadFiles", { file: BYTES, file_name: name });
    expect(uploads()).toMatchObject([[{ name, data: BYTES }]]);
  });

  it.each([
    'a"b.txt',
    "a/b.txt",
    "../a.txt",
    "a\\b.txt",
    "a\r\nContent-Type: text/html",
    "a\u0000.txt",
    "x".repeat(256),
  ])("refuses the name %j, as File Name and as a key", async (name) => {
    const rule =
      "must be a file name of at most 255 characters, without quotes, slashes and line breaks";
    const asName = await fail("uploadFiles", { file: BYTES, file_name: name });
    expect(asName.message).toContain(`File Name ${rule}; given "`);
    const asKey = await fail("uploadFiles", {
      file: BYTES,
      files: [{ key: name, value: "SGVsbG8=" }],
    });
    expect(asKey.message).toContain(`Additional Files ${rule}; given "`);
    expect(sent()).toEqual([]);
  });

  it.each<[inputs: Record<string, unknown>]>([
    [{ file_name: "a.txt", files: [{ key: "a.txt", value: "SGVsbG8=" }] }],
    [{ file: { data: BYTES, suggestedFileName: "a.txt" }, files: { "a.txt": "SGVsbG8=" } }],
    [
      {
        files: [
          { key: "a.txt", value: "SGVsbG8=" },
          { key: "a.txt", value: "SGVsbG8=" },
        ],
      },
    ],
  ])("refuses two files of one name (%#)", async (inputs) => {
    const error = await fail("uploadFiles", { file: BYTES, ...inputs });
    expect([error.name, error.message]).toEqual([
      "InputError",
      'File Name and Additional Files must differ; given "a.txt" twice.',
    ]);
    expect(sent()).toEqual([]);
  });

  it.each<[inputs: Record<string, unknown>, refusal: RegExp]>([
    [{ file: "" }, /^File is required/],
    [{ file: BYTES, type: "photo" }, /^Type must be one of .*; given "photo"\.$/],
    [
      { file: BYTES, files: [{ key: "a.txt", value: "" }] },
      /^Additional Files must be binary data/,
    ],
    [{ file: BYTES, files: [{ key: "", value: "SGVsbG8=" }] }, /^Additional Files must have a key/],
  ])("refuses %j before anything is sent", async (inputs, refusal) => {
    const error = await fail("uploadFiles", inputs);
    expect([error.name, error.message]).toEqual(["InputError", expect.stringMatching(refusal)]);
    expect(sent()).toEqual([]);
  });

  it.each<[name: string, stated: string | undefined, contentType: string]>([
    ["a.png", undefined, "image/png"],
    ["a.png", "image/webp", "image/webp"],
    ["a.PDF", undefined, "application/pdf"],
    ["a", undefined, "application/octet-stream"],
    ["a.unknownending", undefined, "application/octet-stream"],
  ])("says of %s, stated as %s, that it is %s", async (name, stated, contentType) => {
    await act("uploadFiles", { file: { data: BYTES, contentType: stated }, file_name: name });
    expect(uploads()).toMatchObject([[{ contentType }]]);
  });

  // form-data writes the content type as it is, so a line break in it begins a header, or a file.
  it("refuses a content type that no header can carry", async () => {
    const contentType = "image/png\r\nContent-Disposition: form-data; name=other";
    const error = await fail("uploadFiles", { file: { data: BYTES, contentType } });
    expect([error.name, error.message]).toEqual(["InputError", expect.stringMatching(/^File /)]);
    expect(sent()).toEqual([]);
  });

  it.each<[what: string, file: unknown, data: string]>([
    ["the documented example", "SGVsbG8sIFdvcmxkIQ==", "Hello, World!"],
    ["base64 in lines of a mail", `${"QUJD".repeat(19)}\r\nQUJD`, "ABC".repeat(20)],
    ["text", "Order 5 is late", "Order 5 is late"],
    ["text with an umlaut", "Grüße", "Grüße"],
    ["base64 with something after it", "SGVsbG8=!", "SGVsbG8=!"],
    ["base64 without its padding", "SGVsbG8", "SGVsbG8"],
    ["base64 with bits to spare", "SGVsbG9=", "SGVsbG9="],
    ["words that could be base64 but for the blank", "word SGVsbG8=", "word SGVsbG8="],
    ["text of a type", { data: "SGVsbG8=", contentType: "text/plain" }, "SGVsbG8="],
    ["CSV of a type", { data: "a;b\n1;2", contentType: "text/csv; charset=utf-8" }, "a;b\n1;2"],
    ["JSON of a type", { data: "1234", contentType: "application/json" }, "1234"],
    ["base64 of a type", { data: "SGVsbG8=", contentType: "image/png" }, "Hello"],
    ["a Buffer as JSON", { type: "Buffer", data: [72, 105] }, "Hi"],
    [
      "a Buffer as JSON, of a type",
      { data: { type: "Buffer", data: [72, 105] }, contentType: "a/b" },
      "Hi",
    ],
    ["an ArrayBuffer", new Uint8Array([72, 105]).buffer, "Hi"],
    ["a part of a larger buffer", new Uint8Array([0, 72, 105, 0]).subarray(1, 3), "Hi"],
  ])("uploads %s whole", async (_, file, data) => {
    await act("uploadFiles", { file, file_name: "a.bin", files: [{ key: "b", value: file }] });
    expect(
      uploads()
        .flat()
        .map((part) => part?.data.toString()),
    ).toEqual([data, data]);
  });

  it.each([
    ["image/png", "file.png"],
    ["text/plain; charset=utf-8", "file.txt"],
    ["application/pdf", "file.pdf"],
    ["application/x-nobody-knows", "file"],
    [undefined, "file"],
  ])("names a file without a name by its type %s: %s", async (contentType, name) => {
    await act("uploadFiles", { file: { data: BYTES, contentType } });
    expect(uploads()).toMatchObject([[{ name }]]);
  });

  it("delivers any bytes unchanged", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        await act("uploadFiles", { file: bytes, files: { copy: Buffer.from(bytes) } });
        const [main, copy] = uploads().at(-1) ?? [];
        expect(main?.data).toEqual(Buffer.from(bytes));
        expect(copy?.data).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 30 },
    );
    const large = randomBytes(3_000_000);
    await act("uploadFiles", { file: large.toString("base64") });
    expect(uploads().at(-1)?.[0]?.data.equals(large)).toBe(true);
  });

  it("delivers bytes that look like a form", async () => {
    const bytes = Buffer.from(
      '--boundary\r\nContent-Disposition: form-data; name="x"\r\n\r\n--\r\n',
    );
    await act("uploadFiles", { file: bytes });
    expect(uploads()).toMatchObject([[{ name: "file", data: bytes }]]);
  });

  it("delivers the same bytes when it is repeated after a 429", async () => {
    const waits = useVirtualTime();
    const data = randomBytes(100_000);
    const fault = { status: 429, headers: { "Retry-After": "2" } };
    sandbox().faults.add({ path: "/api/upload", times: 2, fault });
    const result = await act("uploadFiles", {
      file: data,
      file_name: "a.bin",
      files: { b: BYTES },
    });
    expect(sandbox().requests.map(({ status }) => status)).toEqual([429, 429, 201]);
    expect(waits).toHaveLength(2);
    for (const parts of uploads()) {
      expect(parts).toMatchObject([
        { name: "a.bin", data },
        { name: "b", data: BYTES },
      ]);
    }
    expect(result.data).toMatchObject([{ name: "a.bin", size: 100_000 }, { name: "b" }]);
  });

  // Under jest, Node's own errors are of another realm: `instanceof Error` does not see that the
  // connection was refused (src/http/transport.ts, causesOf), and the upload is not repeated.
  it("delivers the same bytes when it is repeated after a refused connection", async () => {
    const port = await freePort();
    process.env.GORGIAS_SANDBOX_URL = `http://127.0.0.1:${port}`;
    const late: Awaited<ReturnType<typeof startSandbox>>[] = [];
    const waits: number[] = [];
    jest.spyOn(clock, "sleep").mockImplementation(async (ms) => {
      waits.push(ms);
      late.push(await startSandbox({ port, tickets: 0, customers: 0 }));
    });
    try {
      const result = await run(
        "uploadFiles",
        { connection: apiKeyConnection(sandbox().credentials), file: BYTES, file_name: "a.png" },
        { logger: recordingLogger().logger },
      );
      expect(waits).toHaveLength(1);
      expect(late[0]?.requests.map(({ parts }) => parts)).toEqual([
        [{ name: "a.png", filename: "a.png", contentType: "image/png", data: BYTES }],
      ]);
      expect(result.data).toMatchObject([{ name: "a.png", size: BYTES.length }]);
    } finally {
      process.env.GORGIAS_SANDBOX_URL = sandbox().url;
      await Promise.all(late.map((other) => other.close()));
    }
  });

  it("is not repeated once it may have arrived, and says that it can be", async () => {
    sandbox().faults.add({ path: "/api/upload", fault: { reset: "after" } });
    const { message } = await fail("uploadFiles", { file: BYTES });
    expect(message).toContain("The file may have been created all the same");
    expect(message).toContain("a second upload does no harm, so this can be run again");
    expect(sent()).toHaveLength(1);
  });
});

describe("Download File", () => {
  const stored = (file: { name: string; contentType: string; data: Buffer; fileType?: string }) => {
    const { fileType, domainHash, resourceName } = sandbox().storeFile(file);
    return { file_type: fileType, domain_hash: domainHash, resource_name: resourceName };
  };

  it.each(["attachment", "public_attachment", "profile_picture", "widget_picture"])(
    "reads a file of the type %s, with its content type",
    async (fileType) => {
      const data = randomBytes(2_000);
      const inputs = stored({ name: "damage 1.png", contentType: "image/png", data, fileType });
      const result = await act("downloadFile", inputs);
      expect(sent()).toEqual([
        {
          method: "GET",
          path: `/api/${fileType}/download/${inputs.domain_hash}/${inputs.resource_name}`,
          query: [],
        },
      ]);
      expect(result).toEqual({ data, contentType: "image/png" });
      expect(Buffer.isBuffer(result.data)).toBe(true);
    },
  );

  it("shows the storage no credentials", async () => {
    const inputs = stored({ name: "a.txt", contentType: "text/plain", data: Buffer.from("Hello") });
    await act("downloadFile", inputs);
    const [request, ...others] = sandbox().storageRequests;
    expect(others).toEqual([]);
    expect(request).toMatchObject({ method: "GET", status: 200, body: undefined });
    expect(request?.query).toMatch(/^expires=\d+&signature=[0-9a-f]+$/);
    const { apiKey, username } = sandbox().credentials;
    expect(request?.headers).not.toHaveProperty("authorization");
    expect(request?.headers).not.toHaveProperty("cookie");
    for (const secret of [apiKey, Buffer.from(`${username}:${apiKey}`).toString("base64")]) {
      expect(JSON.stringify(request)).not.toContain(secret);
    }
  });

  it.each<[what: string, data: Buffer, contentType: string]>([
    ["nothing", Buffer.alloc(0), "application/x-empty"],
    ["text in UTF-8", Buffer.from("Größe ☃"), "text/plain; charset=utf-8"],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00, 0x80]), "application/octet-stream"],
    ["JSON", Buffer.from('{"a": 9007199254740993}'), "application/json"],
  ])("returns %s as bytes", async (_, data, contentType) => {
    const result = await act("downloadFile", stored({ name: "a", contentType, data }));
    expect(result).toEqual({ data, contentType });
  });

  it("returns what was uploaded", async () => {
    await act("uploadFiles", { file: BYTES, file_name: "a.png" });
    const [file] = [...sandbox().state.files.values()];
    const result = await act("downloadFile", {
      file_type: "attachment",
      domain_hash: file?.domainHash,
      resource_name: file?.resourceName,
    });
    expect(result).toEqual({ data: BYTES, contentType: "image/png" });
  });

  const LEAST = { file_type: "attachment", domain_hash: "Hna8kldnmlal", resource_name: "a.png" };

  it("that is not there is Gorgias's error", async () => {
    expect(await fail("downloadFile", LEAST)).toMatchObject({ name: "GorgiasError", status: 404 });
    expect(sandbox().storageRequests).toEqual([]);
  });

  it.each([
    "../../account",
    "..%2f..%2faccount",
    "%2e%2e",
    "a/b.png",
    "a\\b.png",
    "a?type=attachment",
    "a#b",
    "...",
    "; rm",
    " a b ",
    "ü☃📦",
    "//evil.example/x",
    "http://evil.example/x",
  ])("sends the resource name %j as one segment of the path", async (resource_name) => {
    await fail("downloadFile", { ...LEAST, resource_name });
    const [{ path, query } = { path: "", query: [] }] = sent();
    expect(sent()).toHaveLength(1);
    expect(query).toEqual([]);
    expect(path.split("/").slice(0, -1).join("/")).toBe("/api/attachment/download/Hna8kldnmlal");
    expect(decodeURIComponent(path.split("/").at(-1) ?? "")).toBe(resource_name);
  });

  it.each<[inputs: Record<string, unknown>, refusal: RegExp]>([
    [{ domain_hash: ".." }, /^Domain Hash may only hold letters, digits, _ and -; given "\.\."\.$/],
    [{ domain_hash: "a/../b" }, /^Domain Hash may only hold letters/],
    [{ domain_hash: "%2e%2e" }, /^Domain Hash may only hold letters/],
    [{ file_type: "../account" }, /^File Type must be one of attachment, .*"\.\.\/account"\.$/],
    [{ file_type: "" }, /^File Type is required/],
    [{ resource_name: " " }, /^Resource Name is required/],
    [{ resource_name: ["a"] }, /^Resource Name must be text/],
  ])("refuses %j before anything is sent", async (inputs, refusal) => {
    const error = await fail("downloadFile", { ...LEAST, ...inputs });
    expect([error.name, error.message]).toEqual(["InputError", expect.stringMatching(refusal)]);
    expect(sent()).toEqual([]);
  });

  it.each([".", "..", "\ud800"])(
    "sends nothing for the resource name %j",
    async (resource_name) => {
      expect((await fail("downloadFile", { ...LEAST, resource_name })).name).toBe("InputError");
      expect(sent()).toEqual([]);
    },
  );

  // They are refused where the path is written, which does not know the input.
  it.each([".", "..", "\ud800"])(
    "names Resource Name when it refuses %j",
    async (resource_name) => {
      const { message } = await fail("downloadFile", { ...LEAST, resource_name });
      expect(message).toMatch(/^Resource Name /);
    },
  );
});
