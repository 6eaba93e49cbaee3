import { type Clean, isUnset } from "./clean";
import { refuse } from "./refusal";

/** A file as an earlier step hands it over. */
export interface FileContent {
  data: Buffer;
  contentType?: string;
  /** The name that the earlier step gave it. */
  fileName?: string;
}

/** Anything else cannot stand in a header. */
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(;[\x20-\x7e]*)?$/;

/** One line, or the lines of a mail: all but the last of 64 or 76 characters. */
const BASE64 =
  /^(?:[A-Za-z0-9+/]+={0,2}|(?:[A-Za-z0-9+/]{64}\r?\n)+[A-Za-z0-9+/]*={0,2}|(?:[A-Za-z0-9+/]{76}\r?\n)+[A-Za-z0-9+/]*={0,2})(?:\r?\n)?$/;

/**
 * Cleans a file: the binary data of an earlier step, or text.
 *
 * @param encoding what a text holds: the file, in base64 if it is wholly that, or always the file itself.
 */
export function file(label: string, encoding: "base64" | "utf8"): Clean<FileContent> {
  return (value) => {
    const { data, contentType, suggestedFileName } = (
      fromBytes(value) || typeof value !== "object" ? { data: value } : (value ?? {})
    ) as { data?: unknown; contentType?: unknown; suggestedFileName?: unknown };
    const bytes =
      typeof data === "string"
        ? fromText(data, encoding === "base64" && !isTextType(contentType))
        : fromBytes(data);
    if (!bytes) {
      throw refuse(label, "must be binary data of an earlier step, or text", value);
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

/** The bytes of an earlier step, given as they are or with their content type; undefined for all else. */
export function bytesOf(label: string, value: unknown): FileContent | undefined {
  const { data } = (value ?? {}) as { data?: unknown };
  return fromBytes(value) || fromBytes(data) ? file(label, "utf8")(value) : undefined;
}

function isTextType(contentType: unknown): boolean {
  return /^text\/|^application\/([\w.-]+\+)?(json|xml)\b/i.test(String(contentType ?? ""));
}

function fromText(text: string, mayBeBase64: boolean): Buffer {
  const bytes = mayBeBase64 && BASE64.test(text) ? fromBase64(text) : undefined;
  return bytes ?? Buffer.from(text, "utf8");
}

/** Undefined for text that is not base64 to the last bit. */
function fromBase64(text: string): Buffer | undefined {
  const compact = text.replace(/[\r\n]+/g, "");
  const data = Buffer.from(compact, "base64");
  return data.toString("base64") === compact && data.length > 0 ? data : undefined;
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
