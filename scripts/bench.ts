/**
 * `npm run bench`: what Fetch All costs, always against a bare loop over the same server in the same
 * run, since the figures of two machines or two hours do not compare; and how many requests a poll
 * costs, against reading the whole list. Fails beyond a limit.
 */
import { type Figure, isWithin, print, requestsOf } from "./bench/figure";
import { type Import, importTwice } from "./bench/importing";
import { measurePolling } from "./bench/polling";
import {
  type BenchServer,
  type ReadAllReport,
  type Reader,
  withClient,
  withServer,
  workSideBySide,
} from "./bench/processes";

const THROUGHPUT = { tickets: 20_000, rounds: 8, limit: 1.4 };
const MEMORY = { tickets: 100_000, rounds: 3, limit: 1.3 };
const PACING = { limit: 1.15, maxRefused: 1, windowSeconds: 20 };
/** What Gorgias takes for a page of tickets, about. */
const LATENCY_MS = 500;
const LATENCY = { tickets: 6_000, limit: 0.6, maxMoreRequests: 2 };
const SLOW_BUCKET = { tickets: 12_000, limit: 1.2 };
/** Executions are processes of their own, and share the account's bucket: 100 requests of them. */
const SHARED = [
  { work: "create", processes: 5, times: 20, tickets: 100 },
  { work: "read", processes: 10, times: 10, tickets: 100 },
  { work: "readAll", processes: 4, times: 1, tickets: 2_500 },
] as const;
const PAGE_SIZE = 100;
/** Requests for each; the first conversation has its customer created beside. */
const IMPORT = { conversations: 5_000, limit: 4.001, limitWhenRepeated: 2 };

/** A bucket that never fills, of a size that the call limit header can still tell. */
const ROOMY = { apiKey: 100_000, oauth2: 100_000 };

function best(values: readonly number[]): number {
  return Math.min(...values);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

function order({ url, credentials }: BenchServer, reader: Reader) {
  return {
    reader,
    by: "oauth2" as const,
    url,
    credentials,
  };
}

/** @throws Error when a reading did not bring every ticket: a fast response that is wrong is no figure. */
function complete(report: ReadAllReport, tickets: number): ReadAllReport {
  if (report.records !== tickets) {
    throw new Error(`A reading brought ${report.records} of ${tickets} tickets.`);
  }
  return report;
}

/** Both in processes that stay warm, in turn, so that whatever else the machine does falls on both. */
function measureThroughput(): Promise<Figure> {
  const { tickets, rounds, limit } = THROUGHPUT;
  return withServer({ tickets, rateLimit: ROOMY }, (server) =>
    withClient((readAllBare) =>
      withClient(async (readAllComponent) => {
        const bare: number[] = [];
        const component: number[] = [];
        for (let round = 0; round < rounds; round += 1) {
          bare.push(complete(await readAllBare(order(server, "bare")), tickets).ms);
          component.push(complete(await readAllComponent(order(server, "component")), tickets).ms);
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
}

/** Each reading in a new process: a peak cannot be measured twice in one. */
function measureMemory(): Promise<Figure> {
  const { tickets, rounds, limit } = MEMORY;
  return withServer({ tickets, rateLimit: ROOMY }, async (server) => {
    const peakOf = async (reader: Reader): Promise<number> =>
      complete(await withClient((readAll) => readAll(order(server, reader))), tickets).peakGrowth;
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
}

/** With the latency of a real account and room in the bucket, the pages of both ends arrive in turn. */
function measureLatency(): Promise<Figure> {
  const { tickets, limit, maxMoreRequests } = LATENCY;
  const use = (server: BenchServer) =>
    withClient(async (readAll) => {
      const bare = complete(await readAll(order(server, "bare")), tickets);
      await server.tally();
      const component = complete(await readAll(order(server, "component")), tickets);
      const more = (await server.tally()).requests - tickets / PAGE_SIZE;
      return {
        what: `Fetch All of ${tickets.toLocaleString("en")} tickets at ${LATENCY_MS} ms a page`,
        measured: seconds(component.ms),
        base: `${seconds(bare.ms)} bare loop`,
        ratio: component.ms / bare.ms,
        limit,
        also: { text: `${more} requests more than pages`, holds: more <= maxMoreRequests },
      };
    });
  return withServer({ tickets, rateLimit: ROOMY }, use, LATENCY_MS);
}

/** What a measurement of pacing may say beside its bucket. */
interface PacingOptions {
  limit?: number;
  latencyMs?: number;
}

/** Against the documented bucket: pages beyond its size have to wait for the leak. */
function measurePacing(
  by: "apiKey" | "oauth2",
  tickets: number,
  bucket: number,
  { limit = PACING.limit, latencyMs = 0 }: PacingOptions = {},
): Promise<Figure> {
  const use = (server: BenchServer) =>
    withClient(async (readAll) => {
      const { ms } = complete(await readAll({ ...order(server, "component"), by }), tickets);
      const { refused } = await server.tally();
      const leastMs = ((tickets / PAGE_SIZE - bucket) / (bucket / PACING.windowSeconds)) * 1_000;
      return {
        what: `Pacing by ${by === "apiKey" ? "API key" : "OAuth 2.0"}, ${tickets / PAGE_SIZE} pages${latencyMs ? ` at ${latencyMs} ms` : ""}`,
        measured: seconds(ms),
        base: `${seconds(leastMs)} least time`,
        ratio: ms / leastMs,
        limit,
        also: { text: `${refused} x 429`, holds: refused <= PACING.maxRefused },
      };
    });
  return withServer({ tickets }, use, latencyMs);
}

/** Everybody has the same bucket, and knows of the others by its responses alone. */
function measureSharing({ work, processes, times, tickets }: (typeof SHARED)[number]) {
  const requests = processes * times * (work === "readAll" ? tickets / PAGE_SIZE : 1);
  return withServer({ tickets }, async (server): Promise<Figure> => {
    const { failures } = await workSideBySide(processes, { ...server, work, times });
    const { spanMs, refused } = await server.tally();
    const bucket = 40;
    const leastMs = ((requests - bucket) / (bucket / PACING.windowSeconds)) * 1_000;
    return {
      what: `${processes} processes that ${work === "readAll" ? "read all" : work}, ${requests} requests by API key`,
      measured: seconds(spanMs),
      base: `${seconds(leastMs)} least time`,
      ratio: spanMs / leastMs,
      limit: PACING.limit,
      also: {
        text: `${failures.length} failed, ${refused} x 429`,
        holds: failures.length === 0,
      },
    };
  });
}

/** Requests of Import Ticket for each conversation, and for each that is imported already. */
async function measureImport(): Promise<Figure[]> {
  const { conversations, limit, limitWhenRepeated } = IMPORT;
  const { first, repeated } = await importTwice(conversations);
  const figure = (what: string, { requests, created }: Import, most: number, expected: number) => ({
    what: `${what} of ${conversations.toLocaleString("en")} conversations`,
    measured: requestsOf(requests),
    base: requestsOf(conversations),
    ratio: requests / conversations,
    limit: most,
    also: { text: `${created} created`, holds: created === expected },
  });
  return [
    figure("Import", first, limit, conversations),
    figure("Repeated import", repeated, limitWhenRepeated, 0),
  ];
}

async function main(): Promise<void> {
  const figures: Figure[] = [];
  for (const measure of [
    measureThroughput,
    measureMemory,
    () => measurePacing("apiKey", 6_000, 40),
    () => measurePacing("oauth2", 12_000, 80),
    measureLatency,
    () =>
      measurePacing("apiKey", SLOW_BUCKET.tickets, 40, {
        limit: SLOW_BUCKET.limit,
        latencyMs: LATENCY_MS,
      }),
    ...SHARED.map((work) => () => measureSharing(work)),
  ]) {
    figures.push(await measure());
  }
  figures.push(...(await measurePolling()));
  figures.push(...(await measureImport()));
  print(figures);
  console.log(
    "\nPeak memory is what the system gave the process at most, over what it had before.",
  );
  if (!figures.every(isWithin)) {
    process.exitCode = 1;
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
