import { randomBytes } from "node:crypto";
import { bearerAuth, ManualClock, useSandbox } from "../support/sandboxClient";

const clock = new ManualClock();
const { call, sandbox } = useSandbox({ clock });
const BYTES = randomBytes(70_001);

/** A form with a file under each label. */
function form(
  files: Record<string, { data: string | Buffer; type: string; filename?: string }>,
): FormData {
  const body = new FormData();
  for (const [label, { data, type, filename = label }] of Object.entries(files)) {
    body.append(label, new Blob([data], { type }), filename);
  }
  return body;
}

/** The path of the download operation for the URL of a private file. */
function downloadPath(url: string): string {
  const [, hash, name] = new URL(url).pathname.split("/");
  return `/api/attachment/download/${hash}/${name}`;
}

describe("upload", () => {
  it("stores every part under its name", async () => {
    const { status, body } = await call(
      "POST",
      "/api/upload",
      form({
        "photo.png": { data: BYTES, type: "image/png", filename: "other.png" },
        "my notes.txt": { data: "héllo", type: "text/plain" },
      }),
    );
    expect(status).toBe(201);
    expect(body).toEqual([
      {
        name: "photo.png",
        size: BYTES.length,
        content_type: "image/png",
        url: expect.stringMatching(/^https:\/\/uploads\.gorgias\.io\/[\w-]+\/photo-[\w-]+\.png$/),
      },
      {
        name: "my notes.txt",
        size: 6,
        content_type: "text/plain",
        url: expect.stringMatching(/\/my_notes-[\w-]+\.txt$/),
      },
    ]);
  });

  it("logs the parts as they came", async () => {
    await call(
      "POST",
      "/api/upload",
      form({ a: { data: BYTES, type: "image/gif", filename: "b.gif" } }),
    );
    expect(sandbox().requests[0]).toMatchObject({
      body: undefined,
      parts: [{ name: "a", filename: "b.gif", contentType: "image/gif", data: BYTES }],
    });
  });

  it("gives public kinds a URL that works as it is", async () => {
    const { body } = await call(
      "POST",
      "/api/upload?type=public_attachment",
      form({ "a.txt": { data: "hi", type: "text/plain" } }),
    );
    const response = await fetch(body[0].url);
    expect([response.status, await response.text()]).toEqual([200, "hi"]);
  });

  it.each([
    ["a form without parts", "multipart/form-data; boundary=x", "--x--\r\n"],
    [
      "a part that is no file",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nv\r\n--x--\r\n',
    ],
    ["no form at all", "multipart/form-data; boundary=x", "hello"],
    ["JSON", "application/json", "{}"],
  ])("refuses %s", async (_, contentType, text) => {
    const response = await fetch(`${sandbox().url}/api/upload`, {
      method: "POST",
      headers: { authorization: bearerAuth(sandbox()), "content-type": contentType },
      body: text,
    });
    expect([response.status, await response.json()]).toMatchObject([400, { error: { data: {} } }]);
    expect(sandbox().state.files.size).toBe(0);
  });
});

describe("download", () => {
  const uploaded = async () => {
    const files = form({ "photo.png": { data: BYTES, type: "image/png" } });
    return (await call("POST", "/api/upload", files)).body[0];
  };
  const redirect = async () => {
    const { status, headers, body } = await call("GET", downloadPath((await uploaded()).url));
    expect([status, body]).toEqual([307, undefined]);
    return String(headers.get("location"));
  };

  it("redirects to another origin, which gives the same bytes and type", async () => {
    const location = await redirect();
    expect(new URL(location).origin).toBe(sandbox().storageUrl);
    expect(sandbox().storageUrl).not.toBe(sandbox().url);
    const response = await fetch(location);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(Buffer.from(await response.arrayBuffer()).equals(BYTES)).toBe(true);
    expect(sandbox().storageRequests).toMatchObject([{ method: "GET", status: 200 }]);
    expect(sandbox().storageRequests[0]?.headers).not.toHaveProperty("authorization");
  });

  it("answers 400 there when the credentials come along", async () => {
    const response = await fetch(await redirect(), {
      headers: { authorization: bearerAuth(sandbox()) },
    });
    expect(response.status).toBe(400);
  });

  it("answers 403 there once the URL has expired, or with another signature", async () => {
    const location = await redirect();
    expect((await fetch(location.replace(/.$/, "x"))).status).toBe(403);
    expect((await fetch(location.split("?")[0] as string)).status).toBe(403);
    clock.ms += 5 * 60_000;
    expect((await fetch(location)).status).toBe(403);
  });

  it("delivers what a test has stored", async () => {
    const file = sandbox().storeFile({
      name: "a b.pdf",
      contentType: "application/pdf",
      data: BYTES,
    });
    expect(file).toEqual({
      fileType: "attachment",
      domainHash: expect.stringMatching(/^[\w-]+$/),
      resourceName: expect.stringMatching(/^a_b-[\w-]+\.pdf$/),
    });
    const path = `/api/${file.fileType}/download/${file.domainHash}/${file.resourceName}`;
    expect((await call("GET", path)).status).toBe(307);
  });

  it.each([
    ["another kind", (path: string) => path.replace("attachment", "profile_picture")],
    ["another hash", (path: string) => path.replace("/download/", "/download/x")],
    ["another name", (path: string) => `${path}x`],
  ])("answers 404 for %s", async (_, change) => {
    expect((await call("GET", change(downloadPath((await uploaded()).url)))).status).toBe(404);
  });

  it("can fail on the second origin alone", async () => {
    sandbox().faults.add({ origin: "storage", fault: { status: 503 } });
    const location = await redirect();
    expect((await fetch(location)).status).toBe(503);
    expect((await fetch(location)).status).toBe(200);
  });
});
