/** First word and the rest, as Gorgias shows a name. */
export function splitName(name: string | null): [string, string] {
  const [, first = "", last = ""] = /^(\S*)\s*(.*)$/s.exec(name ?? "") ?? [];
  return [first, last];
}
