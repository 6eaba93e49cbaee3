/** What is asked of the API of one account, and the account it is asked of. */
import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import type { Authentication } from "./authentication";
import type { ApiPath } from "./path";
import type { HttpRequest } from "./request";

/** A request to the API of one account. */
export interface ApiRequest extends HttpRequest {
  path: ApiPath;
  /** Headers beside the component's own, names in lower case. */
  headers?: Record<string, string>;
  /** Milliseconds for each attempt. */
  timeoutMs?: number;
  /**
   * Does it delete what its path names, though it is no DELETE? After a lost response the path is read:
   * a 404 means that it succeeded.
   */
  goneIsSuccess?: boolean;
}

/** The account that requests go to, and where it is told of them. */
export interface Account {
  connection: Connection;
  /** Such as `https://green-garden.gorgias.com`. */
  origin: string;
  authentication: Authentication;
  logger: ActionLogger;
  /** Log every request and answer? */
  debug: boolean;
  /** Secrets beside the connection's that no log and no error may show. */
  secrets: readonly string[];
  /** When all requests must be done, on `clock.now()`'s scale, ms. */
  deadline?: number;
}
