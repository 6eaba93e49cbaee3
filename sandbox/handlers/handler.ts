/** What a handler gets and gives. */

import type { Credentials, Scheme } from "../auth";
import type { FilePart } from "../contract/multipart";
import type { BodyOf, OperationId, PathOf, QueryOf, ResponseOf } from "../contract/types";
import type { Pager } from "../lists";
import type { Actor } from "../state/actor";
import type { State } from "../state/state";
import type { FileUrls } from "../storage";

/** A request that has passed authentication, the rate limit and the contract. */
export interface HandlerContext<Id extends OperationId> {
  state: State;
  /** Who makes the changes of this request. */
  actor: Actor;
  path: PathOf<Id>;
  query: QueryOf<Id>;
  body: BodyOf<Id>;
  /** Files of a multipart body. */
  parts: readonly FilePart[];
  pager: Pager;
  fileUrls: FileUrls;
  /** What the sandbox accepts, and what the request brought in its Authorization header. */
  credentials: Credentials;
  /** Which of them the request brought. */
  scheme: Scheme;
  authorization: string | undefined;
  /** Scopes of the OAuth token. */
  scopes: readonly string[];
}

export type Handler<Id extends OperationId> = (context: HandlerContext<Id>) => ResponseOf<Id>;

/** Handlers by operation; an operation of the contract without one answers 501. */
export type Handlers = { [Id in OperationId]?: Handler<Id> };

/** A handler of whichever operation; validation has made the context fit it. */
export type AnyHandler = (context: object) => {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
};
