import { withoutNamedSecrets } from "./http/redaction";
import { isJsonObject } from "./jsonObject";

const MAX_SHOWN_CHARACTERS = 120;

/** Cuts `text` to `max` characters, marking the cut, and never splits a surrogate pair. */
export function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** `text` on one line: control characters and runs of white space become one blank. */
export function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** A sentence, so that it can go on. */
export function withoutFullStop(text: string): string {
  return text.replace(/[.\s]+$/, "");
}

/** A value as an error message shows it: short, on one line, told apart from the words around it. */
export function formatValue(value: unknown): string {
  if (ArrayBuffer.isView(value)) {
    return bytesInWords(value);
  }
  let text: string | undefined;
  try {
    const shown = typeof value === "string" ? withoutNamedSecrets(value) : withoutBytes(value);
    text = withoutNamedSecrets(JSON.stringify(shown) ?? typeof value);
  } catch {
    // A cycle or a BigInt: the type is all that can be said.
  }
  return shorten(onOneLine(text ?? String(typeof value)), MAX_SHOWN_CHARACTERS);
}

/** Files as their size: as JSON, each byte of theirs would be a number. */
function withoutBytes(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    return bytesInWords(value);
  }
  if (Array.isArray(value)) {
    return value.map(withoutBytes);
  }
  return isJsonObject(value) && !("toJSON" in value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutBytes(inner)]))
    : value;
}

function bytesInWords({ byteLength }: ArrayBufferView): string {
  return `${byteLength} bytes`;
}
