import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import { toRequest } from "./contract/request";
import { effectOf, type Route, type RouteInputs, type RouteResponse } from "./contract/routes";
import { resolveOrigin } from "./http/account";
import type { ApiRequest } from "./http/apiRequest";
import { authenticate } from "./http/authentication";
import type { Effect } from "./http/effect";
import type { ApiPath } from "./http/path";
import type { Creation, HttpResponse } from "./http/request";
import { createSender } from "./http/send";

export interface OperationOptions {
  /** What sending it again would do, where the route alone does not decide it. */
  effect?: Effect;
  creates?: Creation;
  /** See `ApiRequest`. */
  goneIsSuccess?: boolean;
}

/**
 * The API of one Gorgias account. Every action, picker and trigger goes through it.
 *
 * All methods throw GorgiasError when Gorgias refuses or does not answer, and ConnectionError when
 * it refuses the credentials.
 */
export interface GorgiasClient {
  /**
   * Performs an operation. What is undefined in its inputs is left out. A read of a merged ticket or
   * customer is of the one that remains; a deletion that is repeated and finds nothing has succeeded.
   *
   * @param inputs its parameters and the fields of its body, by the API's names; `body` for a body
   * that is no object.
   */
  request<R extends Route>(
    route: R,
    inputs: RouteInputs<R>,
    options?: OperationOptions,
  ): Promise<RouteResponse<R>>;
  /** Sends anything. */
  send<T>(request: ApiRequest): Promise<HttpResponse<T>>;
  /** Reads a file, wherever Gorgias keeps it. */
  download(path: ApiPath): Promise<{ data: Buffer; contentType: string }>;
  /** The run's log. */
  logger: ActionLogger;
}

/** What a client needs to know of the run it is made for. */
export interface ClientOptions {
  logger: ActionLogger;
  /** Log every request and answer, without secrets. */
  debugRequest?: boolean;
  /** Secrets beside the connection's that no log and no error may show. */
  secrets?: readonly string[];
  /** When all requests must be done, on `clock.now()`'s scale, ms: attempts and waits fit into what is left. */
  deadline?: number;
}

/**
 * The API client: all requests to Gorgias go through it.
 *
 * @param connection one of the component's, see `src/connections`.
 * @throws ConnectionError, before anything is sent, that names what is missing or wrong in it.
 */
export function createClient(
  connection: Connection,
  { logger, debugRequest: debug = false, secrets = [], deadline }: ClientOptions,
): GorgiasClient {
  const authentication = authenticate(connection);
  const origin = resolveOrigin(connection);
  const sender = createSender({
    connection,
    origin,
    authentication,
    logger,
    debug,
    secrets,
    deadline,
  });

  return {
    request: async (route, inputs, { effect = effectOf(route), ...options } = {}) => {
      const request = toRequest(route, inputs);
      const { data } = await sender.send({ ...request, ...options, expect: "json", effect });
      return data as RouteResponse<typeof route>;
    },
    send: (request) => sender.send(request) as Promise<HttpResponse<never>>,
    download: async (path) => {
      const { data, headers } = await sender.readFile(path);
      return { data, contentType: headers["content-type"] ?? "application/octet-stream" };
    },
    logger,
  };
}

/** What the platform tells an action, picker or trigger of its run. */
export interface RunContext {
  logger: ActionLogger;
  /** The platform's debug mode. */
  debug?: { enabled: boolean };
}

/**
 * The client of a run: it logs every request and answer in the platform's debug mode, too.
 *
 * @throws ConnectionError as `createClient` does.
 */
export function createRunClient(
  { logger, debug }: RunContext,
  connection: unknown,
  { debugRequest, secrets, deadline }: Omit<ClientOptions, "logger"> = {},
): GorgiasClient {
  return createClient(connection as Connection, {
    logger,
    debugRequest: debugRequest === true || debug?.enabled === true,
    secrets,
    deadline,
  });
}
