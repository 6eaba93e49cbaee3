/** The API itself: from a request that arrived to the answer that Gorgias would give. */
import { type Answer, answerViolation } from "./answerValidation";
import { authenticate, type Credentials } from "./auth";
import type { Operation } from "./contract";
import type { Cursors } from "./cursors";
import { htmlReply, jsonReply, type Reply } from "./delivery";
import { ApiError } from "./errors";
import { handlers } from "./handlers";
import type { AnyHandler } from "./handlers/handler";
import { Pager } from "./lists";
import { type IncomingRequest, mediaType } from "./origin";
import type { LeakyBuckets } from "./rateLimit";
import type { LoggedRequest } from "./requestLog";
import { validateRequest } from "./requestValidation";
import { type Route, route } from "./routing";
import { newActor, type State } from "./state";
import type { EventRecord } from "./state/events";
import { passTime } from "./state/passTime";
import type { FileUrls } from "./storage";
import type { Clock } from "./timeline";

const LIMIT_HEADER = "X-Gorgias-Account-Api-Call-Limit";

export interface GorgiasOptions {
  state: State;
  credentials: Credentials;
  buckets: LeakyBuckets;
  cursors: Cursors;
  clock: Clock;
  fileUrls: FileUrls;
  checkAnswers: boolean;
  /** Awaited before a request is performed or refused. */
  beforeRequest(request: LoggedRequest): Promise<void>;
  /** Called after every request with the events that it wrote, oldest first. */
  onEvents(events: readonly EventRecord[]): void;
  /** Called with every mistake of the sandbox itself. */
  onViolation(violation: string): void;
}

export class Gorgias {
  readonly #options: GorgiasOptions;

  constructor(options: GorgiasOptions) {
    this.#options = options;
  }

  async answer(request: IncomingRequest): Promise<Reply> {
    const { method, path } = request.logged;
    try {
      await this.#options.beforeRequest(request.logged);
    } catch (error) {
      return jsonReply(500, {}, this.#mistake(path, error).body);
    }
    const found = route(method, path);
    if (found.kind !== "operation" && !path.startsWith("/api/")) {
      return htmlReply(404, {}, UNKNOWN_ACCOUNT_PAGE);
    }
    const answer = this.#tellingEvents(() => this.#checked(found, this.#attempt(found, request)));
    const isLimited = found.kind !== "operation" || found.operation.secured;
    const headers = { ...(isLimited && this.limitHeader(request.logged)), ...answer.headers };
    return jsonReply(answer.status, headers, answer.body);
  }

  /** Does what is due by the clock, as a request would. */
  passTime(): void {
    this.#tellingEvents(() => passTime(this.#options.state));
  }

  #tellingEvents<T>(action: () => T): T {
    const { state, onEvents } = this.#options;
    const first = state.events.nextId();
    const result = action();
    const count = state.events.nextId() - first;
    const ids = Array.from({ length: count }, (_, index) => first + index);
    try {
      onEvents(ids.flatMap((id) => state.events.get(id) ?? []));
    } catch (error) {
      this.#mistake("after a request", error);
    }
    return result;
  }

  /** The header that every answer carries. */
  limitHeader({ headers }: LoggedRequest): Record<string, string> {
    const { buckets, credentials } = this.#options;
    return {
      [LIMIT_HEADER]: buckets.header(authenticate(headers.authorization, credentials).scheme),
    };
  }

  #attempt(found: Route, request: IncomingRequest): Answer {
    try {
      return this.#perform(found, request);
    } catch (error) {
      if (error instanceof ApiError) {
        return { status: error.status, headers: error.headers, body: error.body };
      }
      return this.#mistake(request.logged.path, error);
    }
  }

  #mistake(path: string, error: unknown): Answer {
    this.#options.onViolation(`${path}: ${(error as Error).stack}`);
    return { status: 500, headers: {}, body: { error: { msg: String(error) } } };
  }

  #perform(found: Route, request: IncomingRequest): Answer {
    const { logged } = request;
    if (found.kind !== "operation" || found.operation.secured) {
      this.#admit(logged);
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

  #redirectMerged(path: string): Answer | undefined {
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
  ): Answer {
    const handler = handlers[operation.id] as AnyHandler | undefined;
    if (!handler) {
      throw new ApiError(501, `The sandbox does not perform ${operation.id} yet.`);
    }
    const { clock, credentials, cursors, fileUrls, state } = this.#options;
    passTime(state);
    const { path: pathname, query } = logged;
    const contentType = mediaType(logged.headers);
    const text = body.toString();
    const raw = { params, query, contentType, text, parts: logged.parts };
    const answer = handler({
      ...validateRequest(operation, raw),
      state,
      actor: newActor(state),
      parts: logged.parts ?? [],
      pager: new Pager({ cursors, clock, path: pathname, expireCursor }),
      fileUrls,
      credentials,
      authorization: logged.headers.authorization,
    });
    return { headers: {}, ...answer };
  }

  /** The answer itself, or a 500 in its place when the contract does not allow it. */
  #checked(found: Route, answer: Answer): Answer {
    const isOutsideContract = answer.status === 301 || answer.status === 501;
    if (!this.#options.checkAnswers || found.kind !== "operation" || isOutsideContract) {
      return answer;
    }
    const sent = { ...answer, headers: { ...answer.headers, [LIMIT_HEADER]: "" } };
    const violation = answerViolation(found.operation, sent);
    if (!violation) {
      return answer;
    }
    this.#options.onViolation(violation);
    return { status: 500, headers: {}, body: { error: { msg: `Sandbox bug: ${violation}` } } };
  }
}

/** What Gorgias answers for an account that does not exist. */
const UNKNOWN_ACCOUNT_PAGE =
  "<!doctype html><html><head><title>Not found</title></head><body><h1>404</h1></body></html>";
