/**
 * `npm run bench`: what Fetch All costs, always against a bare loop over the same server in the same
 * run, since the figures of two machines or two hours do not compare. Fails beyond a limit.
 */
import {
  type BenchServer,
  type Walker,
  type WalkReport,
  withClient,
  withServer,
} from "./bench/processes";

const THROUGHPUT = { tickets: 20_000, rounds: 8, limit: 1.4 };
const MEMORY = { tickets: 100_000, rounds: 3, limit: 1.3 };
const PACING = { limit: 1.15, maxRefused: 1, windowSeconds: 20 };
const PAGE_SIZE = 100;

/** A bucket that never fills, of a size that the call limit header can still tell. */
const ROOMY = { apiKey: 100_000, oauth2: 100_000 };

/** A line of the table. */
interface Figure {
  what: string;
  measured: string;
  base: string;
  ratio: number;
  limit: number;
  /** A condition beside the ratio, and whether it holds. */
  also?: { text: string; holds: boolean };
}

const best = (values: readonly number[]): number => Math.min(...values);

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

const order = ({ url, credentials }: BenchServer, walker: Walker) => ({
  walker,
  by: "oauth2" as const,
  url,
  credentials,
});

/** @throws Error when a walk did not bring every ticket: a fast answer that is wrong is no figure. */
const complete = (report: WalkReport, tickets: number): WalkReport => {
  if (report.records !== tickets)
    throw new Error(`A walk brought ${report.records} of ${tickets} tickets.`);
  return report;
};

/** Both in processes that stay warm, in turn, so that whatever else the machine does falls on both. */
const measureThroughput = (): Promise<Figure> => {
  const { tickets, rounds, limit } = THROUGHPUT;
  return withServer({ tickets, rateLimit: ROOMY }, (server) =>
    withClient((walkBare) =>
      withClient(async (walkComponent) => {
        const bare: number[] = [];
        const component: number[] = [];
        for (let round = 0; round < rounds; round += 1) {
          bare.push(complete(await walkBare(order(server, "bare")), tickets).ms);
          component.push(complete(await walkComponent(order(server, "component")), tickets).ms);
        }
        return {
          what: `Fetch All of ${tickets.toLocaleString("en")} tickets, best of ${rounds}`,
          measured: seconds(best(component)),
          base: `${seconds(best(bare))} bare loop`,
          ratio: best(component) / best(bare),
          limit,
        };
      }),
    ),
  );
};

/** Each walk in a new process: a peak cannot be measured twice in one. */
const measureMemory = (): Promise<Figure> => {
  const { tickets, rounds, limit } = MEMORY;
  return withServer({ tickets, rateLimit: ROOMY }, async (server) => {
    const peakOf = async (walker: Walker): Promise<number> =>
      complete(await withClient((walk) => walk(order(server, walker))), tickets).peakGrowth;
    const bare: number[] = [];
    const component: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await peakOf("bare"));
      component.push(await peakOf("component"));
    }
    return {
      what: `Peak memory of ${tickets.toLocaleString("en")} tickets, best of ${rounds}`,
      measured: megabytes(best(component)),
      base: `${megabytes(best(bare))} bare array`,
      ratio: best(component) / best(bare),
      limit,
    };
  });
};

/** Against the documented bucket: pages beyond its size have to wait for the leak. */
const measurePacing = (by: "apiKey" | "oauth2", tickets: number, bucket: number): Promise<Figure> =>
  withServer({ tickets }, (server) =>
    withClient(async (walk) => {
      const { ms } = complete(await walk({ ...order(server, "component"), by }), tickets);
      const { refused } = await server.tally();
      const leastMs = ((tickets / PAGE_SIZE - bucket) / (bucket / PACING.windowSeconds)) * 1_000;
      return {
        what: `Pacing by ${by === "apiKey" ? "API key" : "OAuth 2.0"}, ${tickets / PAGE_SIZE} pages`,
        measured: seconds(ms),
        base: `${seconds(leastMs)} least time`,
        ratio: ms / leastMs,
        limit: PACING.limit,
        also: { text: `${refused} x 429`, holds: refused <= PACING.maxRefused },
      };
    }),
  );

const isWithin = ({ ratio, limit, also }: Figure): boolean =>
  ratio <= limit && (also?.holds ?? true);

const HEAD = ["What", "Component", "Against", "Ratio", "Limit", ""];

const toCells = (figure: Figure): string[] => [
  figure.what,
  figure.measured,
  figure.base,
  figure.ratio.toFixed(2),
  figure.limit.toFixed(2),
  [figure.also?.text, isWithin(figure) ? "ok" : "TOO MUCH"].filter(Boolean).join(", "),
];

const print = (figures: readonly Figure[]): void => {
  const rows = [HEAD, ...figures.map(toCells)];
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
};

const main = async (): Promise<void> => {
  const figures: Figure[] = [];
  for (const measure of [
    measureThroughput,
    measureMemory,
    () => measurePacing("apiKey", 6_000, 40),
    () => measurePacing("oauth2", 12_000, 80),
  ])
    figures.push(await measure());
  print(figures);
  console.log(
    "\nPeak memory is what the system gave the process at most, over what it had before the walk.",
  );
  if (!figures.every(isWithin)) process.exitCode = 1;
};

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
