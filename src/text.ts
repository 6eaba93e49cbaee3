import { withoutNamedSecrets } from "./http/redaction";

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
  if (Buffer.isBuffer(value)) {
    return `${value.length} bytes`;
  }
  let text: string | undefined;
  try {
    const shown = typeof value === "string" ? withoutNamedSecrets(value) : value;
    text = withoutNamedSecrets(JSON.stringify(shown) ?? typeof value);
  } catch {
    // A cycle or a BigInt: the type is all that can be said.
  }
  return shorten(onOneLine(text ?? String(typeof value)), MAX_SHOWN_CHARACTERS);
}
