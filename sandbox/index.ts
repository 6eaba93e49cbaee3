/**
 * A Gorgias on loopback: real HTTP, in memory, stateful, deterministic. See README.md.
 */
import { contract } from "./contract/document";
import { stateControls, webhookControls } from "./controls";
import { Cursors } from "./cursors";
import { FaultPlan } from "./faults";
import { Gorgias } from "./gorgias";
import { HttpServer } from "./httpServer";
import type { ListOddities } from "./listOddities";
import type { CommitDelay } from "./lists";
import { LeakyBuckets } from "./rateLimit";
import { recordControls } from "./records";
import type { LoggedRequest } from "./requestLog";
import { sandboxCredentials } from "./seed/ids";
import { seedState } from "./seed/seedState";
import { emptyState, type State } from "./state/state";
import { Storage } from "./storage";
import type { RequestCallback, Sandbox, SandboxOptions } from "./types";
import { type EventNames, Webhooks } from "./webhooks";
import { type WebhookTickets, webhookTriggersOf } from "./webhookTriggers";

export type { Credentials } from "./auth";
export type { FilePart } from "./contract/multipart";
export type { Fault, FaultRule } from "./faults";
export type { ListedRecord, TimeForm } from "./listOddities";
export type { CommitDelay } from "./lists";
export type { RateLimit } from "./rateLimit";
export type { RecordControls, Records } from "./records";
export type { LoggedRequest } from "./requestLog";
export type { TriggerName } from "./state/integrations";
export type { State } from "./state/state";
export type { Clock } from "./timeline";
export type { RequestCallback, Sandbox, SandboxOptions } from "./types";
export type { EventNames, WebhookCall } from "./webhooks";
export type { WebhookTickets } from "./webhookTriggers";

const DEFAULTS = {
  port: 0,
  tickets: 25,
  seed: 1,
  clock: { now: () => Date.now() },
  commitDelayMs: 0 as CommitDelay,
  listedTimes: "live" as ListOddities["listedTimes"],
  unsortedPages: false as ListOddities["unsortedPages"],
  cursorTtlMs: 5 * 60_000,
  sendDelayMs: 1000,
  bounceDelayMs: 9000,
  messagingQuota: Number.POSITIVE_INFINITY,
  proxied: false,
  scopes: ["openid", "profile", "email", "write:all", "offline"] as readonly string[],
  jobStepMs: 1000,
  webhookTimeoutMs: 5000,
  webhookEventNames: "hyphenated" as EventNames,
  webhookTickets: "nested" as WebhookTickets,
  checkResponses: true,
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
    get sentMessages() {
      return parts.state.sentMessages;
    },
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
  return { ...chosen, customers, credentials: sandboxCredentials(seed), secret: `sandbox-${seed}` };
}

/** What lives as long as the sandbox, and what `reset` brings back to its beginning. */
function createParts(settings: Settings) {
  const { rateLimit, clock, webhookRepeatMs, webhookTimeoutMs } = settings;
  const { webhookEventNames, webhookTickets } = settings;
  const state = seededState(settings);
  return {
    state,
    webhooks: new Webhooks({
      state,
      repeatMs: webhookRepeatMs,
      timeoutMs: webhookTimeoutMs,
      names: webhookEventNames,
      tickets: webhookTickets,
    }),
    callbacks: new Set<RequestCallback>(),
    faults: new FaultPlan(),
    buckets: new LeakyBuckets(rateLimit, clock),
    requests: [] as LoggedRequest[],
    storageRequests: [] as LoggedRequest[],
    violations: [] as string[],
  };
}

function seededState(settings: Settings): State {
  const { clock, seed, sendDelayMs, bounceDelayMs, messagingQuota, jobStepMs } = settings;
  const options = { clock, seed, sendDelayMs, bounceDelayMs, messagingQuota, jobStepMs };
  const state = emptyState(options);
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
  const { clock, credentials, scopes, proxied, checkResponses, port, secret } = settings;
  const { commitDelayMs, cursorTtlMs, listedTimes, unsortedPages } = settings;
  const { state, faults, buckets, requests, storageRequests, violations, webhooks } = parts;
  const files: Storage = new Storage({ state, clock, secret, baseUrl: () => storage.url });
  const storage: HttpServer = new HttpServer({
    name: "storage",
    port: 0,
    clock,
    faults,
    log: storageRequests,
    respond: ({ logged }) => files.respond(logged),
    usualHeaders: () => ({}),
  });
  const gorgias = new Gorgias({
    state,
    credentials,
    scopes,
    proxied,
    buckets,
    cursors: new Cursors(secret, cursorTtlMs),
    commitDelayMs,
    listOddities: { listedTimes, unsortedPages },
    clock,
    fileUrls: files,
    checkResponses,
    beforeRequest: async (request) => {
      for (const callback of parts.callbacks) {
        await callback(request);
      }
    },
    onEvents: (events) => webhooks.trigger(webhookTriggersOf(events)),
    onViolation: (violation) => violations.push(violation),
  });
  const api = new HttpServer({
    name: "api",
    port,
    clock,
    faults,
    log: requests,
    respond: (request) => gorgias.respond(request),
    usualHeaders: (request) => gorgias.usualHeaders(request),
  });
  return { api, storage, gorgias };
}
