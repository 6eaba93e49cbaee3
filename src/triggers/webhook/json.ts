import { isJsonObject } from "../../jsonObject";

/** @returns what JSON text holds, also when it was written twice; anything else as it is. */
export function fromJsonText(value: unknown): unknown {
  let current = textOf(value);
  for (let depth = 0; depth < 3 && typeof current === "string"; depth += 1) {
    try {
      current = JSON.parse(current);
    } catch {
      return current;
    }
  }
  return current;
}

/** Bytes as text: a Buffer, or what JSON makes of one. */
export function textOf(value: unknown): unknown {
  if (Buffer.isBuffer(value) || value instanceof Uint8Array) {
    return Buffer.from(value).toString("utf8");
  }
  if (isJsonObject(value) && value.type === "Buffer" && Array.isArray(value.data)) {
    return Buffer.from(value.data as number[]).toString("utf8");
  }
  return value;
}
