/**
 * A Gorgias on loopback: real HTTP, in memory, stateful, deterministic. See README.md.
 */
import type { Credentials } from "./auth";
import { contract } from "./contract";
import { stateControls, webhookControls } from "./controls";
import { Cursors } from "./cursors";
import { FaultPlan } from "./faults";
import { Gorgias } from "./gorgias";
import { Origin } from "./origin";
import { LeakyBuckets, type RateLimit } from "./rateLimit";
import { type Records, recordControls } from "./records";
import type { LoggedRequest } from "./requestLog";
import { emptyState, type State } from "./state";
import type { NewFile, StoredFile } from "./state/files";
import type { Trigger } from "./state/integrations";
import { seedState } from "./state/seed";
import { API_USER_EMAIL } from "./state/seedReference";
import { Storage } from "./storage";
import type { Clock } from "./timeline";
import { happeningsOf } from "./webhookEvents";
import { type EventNames, type WebhookCall, Webhooks } from "./webhooks";

export type { Credentials } from "./auth";
export type { Fault, FaultRule } from "./faults";
export type { FilePart } from "./multipart";
export type { RateLimit } from "./rateLimit";
export type { RecordControls, Records } from "./records";
export type { LoggedRequest } from "./requestLog";
export type { State } from "./state";
export type { Trigger } from "./state/integrations";
export type { Clock } from "./timeline";
export type { EventNames, WebhookCall } from "./webhooks";

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
  /** How long a job waits until it starts, and then until it ends; default 1 s each. */
  jobStepMs?: number;
  /** Repeat every call of an HTTP integration after so long (real time); default: never. */
  webhookRepeatMs?: number;
  /** How calls of HTTP integrations write the names of events; default hyphenated. */
  webhookEventNames?: EventNames;
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
  /** Adds, changes and removes records with any times; nothing is checked and no event written. */
  readonly records: Records;
  readonly faults: Pick<FaultPlan, "add" | "clear">;
  /** Calls of HTTP integrations, in the order in which they were sent. */
  readonly webhookCalls: WebhookCall[];
  /** Bugs of the sandbox, such as an answer that broke the contract. `close` throws if any. */
  readonly violations: string[];
  /** Merges a ticket into another; requests to the first then answer 301. */
  mergeTickets(fromId: number, intoId: number): void;
  /** Merges a customer into another; requests to the first then answer 301. */
  mergeCustomers(fromId: number, intoId: number): void;
  /** Keeps a file that the download operation can deliver. */
  storeFile(file: NewFile): Pick<StoredFile, "domainHash" | "resourceName" | "fileType">;
  /**
   * Calls back (and waits for it) before each request to the API is performed or refused, so that a
   * test can change records between two pages. @returns what ends it; `reset` ends it too
   */
  onRequest(callback: RequestCallback): () => void;
  /** Resolves when the HTTP integrations have been called for all that has happened up to now. */
  webhooksSettled(): Promise<void>;
  /** Calls the HTTP integrations for something that happened without a request. */
  callWebhooks(trigger: Trigger, ticketId: number, messageId?: number): void;
  /** Back to the seeded records, empty logs, no faults, no callbacks and an empty bucket. */
  reset(): void;
  /** Stops at once. @throws Error when an answer broke the contract */
  close(): Promise<void>;
}

export type RequestCallback = (
  request: Pick<LoggedRequest, "method" | "path" | "query" | "body">,
) => void | Promise<void>;

const DEFAULTS = {
  port: 0,
  tickets: 25,
  seed: 1,
  clock: { now: () => Date.now() },
  cursorTtlMs: 5 * 60_000,
  sendDelayMs: 1000,
  jobStepMs: 1000,
  webhookEventNames: "hyphenated" as EventNames,
  checkAnswers: true,
};

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = resolveSettings(options);
  const parts = createParts(settings);
  const { api, storage, gorgias } = createServers(settings, parts);
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
    records: recordControls(parts.state),
    faults: parts.faults,
    violations: parts.violations,
    webhookCalls: parts.webhooks.calls,
    ...stateControls(parts.state),
    ...webhookControls(parts.state, parts.webhooks, gorgias),
    onRequest: (callback) => {
      parts.callbacks.add(callback);
      return () => parts.callbacks.delete(callback);
    },
    reset: () => reset(settings, parts),
    close: async () => {
      parts.webhooks.stop();
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
    clientId: `sandbox-${seed}-client-id`,
    clientSecret: `sandbox-${seed}-client-secret`,
    authorizationCode: `sandbox-${seed}-authorization-code`,
    refreshToken: `sandbox-${seed}-refresh-token`,
  };
  return { ...chosen, customers, credentials, secret: `sandbox-${seed}` };
}

/** What lives as long as the sandbox, and what `reset` brings back to its beginning. */
function createParts(settings: Settings) {
  const { rateLimit, clock, webhookRepeatMs, webhookEventNames } = settings;
  const state = seededState(settings);
  return {
    state,
    webhooks: new Webhooks({ state, repeatMs: webhookRepeatMs, names: webhookEventNames }),
    callbacks: new Set<RequestCallback>(),
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
  parts.callbacks.clear();
  parts.webhooks.stop();
  parts.webhooks.calls.length = 0;
}

function createServers(settings: Settings, parts: Parts) {
  const { clock, credentials, cursorTtlMs, checkAnswers, port, secret } = settings;
  const { state, faults, buckets, requests, storageRequests, violations, webhooks } = parts;
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
    beforeRequest: async (request) => {
      for (const callback of parts.callbacks) {
        await callback(request);
      }
    },
    onEvents: (events) => webhooks.announce(happeningsOf(events)),
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
  return { api, storage, gorgias };
}
