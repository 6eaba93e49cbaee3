import type { Credentials } from "./auth";
import type { FaultPlan } from "./faults";
import type { ListOddities } from "./listOddities";
import type { CommitDelay } from "./lists";
import type { RateLimit } from "./rateLimit";
import type { Records } from "./records";
import type { LoggedRequest } from "./requestLog";
import type { NewFile } from "./state/files";
import type { TriggerName } from "./state/integrations";
import type { StoredFile } from "./state/records/files";
import type { SentMessage } from "./state/records/messages";
import type { State } from "./state/state";
import type { Clock } from "./timeline";
import type { EventNames, WebhookCall } from "./webhooks";
import type { WebhookTickets } from "./webhookTriggers";

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
  /**
   * How long after its stamp a new or changed record appears in lists that page by cursor; until
   * then they leave it out. A function is asked for each record stamped; default 0.
   */
  commitDelayMs?: CommitDelay;
  /** How lists that page by cursor write times; a function is asked for each record; default live. */
  listedTimes?: ListOddities["listedTimes"];
  /** Show the records of a page of such lists out of order; a function is asked for each path. */
  unsortedPages?: ListOddities["unsortedPages"];
  /** How long a cursor lives; default 5 minutes. */
  cursorTtlMs?: number;
  /** Scopes of the OAuth token; default write:all, which stands for all, and those of a log-in. */
  scopes?: readonly string[];
  /** Messages to customers that the account may send before 403; default no end. */
  messagingQuota?: number;
  /** Answer POST and PUT with 200, as through a proxy; default the documented 201 and 202. */
  proxied?: boolean;
  /** How long after it was sent a mail to a bouncing address fails; default 9 s. */
  bounceDelayMs?: number;
  /** How long a message waits until Gorgias has sent it; default 1 s. */
  sendDelayMs?: number;
  /** How long a job waits until it starts, and then until it ends; default 1 s each. */
  jobStepMs?: number;
  /** Repeat every call of an HTTP integration after so long (real time); default: never. */
  webhookRepeatMs?: number;
  /** How long a receiver may take (real time); default 5 s, as third parties report. */
  webhookTimeoutMs?: number;
  /** How calls of HTTP integrations write the names of events; default hyphenated. */
  webhookEventNames?: EventNames;
  /** How calls write their ticket; default nested, as in a read. */
  webhookTickets?: WebhookTickets;
  /** Check every response against the contract; default true. */
  checkResponses?: boolean;
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
  /** Messages that were carried to a customer, oldest first; a message can be there twice. */
  readonly sentMessages: readonly SentMessage[];
  /** Calls of HTTP integrations, in the order in which they were sent. */
  readonly webhookCalls: WebhookCall[];
  /** Bugs of the sandbox, such as a response that broke the contract. `close` throws if any. */
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
  callWebhooks(trigger: TriggerName, ticketId: number, messageId?: number): void;
  /** Back to the seeded records, empty logs, no faults, no callbacks and an empty bucket. */
  reset(): void;
  /** Stops at once. @throws Error when a response broke the contract */
  close(): Promise<void>;
}

export type RequestCallback = (
  request: Pick<LoggedRequest, "method" | "path" | "query" | "body">,
) => void | Promise<void>;
