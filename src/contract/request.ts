import { type ApiPath, fillPath } from "../http/path";
import { type QueryParams, toQuery } from "../http/query";
import { type Route, type RouteInputs, routeEntry, splitRoute } from "./routes";

/** The request of an operation, as it goes out. */
export interface OperationRequest {
  method: string;
  path: ApiPath;
  query: string;
  /** JSON. */
  body?: string;
  contentType?: string;
}

/**
 * Puts the inputs of an operation where the contract wants them: into the path, the query or the body.
 * No operation has one name in two of these. What is undefined is left out.
 *
 * @throws InputError for a path parameter that is missing or no segment of a path.
 */
export function toRequest<R extends Route>(route: R, inputs: RouteInputs<R>): OperationRequest {
  const [method, template] = splitRoute(route);
  const { query = [], body } = routeEntry(route);
  const given = Object.entries(inputs as Record<string, unknown>);
  const request = {
    method,
    path: fillPath(template, inputs as Record<string, unknown>),
    query: toQuery(Object.fromEntries(given.filter(([key]) => query.includes(key))) as QueryParams),
  };
  if (!body) {
    return request;
  }
  const fields = given.filter(([key]) => !query.includes(key) && !template.includes(`{${key}}`));
  const content =
    body === "object" ? Object.fromEntries(fields) : (inputs as { body?: unknown }).body;
  return { ...request, body: JSON.stringify(content), contentType: "application/json" };
}
