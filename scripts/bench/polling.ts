import { type Sandbox, startSandbox } from "gorgias-sandbox";
import { runnerFor } from "../component";
import { sandboxConnections } from "../target";
import { type Figure, requestsOf } from "./figure";

const PAGE_SIZE = 100;
const ACCOUNTS = [1_000, 10_000, 100_000];
const CHANGES = 250;
/** An account that changes every second, polled for two hours of its clock. */
const STEADY = { tickets: 10_000, seconds: 7_200, pollSeconds: [60, 300] };
/** Changes become visible up to so long after their stamp (measured on a live account). */
const MAX_COMMIT_MS = 400;
/** After so long a run finds whatever became visible late. */
const SETTLE_MS = 120_000;
/** A bucket that never fills, of a size that the call limit header can still tell. */
const ROOMY = { apiKey: 100_000, oauth2: 100_000 };

/** What one poll did. */
interface Poll {
  requests: number;
  found: number;
}

/**
 * Requests of New and Updated Records. Their number is what counts, and it is the same in one process
 * as in two. A trigger that reads the whole list, page by page, needs a request for every hundred
 * tickets each time.
 */
export async function measurePolling(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const tickets of ACCOUNTS) {
    figures.push(...(await measureBurst(tickets)));
  }
  for (const seconds of STEADY.pollSeconds) {
    figures.push(await measureSteadyChanges(seconds));
  }
  return figures;
}

/** A poll that finds nothing, and one that finds many changes. */
async function measureBurst(tickets: number): Promise<Figure[]> {
  const sandbox = await startSandbox({ tickets, rateLimit: ROOMY, checkResponses: false });
  return polling(sandbox, async (poll) => {
    await poll();
    const quiet = await poll();
    for (let id = 1; id <= CHANGES; id += 1) {
      sandbox.records.tickets.change(id, { spam: false });
    }
    const busy = await poll();
    const most = mostRequests(CHANGES);
    return [
      figureOf("Quiet poll", tickets, { polls: [quiet], expected: 0, most: 1 }),
      figureOf(`Poll of ${CHANGES} changes`, tickets, { polls: [busy], expected: CHANGES, most }),
    ];
  });
}

/** Polls at one change a second, each of another ticket. The clock is the sandbox's: nothing waits. */
async function measureSteadyChanges(pollSeconds: number): Promise<Figure> {
  const { tickets, seconds } = STEADY;
  const clock = { ms: Date.UTC(2026, 0, 1), now: () => clock.ms };
  const sandbox = await startSandbox({
    tickets,
    clock,
    rateLimit: ROOMY,
    checkResponses: false,
    commitDelayMs: ({ id }) => (id * 7) % MAX_COMMIT_MS,
  });
  return polling(sandbox, async (poll) => {
    await poll();
    const polls: Poll[] = [];
    for (let second = 1; second <= seconds; second += 1) {
      clock.ms += 1_000;
      sandbox.records.tickets.change(second, { spam: false });
      if (second % pollSeconds === 0) {
        polls.push(await poll());
      }
    }
    clock.ms += SETTLE_MS;
    const late = await poll();
    const what = `Poll every ${pollSeconds} s at a change a second`;
    // One change of the poll before was not visible then.
    const most = mostRequests(pollSeconds + 1);
    return figureOf(what, tickets, { polls, expected: seconds - late.found, most });
  });
}

/** A request for each page of changes, one to see that there are no more, a second look at the first. */
function mostRequests(changes: number): number {
  return Math.ceil(changes / PAGE_SIZE) + 2;
}

/** @param use polls the sandbox's tickets as often as it likes; the state goes from poll to poll. */
async function polling<T>(
  sandbox: Sandbox,
  use: (poll: () => Promise<Poll>) => Promise<T>,
): Promise<T> {
  try {
    process.env.GORGIAS_SANDBOX_URL = sandbox.url;
    const { pollingTrigger } = runnerFor(sandboxConnections(sandbox.credentials).oauth2);
    const instanceState: Record<string, unknown> = {};
    return await use(async () => {
      const before = sandbox.requests.length;
      const found = await pollingTrigger<{ created: unknown[]; updated: unknown[] }>(
        "pollChangesTrigger",
        { pollResourceType: "tickets" },
        instanceState,
      );
      const requests = sandbox.requests.length - before;
      return { requests, found: found ? found.created.length + found.updated.length : 0 };
    });
  } finally {
    delete process.env.GORGIAS_SANDBOX_URL;
    await sandbox.close();
  }
}

/** @param most requests of any of the polls, which have to find what is expected between them. */
function figureOf(
  what: string,
  tickets: number,
  { polls, expected, most }: { polls: readonly Poll[]; expected: number; most: number },
): Figure {
  const pages = tickets / PAGE_SIZE;
  const found = polls.reduce((sum, poll) => sum + poll.found, 0);
  const requests = Math.max(...polls.map((poll) => poll.requests));
  return {
    what: `${what}, ${tickets.toLocaleString("en")} tickets`,
    measured: requestsOf(requests),
    base: `${requestsOf(pages)} for all`,
    ratio: requests / pages,
    limit: most / pages,
    digits: 3,
    also: {
      text: `${found.toLocaleString("en")} found, at most ${most}`,
      holds: found === expected,
    },
  };
}
