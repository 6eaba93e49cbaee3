/** One file of a multipart request. */
export interface FilePart {
  /** Name of the part, which Gorgias takes as the label of the file. */
  name: string;
  filename: string;
  contentType: string;
  data: Buffer;
}

/**
 * Splits a multipart body; Node's own `Response` does the parsing.
 * @param contentType the whole header, with the boundary
 * @returns undefined when the body is not multipart, or when a part is not a file
 */
export async function parseMultipart(
  body: Buffer,
  contentType: string,
): Promise<FilePart[] | undefined> {
  if (!/^multipart\//i.test(contentType)) {
    return undefined;
  }
  try {
    const form = await new Response(body, { headers: { "content-type": contentType } }).formData();
    return await Promise.all([...form.entries()].map(([name, value]) => readPart(name, value)));
  } catch {
    return undefined;
  }
}

async function readPart(name: string, value: File | string): Promise<FilePart> {
  if (typeof value === "string") {
    throw new Error(`Part ${name} has no filename.`);
  }
  return {
    name,
    filename: value.name,
    contentType: value.type || "application/octet-stream",
    data: Buffer.from(await value.arrayBuffer()),
  };
}
