import { parseMultipart } from "gorgias-sandbox/contract";
import { type FormPart, toMultipart } from "../../src/http/multipart";

const BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const BOUNDARY_LIKE = Buffer.from("\r\n--x\r\nContent-Disposition: form-data\r\n\r\n");

async function roundTrip(parts: FormPart[]) {
  const { body, contentType } = toMultipart(parts);
  expect(contentType).toMatch(/^multipart\/form-data; boundary=/);
  return parseMultipart(body, contentType);
}

it.each<[string, Buffer | string]>([
  ["every byte there is", BYTES],
  ["no byte", Buffer.alloc(0)],
  ["what looks like a boundary", BOUNDARY_LIKE],
  ["a megabyte", Buffer.alloc(1_000_000, BYTES)],
  ["text", "Grüße"],
])("a file of %s arrives unchanged", async (_, data) => {
  const [part] = (await roundTrip([{ name: "a.bin", fileName: "a.bin", data }])) ?? [];
  expect(part).toMatchObject({ name: "a.bin", filename: "a.bin" });
  expect(Buffer.compare(part?.data ?? Buffer.from("?"), Buffer.from(data))).toBe(0);
});

it.each([
  ["as it is stated", "a.png", "image/x-mine", "image/x-mine"],
  ["from the ending of its name", "a.png", undefined, "image/png"],
  ["as bytes when its name says nothing", "a", undefined, "application/octet-stream"],
])("the type of a file is sent %s", (_, fileName, contentType, expected) => {
  const { body } = toMultipart([{ name: "a", fileName, contentType, data: Buffer.from("x") }]);
  expect(body.toString()).toContain(`Content-Type: ${expected}\r\n`);
});

it("a plain value has neither a file name nor a type", () => {
  const { body } = toMultipart([{ name: "note", data: "hello" }]);
  expect(body.toString()).toMatch(
    /^--\S+\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n--\S+--\r\n$/,
  );
});

it("keeps the order of the parts", async () => {
  const names = ["b", "a", "c"];
  const parts = await roundTrip(names.map((name) => ({ name, fileName: name, data: name })));
  expect(parts?.map(({ name }) => name)).toEqual(names);
});
