/** Plain text for a paragraph, a heading or the cell of a table. */
export function escapeText(text: string): string {
  return (
    oneLine(text)
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replace(/[\\`*_[\]|~]/g, "\\$&")
      // Addresses become links on their own, and must not hold what was escaped above.
      .replace(/https:\/\/[^\s&]+/g, (url) => url.replace(/\\(?=[_~*])/g, ""))
  );
}

/** Code in a line: fenced by more backticks than it holds. A pipe would end the table's cell. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const blank = /^`|`$/.test(text) ? " " : "";
  return `${fence}${blank}${oneLine(text).replaceAll("|", "\\|")}${blank}${fence}`;
}

/** @param rows cells that are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A block of JSON. */
export function jsonBlock(value: unknown): string {
  return ["```json", JSON.stringify(value, null, 2), "```"].join("\n");
}

/** Text of the component as Markdown that shows it to the letter. */

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}
