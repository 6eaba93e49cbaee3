/** The two forms of a message's text. Whether Gorgias makes one from the other is not documented. */

interface Bodies {
  body_text?: string | null;
  body_html?: string | null;
}

/** Both forms of a text, the missing one made from the other. */
export function completeBodies({ body_text, body_html }: Bodies): Bodies {
  return {
    body_text: body_text || (body_html ? toText(body_html) : undefined),
    body_html: body_html || (body_text ? toHtml(body_text) : undefined),
  };
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function toHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => ESCAPES[character] as string);
  return `<div>${escaped.replace(/\r?\n/g, "<br>")}</div>`;
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** What somebody who cannot see HTML should read: lines, items of lists, and where links lead. */
function toText(html: string): string {
  const lines = html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, "")
    .replace(/\s+/g, " ")
    .replace(/<a\b[^>]*?href="(https?:[^"]*)"[^>]*>(.*?)<\/a\s*>/gi, linkAsText)
    .replace(/<li\b[^>]*>/gi, "\n- ")
    .replace(/<br\b[^>]*>|<\/(div|tr|ul|ol|li|table)\s*>/gi, "\n")
    .replace(/<\/(p|h[1-6]|blockquote)\s*>/gi, "\n\n")
    .replace(/<[^>]*>/g, "");
  return decodeEntities(lines)
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function linkAsText(_: string, address: string, content: string): string {
  const words = content.replace(/<[^>]*>/g, "").trim();
  return words === "" || words === address ? address : `${words} (${address})`;
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
    return Number.isNaN(code) || code > 0x10ffff
      ? (ENTITIES[String(name).toLowerCase()] ?? whole)
      : String.fromCodePoint(code);
  });
}
