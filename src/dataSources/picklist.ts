import {
  type ConnectionInputField,
  type DataSourceDefinition,
  dataSource,
  type Element,
  type Inputs,
} from "@prismatic-io/spectral";
import { createRunClient, type GorgiasClient, type RunContext } from "../client";
import { type Route, type RouteRecord, splitRoute } from "../contract/routes";
import { GorgiasError } from "../http/errors";
import { type ApiPath, fillPath } from "../http/path";
import type { QueryParams } from "../http/query";
import { type Given, type InputRows, makeInputs, type PlainInputs } from "../inputs/rows";
import { connection } from "../inputs/shared";
import { iteratePages } from "../lists";
import { onOneLine, shorten } from "../text";

/** What a builder can scroll through; more is a search, not a picker. */
const MAX_ELEMENTS = 1_000;
const MAX_LABEL_CHARACTERS = 120;
const NEWEST_FIRST = "created_datetime:desc";

interface CommonInputs {
  connection: ConnectionInputField;
}

/** Of one list, or of each part of it. */
type Filters = QueryParams | QueryParams[];

/** What a picker needs of a record beside its names. */
interface Pickable {
  id: number;
  created_datetime?: string | null;
}

/** A picker is what it lists and how it names it; all else is done here. */
interface Picklist<R extends Route, I> {
  display: { label: string; description: string };
  /** Filters of the list, beside the connection. */
  inputs: I & InputRows<R, I>;
  /**
   * The filters of the list; several for one that is read in parts.
   *
   * @throws InputError for filters that do not go together.
   */
  toFilters?: (inputs: Given<R, I>) => Filters;
  /** The filters to read with instead where those above are refused or find nothing; none if undefined. */
  fallBack?: (inputs: Given<R, I>, client: GorgiasClient) => Promise<Filters | undefined>;
  /**
   * The order of a list that cannot be asked for the newest first; null for one that takes no order. A
   * list in an order of its own is read to its end
   * and sorted here.
   */
  orderBy?: string | null;
  /** "label" where a name is what one looks for; else the newest come first. */
  sortBy?: "label";
  /** The value that is picked; the id if not given. A record without one is left out. */
  keyOf?: (record: RouteRecord<R>) => string | undefined;
  /** Is it no longer in use? Then its label says so. */
  isArchived?: (record: RouteRecord<R>) => boolean;
  /** Names a record, best first; empty ones are passed over, the rest tell equal ones apart. */
  names: (record: RouteRecord<R>) => (string | null | undefined)[];
  /** What a record is called when it has no name: "Ticket" makes "Ticket 12". */
  kind: string;
  examplePayload: { result: Element[] };
}

interface Named {
  key: string;
  names: string[];
}

type Fuller = (record: Named, label: string) => string;

const withSecondName: Fuller = ({ names: [first, second] }, label) =>
  second && second !== first ? `${label} (${second})` : label;
const withId: Fuller = ({ key }, label) => `${label} (${key})`;

/**
 * Labels that are equal get, in brackets, what else is known, and then the id, which tells any two
 * apart; again where a name looks like such a label.
 */
export function toElements(records: readonly Named[]): Element[] {
  let labels = records.map(({ names }) => String(names[0]));
  let fuller = withSecondName;
  for (let isEqual = repeated(labels); isEqual.includes(true); isEqual = repeated(labels)) {
    labels = records.map((record, index) => {
      const label = String(labels[index]);
      return isEqual[index] ? fuller(record, label) : label;
    });
    fuller = withId;
  }
  return records.map(({ key }, index) => ({ key, label: labels[index] }));
}

/**
 * Makes a picker: the newest thousand records of a list, each with a label of its own. A picker
 * cannot offer another picker, so its own inputs have none.
 */
export function gorgiasPicklist<R extends Route, const I>(
  route: R,
  {
    display,
    inputs,
    toFilters = (given) => given as QueryParams,
    fallBack = async () => undefined,
    orderBy = NEWEST_FIRST,
    sortBy,
    examplePayload,
    ...naming
  }: Picklist<R, I>,
): PicklistSource {
  const own = withoutPickers(makeInputs(route, inputs as unknown as PlainInputs));
  const path = fillPath(splitRoute(route)[1], {});
  const nameRecord = (record: Pickable) => toNamed(record, naming as unknown as Naming);
  return dataSource({
    display,
    dataSourceType: "picklist",
    inputs: { connection, ...own },
    examplePayload,
    perform: async (context: RunContext, params: Record<string, unknown>) => {
      const client = createRunClient(context, params.connection);
      const given = Object.fromEntries(Object.keys(own).map((key) => [key, params[key]])) as Given<
        R,
        I
      >;
      const read = (filters: Filters) => readNewest(client, path, [filters].flat(), orderBy);
      const { records, isCut } = await readOr(read, toFilters(given), () =>
        fallBack(given, client),
      );
      if (isCut) {
        context.logger.warn(
          `${display.label} shows the newest ${MAX_ELEMENTS} records; older ones can be given by their ID.`,
        );
      }
      const elements = toElements(uniqueByKey(records.flatMap(nameRecord)));
      return { result: sortBy === "label" ? elements.sort(byLabel) : elements };
    },
  } as never) as never;
}

/** Reads with other filters where the first are refused or find nothing, if there are others. */
async function readOr(
  read: (filters: Filters) => Promise<Reading>,
  filters: Filters,
  others: () => Promise<Filters | undefined>,
): Promise<Reading> {
  let reading: Reading | undefined;
  let refusal: unknown;
  try {
    reading = await read(filters);
    if (reading.records.length > 0) {
      return reading;
    }
  } catch (error) {
    if (!(error instanceof GorgiasError) || ![400, 404].includes(error.status as number)) {
      throw error;
    }
    refusal = error;
  }
  const instead = await others();
  if (instead) {
    return read(instead);
  }
  if (reading) {
    return reading;
  }
  throw refusal;
}

interface Reading {
  records: Pickable[];
  isCut: boolean;
}

/** The newest records of all lists together, newest first. */
async function readNewest(
  client: GorgiasClient,
  path: ApiPath,
  lists: readonly QueryParams[],
  order: string | null,
): Promise<Reading> {
  const records = new Map<number, Pickable>();
  // A newer record can only stand on a later page of a list in another order.
  const isNewestFirst = order === NEWEST_FIRST || order === null;
  let hasMore = false;
  for (const filters of lists) {
    for await (const page of iteratePages<Pickable>(client, path, {
      ...filters,
      order_by: order,
    })) {
      for (const record of page.records) {
        records.set(record.id, record);
      }
      if (records.size >= MAX_ELEMENTS && isNewestFirst) {
        hasMore ||= page.next !== undefined;
        break;
      }
    }
  }
  const sorted = [...records.values()];
  if (!isNewestFirst || lists.length > 1) {
    sorted.sort(newestFirst);
  }
  const isCut = hasMore || sorted.length > MAX_ELEMENTS;
  return { records: sorted.slice(0, MAX_ELEMENTS), isCut };
}

type PicklistSource = DataSourceDefinition<
  Inputs & CommonInputs,
  Record<string, never>,
  "picklist"
>;

/** How a picker names what it lists. */
interface Naming {
  names: (record: Pickable) => (string | null | undefined)[];
  kind: string;
  keyOf?: (record: Pickable) => string | undefined;
  isArchived?: (record: Pickable) => boolean;
}

function byLabel(one: Element, other: Element): number {
  return String(one.label).localeCompare(String(other.label), "en", { numeric: true });
}

/** Of records with one key, such as two tags of one name, the newest is shown. */
function uniqueByKey(records: readonly Named[]): Named[] {
  return [
    ...new Map([...records].reverse().map((record) => [record.key, record])).values(),
  ].reverse();
}

function withoutPickers(inputs: Inputs): Inputs {
  const entries = Object.entries(inputs).map(([key, input]) => [
    key,
    { ...input, dataSource: undefined },
  ]);
  return Object.fromEntries(entries);
}

function newestFirst(one: Pickable, other: Pickable): number {
  const [first, second] = [one.created_datetime ?? "", other.created_datetime ?? ""];
  if (first === second) {
    return other.id - one.id;
  }
  return first < second ? 1 : -1;
}

/** None for a record without a key. */
function toNamed(record: Pickable, { names, kind, keyOf, isArchived }: Naming): Named[] {
  const key = keyOf ? keyOf(record) : String(record.id);
  if (!key) {
    return [];
  }
  const filled = names(record)
    .map((name) => shorten(onOneLine(name ?? ""), MAX_LABEL_CHARACTERS))
    .filter((name) => name !== "");
  const [first = `${kind} ${record.id}`, ...others] = filled;
  return [{ key, names: [isArchived?.(record) ? `${first} (archived)` : first, ...others] }];
}

/** @returns whether another record has the same label, by place. */
function repeated(labels: readonly string[]): boolean[] {
  const counts = new Map<string, number>();
  for (const label of labels) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return labels.map((label) => counts.get(label) !== 1);
}
