/** The API itself: from a request that arrived to the response that Gorgias would give. */

import { authenticate, type Credentials } from "./auth";
import type { Operation } from "./contract/document";
import { validateRequest } from "./contract/requestValidation";
import { type ApiResponse, responseViolation } from "./contract/responseValidation";
import { type Route, route } from "./contract/routing";
import type { Cursors } from "./cursors";
import { htmlResponse, jsonResponse, type RawResponse } from "./delivery";
import { ApiError, forbidden } from "./errors";
import { handlers } from "./handlers";
import type { AnyHandler } from "./handlers/handler";
import { type IncomingRequest, mediaType } from "./httpServer";
import { type ListOddities, withListOddities } from "./listOddities";
import { type CommitDelay, Pager } from "./lists";
import type { LeakyBuckets } from "./rateLimit";
import type { LoggedRequest } from "./requestLog";
import { newActor } from "./state/actor";
import { runDueWork } from "./state/dueWork";
import type { EventRecord } from "./state/records/events";
import type { State } from "./state/state";
import type { FileUrls } from "./storage";
import type { Clock } from "./timeline";

const LIMIT_HEADER = "X-Gorgias-Account-Api-Call-Limit";
/** The deprecated scope that stands for all others. */
const EVERYTHING = "write:all";
const REQUEST_ID_HEADER = "X-Request-Id";

export interface GorgiasOptions {
  state: State;
  credentials: Credentials;
  scopes: readonly string[];
  /** Whether every 201 and 202 becomes 200, as through a proxy. */
  proxied: boolean;
  buckets: LeakyBuckets;
  cursors: Cursors;
  commitDelayMs: CommitDelay;
  listOddities: ListOddities;
  clock: Clock;
  fileUrls: FileUrls;
  checkResponses: boolean;
  /** Awaited before a request is performed or refused. */
  beforeRequest(request: LoggedRequest): Promise<void>;
  /** Called after every request with the events that it wrote, oldest first. */
  onEvents(events: readonly EventRecord[]): void;
  /** Called with every internal error of the sandbox. */
  onViolation(violation: string): void;
}

export class Gorgias {
  readonly #options: GorgiasOptions;

  constructor(options: GorgiasOptions) {
    this.#options = options;
  }

  async respond(request: IncomingRequest): Promise<RawResponse> {
    const { method, path } = request.logged;
    const identity = { [REQUEST_ID_HEADER]: request.logged.requestId };
    try {
      await this.#options.beforeRequest(request.logged);
    } catch (error) {
      return jsonResponse(500, identity, this.#internalError(path, error).body);
    }
    const found = route(method, path);
    if (found.kind !== "operation" && !path.startsWith("/api/")) {
      return htmlResponse(404, identity, UNKNOWN_ACCOUNT_PAGE);
    }
    const { status, headers, body } = this.#publishEvents(() =>
      this.#validated(found, this.#attempt(found, request)),
    );
    const isLimited = found.kind !== "operation" || found.operation.secured;
    const usual = isLimited ? this.usualHeaders(request.logged) : identity;
    const shown = withListOddities(body, path, this.#options.listOddities);
    return jsonResponse(this.#statusOf(status), { ...usual, ...headers }, shown);
  }

  #statusOf(status: number): number {
    return this.#options.proxied && (status === 201 || status === 202) ? 200 : status;
  }

  /** Does what is due by the clock, as a request would. */
  runDueWork(): void {
    this.#publishEvents(() => runDueWork(this.#options.state));
  }

  #publishEvents<T>(action: () => T): T {
    const { state, onEvents } = this.#options;
    const first = state.events.nextId();
    const result = action();
    const count = state.events.nextId() - first;
    const ids = Array.from({ length: count }, (_, index) => first + index);
    try {
      onEvents(ids.flatMap((id) => state.events.get(id) ?? []));
    } catch (error) {
      this.#internalError("after a request", error);
    }
    return result;
  }

  /** The headers that every response carries. */
  usualHeaders({ headers, requestId }: LoggedRequest): Record<string, string> {
    const { buckets, credentials } = this.#options;
    return {
      [REQUEST_ID_HEADER]: requestId,
      [LIMIT_HEADER]: buckets.header(authenticate(headers.authorization, credentials).scheme),
    };
  }

  #attempt(found: Route, request: IncomingRequest): ApiResponse {
    try {
      return this.#perform(found, request);
    } catch (error) {
      if (error instanceof ApiError) {
        return { status: error.status, headers: error.headers, body: error.body };
      }
      return this.#internalError(request.logged.path, error);
    }
  }

  #internalError(path: string, error: unknown): ApiResponse {
    this.#options.onViolation(`${path}: ${(error as Error).stack}`);
    return { status: 500, headers: {}, body: { error: { msg: String(error) } } };
  }

  #perform(found: Route, request: IncomingRequest): ApiResponse {
    const { logged } = request;
    if (found.kind !== "operation" || found.operation.secured) {
      this.#admit(logged);
    }
    if (found.kind === "operation") {
      this.#checkScope(logged, found.operation);
    }
    if (found.kind === "unknown") {
      throw new ApiError(404, `No such path: ${logged.path}`);
    }
    if (found.kind === "methods") {
      const allowed = found.allowed.join(", ");
      throw new ApiError(405, `Allowed here: ${allowed}.`, undefined, { Allow: allowed });
    }
    return (
      this.#redirectMerged(logged.path) ?? this.#handle(found.operation, found.params, request)
    );
  }

  /** @throws ApiError 401 or 429; neither counts towards the limit */
  #admit({ headers }: LoggedRequest): void {
    const { buckets, credentials } = this.#options;
    const { scheme, accepted } = authenticate(headers.authorization, credentials);
    if (!accepted) {
      throw new ApiError(401, "Unauthorized.");
    }
    const admission = buckets.admit(scheme);
    if (!admission.admitted) {
      const retryAfter = String(admission.retryAfterSeconds);
      throw new ApiError(429, "Too many requests.", undefined, { "Retry-After": retryAfter });
    }
  }

  /** @throws ApiError 403 for an OAuth token without the scope of the operation */
  #checkScope({ headers }: LoggedRequest, { scope }: Operation): void {
    const { credentials, scopes } = this.#options;
    const { scheme } = authenticate(headers.authorization, credentials);
    const allowed = scope === undefined || [scope, EVERYTHING].some((one) => scopes.includes(one));
    if (scheme === "oauth2" && !allowed) {
      throw forbidden(`Missing scope: ${scope}.`);
    }
  }

  #redirectMerged(path: string): ApiResponse | undefined {
    const [, kind, id, rest = ""] = /^\/api\/(tickets|customers)\/(\d+)(\/.*)?$/.exec(path) ?? [];
    const merged = this.#options.state.merged;
    const into = kind && merged[kind as keyof typeof merged].get(Number(id));
    return into
      ? { status: 301, headers: { Location: `/api/${kind}/${into}${rest}` }, body: undefined }
      : undefined;
  }

  #handle(
    operation: Operation,
    params: Record<string, string>,
    { logged, body, expireCursor }: IncomingRequest,
  ): ApiResponse {
    const handler = handlers[operation.id] as AnyHandler | undefined;
    if (!handler) {
      throw new ApiError(501, `The sandbox does not perform ${operation.id} yet.`);
    }
    const { clock, commitDelayMs, credentials, scopes, cursors, fileUrls, state } = this.#options;
    runDueWork(state);
    const { path: pathname, query } = logged;
    const contentType = mediaType(logged.headers);
    const text = body.toString();
    const raw = { params, query, contentType, text, parts: logged.parts };
    const response = handler({
      ...validateRequest(operation, raw, {
        ignoreUnknownKeys: IGNORES_UNKNOWN_KEYS.has(operation.id),
      }),
      state,
      actor: newActor(state),
      scheme: authenticate(logged.headers.authorization, credentials).scheme,
      parts: logged.parts ?? [],
      pager: new Pager({ cursors, clock, path: pathname, query, expireCursor, commitDelayMs }),
      fileUrls,
      credentials,
      scopes,
      authorization: logged.headers.authorization,
    });
    return { headers: {}, ...response };
  }

  /** The response itself, or a 500 in its place when the contract does not allow it. */
  #validated(found: Route, response: ApiResponse): ApiResponse {
    const isOutsideContract = response.status === 301 || response.status === 501;
    if (!this.#options.checkResponses || found.kind !== "operation" || isOutsideContract) {
      return response;
    }
    const usual = { [LIMIT_HEADER]: "", [REQUEST_ID_HEADER]: "" };
    const sent = { ...response, headers: { ...response.headers, ...usual } };
    const violation = responseViolation(found.operation, sent);
    if (!violation) {
      return response;
    }
    this.#options.onViolation(violation);
    return { status: 500, headers: {}, body: { error: { msg: `Sandbox bug: ${violation}` } } };
  }
}

/** A client that ran live saw these pass over keys that they do not know. */
const IGNORES_UNKNOWN_KEYS: ReadonlySet<string> = new Set(["create-customer", "update-customer"]);

/** What Gorgias answers for an account that does not exist. */
const UNKNOWN_ACCOUNT_PAGE =
  "<!doctype html><html><head><title>Not found</title></head><body><h1>404</h1></body></html>";
