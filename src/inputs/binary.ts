import { type Clean, isUnset, refuse } from "./clean";

/** A file as an earlier step hands it over. */
export interface FileContent {
  data: Buffer;
  contentType?: string;
  /** The name that the earlier step gave it. */
  fileName?: string;
}

/** Anything else cannot stand in a header. */
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(;[\x20-\x7e]*)?$/;

/**
 * Cleans a file: the binary data of an earlier step, or text.
 *
 * @param encoding what a text holds: the file in base64, or the file itself.
 */
export function file(label: string, encoding: "base64" | "utf8"): Clean<FileContent> {
  return (value) => {
    const { data, contentType, suggestedFileName } = (
      fromBytes(value) || typeof value !== "object" ? { data: value } : (value ?? {})
    ) as { data?: unknown; contentType?: unknown; suggestedFileName?: unknown };
    const bytes =
      typeof data === "string"
        ? encoding === "base64"
          ? fromBase64(data)
          : Buffer.from(data, "utf8")
        : fromBytes(data);
    if (!bytes) {
      throw refuse(
        label,
        encoding === "base64"
          ? "must be binary data of an earlier step, or text in base64"
          : "must be binary data of an earlier step, or text",
        value,
      );
    }
    const type = typeof contentType === "string" && contentType ? contentType : undefined;
    if (type && !MEDIA_TYPE.test(type)) {
      throw refuse(label, "has a content type that cannot be sent", type);
    }
    return {
      data: bytes,
      contentType: type,
      fileName: isUnset(suggestedFileName) ? undefined : String(suggestedFileName),
    };
  };
}

/** Text that is base64 to the last character, white space apart; undefined for any other. */
function fromBase64(text: string): Buffer | undefined {
  const compact = text.replace(/\s+/g, "");
  const data = Buffer.from(compact, "base64");
  const isExact = data.toString("base64").replace(/=+$/, "") === compact.replace(/=+$/, "");
  return isExact && data.length > 0 ? data : undefined;
}

/** Bytes in any of the forms they come in: a Buffer, its JSON, a typed array. */
function fromBytes(value: unknown): Buffer | undefined {
  if (Buffer.isBuffer(value)) {
    return value;
  }
  if (value instanceof ArrayBuffer) {
    return Buffer.from(value);
  }
  if (ArrayBuffer.isView(value)) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  const { type, data } = (value ?? {}) as { type?: unknown; data?: unknown };
  return type === "Buffer" && Array.isArray(data) ? Buffer.from(data) : undefined;
}
