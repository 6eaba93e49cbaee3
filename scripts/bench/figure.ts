/** A line of the table. */
export interface Figure {
  what: string;
  measured: string;
  base: string;
  ratio: number;
  limit: number;
  /** Decimals of both. */
  digits?: number;
  /** A condition beside the ratio, and whether it holds. */
  also?: { text: string; holds: boolean };
}

const HEAD = ["What", "Component", "Against", "Ratio", "Limit", ""];

export function requestsOf(count: number): string {
  return `${count} ${count === 1 ? "request" : "requests"}`;
}

export function isWithin({ ratio, limit, also }: Figure): boolean {
  return ratio <= limit && (also?.holds ?? true);
}

function toCells(figure: Figure): string[] {
  return [
    figure.what,
    figure.measured,
    figure.base,
    figure.ratio.toFixed(figure.digits ?? 2),
    figure.limit.toFixed(figure.digits ?? 2),
    [figure.also?.text, isWithin(figure) ? "ok" : "TOO MUCH"].filter(Boolean).join(", "),
  ];
}

export function print(figures: readonly Figure[]): void {
  const rows = [HEAD, ...figures.map(toCells)];
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
}
