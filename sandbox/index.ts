/**
 * A Gorgias on loopback: real HTTP, in memory, stateful, deterministic. See README.md.
 */
import type { Credentials } from "./auth";
import { contract } from "./contract";
import { Cursors } from "./cursors";
import { FaultPlan } from "./faults";
import { Gorgias } from "./gorgias";
import { Origin } from "./origin";
import { LeakyBuckets, type RateLimit } from "./rateLimit";
import type { LoggedRequest } from "./requestLog";
import { emptyState, newActor, type State } from "./state";
import { mergeCustomers, requireCustomer } from "./state/customers";
import { type NewFile, type StoredFile, storeFile } from "./state/files";
import { seedState } from "./state/seed";
import { API_USER_EMAIL } from "./state/seedReference";
import { mergeTickets, requireTicket } from "./state/tickets";
import { Storage } from "./storage";
import type { Clock } from "./timeline";

export type { Credentials } from "./auth";
export type { Fault, FaultRule } from "./faults";
export type { FilePart } from "./multipart";
export type { RateLimit } from "./rateLimit";
export type { LoggedRequest } from "./requestLog";
export type { State } from "./state";
export type { Clock } from "./timeline";

export interface SandboxOptions {
  /** Port on 127.0.0.1; default 0, a free one. */
  port?: number;
  /** Tickets to start with; default 25. */
  tickets?: number;
  /** Customers to start with; default one for every two tickets. */
  customers?: number;
  /** Same seed, same records; default 1. */
  seed?: number;
  /** Overrides of the documented leaky bucket; false never limits. */
  rateLimit?: Partial<RateLimit> | false;
  /** Default: the real time. */
  clock?: Clock;
  /** How long a cursor lives; default 5 minutes. */
  cursorTtlMs?: number;
  /** How long a message waits until Gorgias has sent it; default 1 s. */
  sendDelayMs?: number;
  /** Check every answer against the contract; default true. */
  checkAnswers?: boolean;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Base URL of the origin that downloads redirect to. */
  readonly storageUrl: string;
  readonly credentials: Credentials;
  /** Requests to the API, oldest first. */
  readonly requests: LoggedRequest[];
  /** Requests to the origin that downloads redirect to, oldest first. */
  readonly storageRequests: LoggedRequest[];
  /** The live records. Change one by `state.tickets.set(id, { ...ticket, status: "closed" })`. */
  readonly state: State;
  readonly faults: Pick<FaultPlan, "add" | "clear">;
  /** Bugs of the sandbox, such as an answer that broke the contract. `close` throws if any. */
  readonly violations: string[];
  /** Merges a ticket into another; requests to the first then answer 301. */
  mergeTickets(fromId: number, intoId: number): void;
  /** Merges a customer into another; requests to the first then answer 301. */
  mergeCustomers(fromId: number, intoId: number): void;
  /** Keeps a file that the download operation can deliver. */
  storeFile(file: NewFile): Pick<StoredFile, "domainHash" | "resourceName" | "fileType">;
  /** Back to the seeded records, an empty log, no faults and an empty bucket. */
  reset(): void;
  /** Stops at once. @throws Error when an answer broke the contract */
  close(): Promise<void>;
}

const DEFAULTS = {
  port: 0,
  tickets: 25,
  seed: 1,
  clock: { now: () => Date.now() },
  cursorTtlMs: 5 * 60_000,
  sendDelayMs: 1000,
  checkAnswers: true,
};

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = resolveSettings(options);
  const parts = createParts(settings);
  const { api, storage } = createOrigins(settings, parts);
  contract();
  // In turn, so that nothing is left open when the port is taken.
  await api.listen();
  await storage.listen();
  return {
    url: api.url,
    storageUrl: storage.url,
    credentials: settings.credentials,
    requests: parts.requests,
    storageRequests: parts.storageRequests,
    state: parts.state,
    faults: parts.faults,
    violations: parts.violations,
    ...stateControls(parts.state),
    reset: () => reset(settings, parts),
    close: async () => {
      await Promise.all([api.close(), storage.close()]);
      if (parts.violations.length > 0) {
        throw new Error(`The sandbox broke the contract:\n${parts.violations.join("\n")}`);
      }
    },
  };
}

type Settings = ReturnType<typeof resolveSettings>;
type Parts = ReturnType<typeof createParts>;

function resolveSettings(options: SandboxOptions) {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const chosen: typeof DEFAULTS & SandboxOptions = { ...DEFAULTS, ...Object.fromEntries(given) };
  const { seed, tickets, customers = Math.ceil(tickets / 2) } = chosen;
  if (tickets > 0 && customers < 1) {
    throw new RangeError("Tickets need at least one customer.");
  }
  const credentials: Credentials = {
    username: API_USER_EMAIL,
    apiKey: `sandbox-${seed}-api-key`,
    accessToken: `sandbox-${seed}-access-token`,
  };
  return { ...chosen, customers, credentials, secret: `sandbox-${seed}` };
}

/** What lives as long as the sandbox, and what `reset` brings back to its beginning. */
function createParts(settings: Settings) {
  const { rateLimit, clock } = settings;
  return {
    state: seededState(settings),
    faults: new FaultPlan(),
    buckets: new LeakyBuckets(rateLimit, clock),
    requests: [] as LoggedRequest[],
    storageRequests: [] as LoggedRequest[],
    violations: [] as string[],
  };
}

function seededState(settings: Settings): State {
  const state = emptyState(settings);
  seedState(state, settings);
  return state;
}

function reset(settings: Settings, parts: Parts): void {
  // In place: tests and servers hold on to the state object.
  Object.assign(parts.state, seededState(settings));
  parts.requests.length = 0;
  parts.storageRequests.length = 0;
  parts.faults.clear();
  parts.buckets.clear();
}

function createOrigins(settings: Settings, parts: Parts): { api: Origin; storage: Origin } {
  const { clock, credentials, cursorTtlMs, checkAnswers, port, secret } = settings;
  const { state, faults, buckets, requests, storageRequests, violations } = parts;
  const files: Storage = new Storage({ state, clock, secret, baseUrl: () => storage.url });
  const storage: Origin = new Origin({
    name: "storage",
    port: 0,
    clock,
    faults,
    log: storageRequests,
    answer: ({ logged }) => files.answer(logged),
    usualHeaders: () => ({}),
  });
  const gorgias = new Gorgias({
    state,
    credentials,
    buckets,
    cursors: new Cursors(secret, cursorTtlMs),
    clock,
    fileUrls: files,
    checkAnswers,
    onViolation: (violation) => violations.push(violation),
  });
  const api = new Origin({
    name: "api",
    port,
    clock,
    faults,
    log: requests,
    answer: (request) => gorgias.answer(request),
    usualHeaders: (request) => gorgias.limitHeader(request),
  });
  return { api, storage };
}

/** What a test does to the records without a request. */
function stateControls(
  state: State,
): Pick<Sandbox, "mergeTickets" | "mergeCustomers" | "storeFile"> {
  return {
    mergeTickets: (fromId, intoId) => {
      const [from, into] = [requireTicket(state, fromId), requireTicket(state, intoId)];
      mergeTickets(state, newActor(state), from, into);
    },
    mergeCustomers: (fromId, intoId) => {
      const [from, into] = [requireCustomer(state, fromId), requireCustomer(state, intoId)];
      mergeCustomers(state, newActor(state), from, into);
    },
    storeFile: (file) => {
      const { domainHash, resourceName, fileType } = storeFile(state, file);
      return { domainHash, resourceName, fileType };
    },
  };
}
