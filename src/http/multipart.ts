import FormData from "form-data";

/** A part of a form: a file when it has a file name, else a plain value. */
export interface FormPart {
  name: string;
  data: Buffer | string;
  fileName?: string;
  contentType?: string;
}

/**
 * Writes a form as bytes, so that a request that carries it can be sent again: a form's stream is
 * consumed by the first attempt.
 */
export function toMultipart(parts: readonly FormPart[]): { body: Buffer; contentType: string } {
  const form = new FormData();
  for (const { name, data, fileName, contentType } of parts) {
    form.append(
      name,
      data,
      // Without a stated type, form-data takes the one that the file name's ending stands for.
      { filename: fileName, contentType },
    );
  }
  return { body: form.getBuffer(), contentType: String(form.getHeaders()["content-type"]) };
}
