import { useActions } from "../../../support/actions";

const { act, fail, sandbox, sent } = useActions();

const BYTES = Buffer.from("%PDF-1.7 An invoice");

async function upload(type?: string): Promise<string> {
  const file = { data: BYTES, contentType: "application/pdf" };
  const given = { file, file_name: "my invoice.pdf", ...(type ? { type } : {}) };
  const [stored] = (await act("uploadFiles", given)).data as { url: string }[];
  return stored?.url as string;
}

function gets() {
  return sent()
    .filter(({ method }) => method === "GET")
    .map(({ path }) => path);
}

it("downloads a file by the URL that its message holds", async () => {
  const url = await upload();
  const [hash, name] = new URL(url).pathname.slice(1).split("/");
  const result = await act("downloadAttachment", { url: ` ${url} ` });
  expect(result).toMatchObject({ contentType: "application/pdf" });
  expect(BYTES.equals(result.data as Buffer)).toBe(true);
  expect(gets()).toEqual([`/api/attachment/download/${hash}/${name}`]);
});

it("downloads a public file, which is of another type", async () => {
  const result = await act("downloadAttachment", { url: await upload("public_attachment") });
  expect(BYTES.equals(result.data as Buffer)).toBe(true);
  expect(gets()).toHaveLength(2);
});

it("takes the address of the API, which names the type", async () => {
  const { pathname } = new URL(await upload("public_attachment"));
  const url = `https://acme.gorgias.com/api/public_attachment/download${pathname}`;
  expect(BYTES.equals((await act("downloadAttachment", { url })).data as Buffer)).toBe(true);
  expect(gets()).toHaveLength(1);
});

it("passes on that a file is not there", async () => {
  const url = "https://uploads.gorgias.io/hash/none.pdf";
  expect((await fail("downloadAttachment", { url })).status).toBe(404);
});

it("does not look for a public file when Gorgias refuses to give the private one", async () => {
  const url = await upload();
  sandbox().faults.add({ method: "GET", path: /download/, fault: { status: 403 } });
  expect((await fail("downloadAttachment", { url })).message).toContain("403");
  expect(gets()).toHaveLength(1);
});

it.each([
  "invoice.pdf",
  "/hash/invoice.pdf",
  "ftp://uploads.gorgias.io/hash/invoice.pdf",
  "https://cdn.shop.example/files/2024/invoice.pdf",
  "https://uploads.gorgias.io/invoice.pdf",
  "https://uploads.gorgias.io/hash/%2e%2e",
  "",
])("refuses %p, and sends nothing", async (url) => {
  const { message } = await fail("downloadAttachment", { url });
  expect(message).toMatch(/URL|cannot be part of a Gorgias address/);
  expect(sandbox().requests).toEqual([]);
});
