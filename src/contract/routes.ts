/**
 * The operations of the contract by their route, such as `GET /tickets/{id}`: what each takes, where
 * that goes in the request, what it answers, and what repeating it would do.
 */
import type { components, paths } from "../../contract/generated/gorgias";
import type { Effect } from "../http/effect";
import routes from "./generated/routes.json";

/** Method and path of an operation of the contract, without `/api`. */
export type Route = keyof typeof routes;

/** The path and query parameters of an operation and the fields of its body; `body` is one that is no object. */
export type RouteInputs<R extends Route> = Parameter<R, "path"> & Parameter<R, "query"> & Body<R>;

/** What an operation answers; undefined for nothing. */
export type RouteResponse<R extends Route> = JsonOf<SuccessOf<OperationOf<R>>>;

/** Does an operation answer a list of records? */
export type IsList<R extends Route> = (typeof routes)[R] extends { list: boolean } ? true : false;

/** A record of the list that an operation answers. */
export type RouteRecord<R extends Route> = RecordOf<RouteResponse<R>>;

/** Where the inputs of an operation go. */
export interface RouteEntry {
  /** Id of the operation in the contract. */
  operation: string;
  /** Names of the query parameters. */
  query?: readonly string[];
  /** What the body is; no body if not given. */
  body?: "object" | "list" | "scalar" | "multipart";
  list?: boolean;
}

/** Where an operation differs from what its method says. */
const EFFECTS: Partial<Record<Route, Effect>> = {
  "POST /search": "none",
  "POST /reporting/stats": "none",
  "PUT /views/{view_id}/items": "none",
  "PUT /customers/merge": "once",
  "PUT /tags/{destination_tag_id}/merge": "once",
  // A job without a scheduled date runs at once (contract, README "Events, jobs, views").
  "PUT /jobs/{id}": "once",
};

const EFFECT_OF_METHOD: Record<string, Effect> = {
  GET: "none",
  PUT: "same",
  DELETE: "same",
  POST: "once",
};

/** What sending a request of this route again would do, unless its inputs say otherwise. */
export function effectOf(route: Route): Effect {
  const [method] = splitRoute(route);
  return EFFECTS[route] ?? EFFECT_OF_METHOD[method] ?? "once";
}

export function routeEntry(route: Route): RouteEntry {
  return routes[route] as RouteEntry;
}

/** @returns the method and the path of a route, its `{parameters}` not filled in. */
export function splitRoute(route: Route): [method: string, template: string] {
  const at = route.indexOf(" ");
  return [route.slice(0, at), route.slice(at + 1)];
}

type OperationOf<R extends Route> = R extends `${infer Method} ${infer Path}`
  ? `/api${Path}` extends keyof paths
    ? Lowercase<Method> extends keyof paths[`/api${Path}`]
      ? paths[`/api${Path}`][Lowercase<Method>]
      : never
    : never
  : never;

/** The generator types what an operation does not have as never; here that adds nothing. */
type OrNothing<V> = [V] extends [never] ? unknown : V;

type Parameter<R extends Route, Place extends "path" | "query"> =
  OperationOf<R> extends { parameters: { [key in Place]?: infer V } }
    ? OrNothing<NonNullable<V>>
    : unknown;

type Body<R extends Route> =
  OperationOf<R> extends { requestBody?: { content: { "application/json": infer B } } }
    ? BodyInputs<B>
    : unknown;

/**
 * The generator makes unknown of a body whose anyOf says that one field or the other must be there: of
 * adding and removing ticket tags, which take what setting them takes.
 */
type BodyInputs<B> = unknown extends B ? components["schemas"]["TicketTagSet"] : KnownBody<B>;

type KnownBody<B> = [B] extends [readonly unknown[] | string | number | boolean | null]
  ? [B] extends [never]
    ? unknown
    : { body: B }
  : OrNothing<B>;

type Success = 200 | 201 | 202 | 204;
type SuccessOf<O> = O extends { responses: infer A } ? A[keyof A & Success] : never;
type JsonOf<A> = A extends { content: { "application/json": infer J } } ? J : undefined;

type RecordOf<A> = A extends { data: (infer T)[] } ? T : A extends (infer T)[] ? T : never;
