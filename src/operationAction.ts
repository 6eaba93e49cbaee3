import type { Inputs } from "@prismatic-io/spectral";
import { type Display, gorgiasAction, type Result, SUCCESS } from "./action";
import type { GorgiasClient } from "./client";
import { fieldSchema } from "./contract/fieldSchemas";
import { answersNothing, outputSchemaOf } from "./contract/outputs";
import {
  effectOf,
  type IsList,
  type Route,
  type RouteInputs,
  type RouteRecord,
  type RouteResponse,
  routeEntry,
  splitRoute,
} from "./contract/routes";
import { InputError } from "./errors";
import type { Effect } from "./http/effect";
import { fillPath } from "./http/path";
import type { QueryParams } from "./http/query";
import { type PageExamples, paginationInputs } from "./inputs/pagination";
import { type Given, type InputRows, makeInputs, type PlainInputs, toFields } from "./inputs/rows";
import { clearFields } from "./inputs/shared";
import { type List, type ListEnvelope, type ListInputs, listRecords, recordsOf } from "./lists";

type Paged<L> = L extends string ? { fetchAll: boolean; cursor?: string; limit?: number } : unknown;

/** What an action gives: what the operation answers, an envelope of a list, or "Success". */
type Data<R extends Route, G> = [RouteResponse<R>] extends [undefined]
  ? (typeof SUCCESS)["data"]
  : G extends "records"
    ? RouteRecord<R>[]
    : IsList<R> extends true
      ? ListEnvelope<RouteRecord<R>>
      : RouteResponse<R>;

interface OperationRow<R extends Route, I, L, G, P> {
  display: Display;
  inputs: I & InputRows<R, I>;
  /** The plural of what it lists, page by page: adds Cursor, Limit and Fetch All. */
  lists?: L;
  pageExamples?: PageExamples;
  /** "records": gives the list without its envelope. */
  gives?: G;
  /** What it creates, and the action that shows whether it did when no response came. */
  creates?: { what: string; lookWith: string };
  /** Adds Clear Fields, with this field as its example, and refuses an update of nothing. */
  clearFields?: string | { example: string; except: readonly string[] };
  /** What sending the request again would do, where the route does not decide it. */
  effect?: Effect | ((inputs: Given<R, I>) => Effect);
  /** Does it delete the record, though it is no DELETE? See `ApiRequest.goneIsSuccess`. */
  deletes?: (inputs: Given<R, I>) => boolean;
  /**
   * What is particular about the action: checks the inputs, and gives fields to send beside them or
   * in their place.
   */
  prepare?: (
    inputs: Given<R, I> & Paged<L> & { clear_fields?: string[] },
    client: GorgiasClient,
  ) => Prepared<R, P> | Promise<Prepared<R, P>>;
}

/** Fields of the operation, and no others: what it does not have would be refused. */
type Prepared<R extends Route, P> = P & { [K in Exclude<keyof P, keyof RouteInputs<R>>]: never };

type Example<R extends Route, G> = [RouteResponse<R>] extends [undefined]
  ? { examplePayload?: undefined }
  : { examplePayload: Result<Data<R, G>> };

/** The row of an action, as tests read it. */
export interface ActionRow {
  route: Route;
  effect: Effect;
}

const rows = new WeakMap<object, ActionRow>();

/** @returns where an action goes; undefined for one with logic of its own. */
export function rowOf(action: object): ActionRow | undefined {
  return rows.get(action);
}

/**
 * Makes the action of one operation. Where its inputs go, what it answers, whether the designer may
 * run it and what repeating it would do follow from the contract.
 *
 * @example
 * export const getTag = operationAction("GET /tags/{id}", {
 *   display: { label: "Get Tag", description: "Retrieve a tag." },
 *   inputs: { id: tagId("ID of the tag you're looking for.") },
 *   examplePayload: tagExample,
 * });
 */
export function operationAction<
  R extends Route,
  const I,
  const L extends string | undefined = undefined,
  const G extends "records" | undefined = undefined,
  P extends Partial<RouteInputs<R>> = Partial<RouteInputs<R>>,
>(route: R, row: OperationRow<R, I, L, G, P> & Example<R, G>): OperationAction {
  const plain = row as unknown as PlainRow;
  const inputs = inputsOf(route, plain);
  const action = gorgiasAction({
    display: row.display,
    inputs,
    reads: effectOf(route) === "none",
    outputSchema: outputSchemaOf(route, plain.gives),
    perform: async (client, given) => ({ data: await performRow(client, route, plain, given) }),
    examplePayload: row.examplePayload ?? SUCCESS,
  });
  const effect = typeof plain.effect === "string" ? plain.effect : effectOf(route);
  rows.set(action, { route, effect });
  return action;
}

/** An action as the component takes it. */
type OperationAction = ReturnType<typeof gorgiasAction<Inputs, Result<unknown>>>;

type Values = Record<string, unknown>;

/** A row without what only the compiler needs to know of it. */
interface PlainRow {
  inputs: PlainInputs;
  lists?: string;
  pageExamples?: PageExamples;
  gives?: "records";
  creates?: { what: string; lookWith: string };
  clearFields?: string | { example: string; except: readonly string[] };
  effect?: Effect | ((inputs: Values) => Effect);
  deletes?: (inputs: Values) => boolean;
  prepare?: (inputs: Values, client: GorgiasClient) => Values | Promise<Values>;
}

function inputsOf(route: Route, row: PlainRow): Inputs {
  const own = makeInputs(route, row.inputs);
  const page = row.lists ? paginationInputs(route, row.lists, row.pageExamples) : {};
  return {
    ...own,
    // A row of a part of the page stands in its place.
    ...Object.fromEntries(Object.entries(page).filter(([key]) => !(key in own))),
    ...(row.clearFields ? { clear_fields: clearFields(route, row.clearFields) } : {}),
  };
}

async function performRow(
  client: GorgiasClient,
  route: Route,
  row: PlainRow,
  given: Values,
): Promise<unknown> {
  if (row.clearFields) {
    requireChange(route, given);
  }
  const fields = { ...toFields(route, row.inputs, given), ...(await row.prepare?.(given, client)) };
  if (routeEntry(route).list) {
    return listRow(client, route, row, fields, given);
  }
  const response: unknown = await client.request(
    route,
    { ...fields, ...cleared(row.inputs, fields, given) } as RouteInputs<Route>,
    {
      effect: typeof row.effect === "function" ? row.effect(given) : row.effect,
      creates: row.creates && creationOf(row.creates),
      goneIsSuccess: row.deletes?.(given),
    },
  );
  if (response === undefined || answersNothing(route)) {
    return SUCCESS.data;
  }
  return row.gives === "records" ? recordsOf(response) : response;
}

/** An update needs more than what names the record. */
function requireChange(route: Route, given: Values): void {
  const isChange = ([key, value]: [string, unknown]) =>
    !route.includes(`{${key}}`) && value !== undefined;
  if (!Object.entries(given).some(isChange)) {
    throw new InputError(
      "There is nothing to update: set an input beside the ID, or Clear Fields.",
      { given: "nothing" },
    );
  }
}

/** The fields that Clear Fields names, as null, which nothing else ever is. */
function cleared(inputs: PlainInputs, fields: Values, { clear_fields = [] }: Values): Values {
  const names = clear_fields as string[];
  const both = names.find((name) => fields[name] !== undefined);
  if (both) {
    const label = inputs[both]?.label ?? both;
    throw new InputError(
      `Clear Fields names ${label}, which another input sets: do one or the other.`,
      { input: "Clear Fields", given: label },
    );
  }
  return Object.fromEntries(names.map((name) => [name, null]));
}

function creationOf({ what, lookWith }: { what: string; lookWith: string }) {
  return { what, advice: `look with ${lookWith} before you run this again` };
}

async function listRow(
  client: GorgiasClient,
  route: Route,
  row: PlainRow,
  fields: Values,
  given: Values,
): Promise<unknown> {
  const envelope = await readList(client, route, fields, given);
  return row.gives === "records" ? envelope.data : envelope;
}

function readList(
  client: GorgiasClient,
  route: Route,
  fields: Values,
  { fetchAll }: Values,
): Promise<ListEnvelope<unknown>> {
  const [method, template] = splitRoute(route);
  const { query = [] } = routeEntry(route);
  const path = fillPath(template, fields);
  const entries = Object.entries(fields);
  const inQuery = Object.fromEntries(entries.filter(([key]) => query.includes(key)));
  const body = Object.fromEntries(
    entries.filter(([key]) => !query.includes(key) && !template.includes(`{${key}}`)),
  );
  const list: List =
    method === "GET"
      ? path
      : {
          path,
          method: method as "PUT" | "POST",
          body,
          pageSize: fieldSchema(route, "limit").maximum,
        };
  const filters = { ...inQuery, fetchAll } as ListInputs & QueryParams;
  return listRecords(client, list, filters);
}
