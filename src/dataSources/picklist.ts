import {
  type ConnectionInputField,
  type DataSourceDefinition,
  dataSource,
  type Element,
  type Inputs,
} from "@prismatic-io/spectral";
import { createRunClient, type RunContext } from "../client";
import { type Route, type RouteRecord, splitRoute } from "../contract/routes";
import { fillPath } from "../http/path";
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
  /** @throws InputError for filters that do not go together. */
  toFilters?: (inputs: Given<R, I>) => QueryParams;
  /**
   * The order of a list that cannot be asked for the newest first. Such a list is read to its end
   * and sorted here.
   */
  orderBy?: string;
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
    orderBy = NEWEST_FIRST,
    examplePayload,
    kind,
    names,
  }: Picklist<R, I>,
): PicklistSource {
  const own = withoutPickers(makeInputs(route, inputs as unknown as PlainInputs));
  const path = fillPath(splitRoute(route)[1], {});
  const naming = { kind, names: names as Naming["names"] };
  return dataSource({
    display,
    dataSourceType: "picklist",
    inputs: { connection, ...own },
    examplePayload,
    perform: async (context: RunContext, params: Record<string, unknown>) => {
      const client = createRunClient(context, params.connection);
      const given = Object.fromEntries(Object.keys(own).map((key) => [key, params[key]]));
      const records: Pickable[] = [];
      let hasMore = false;
      const filters = { ...toFilters(given as Given<R, I>), order_by: orderBy };
      for await (const page of iteratePages<Pickable>(client, path, filters)) {
        hasMore = page.next !== undefined;
        records.push(...page.records);
        if (records.length >= MAX_ELEMENTS && orderBy === NEWEST_FIRST) {
          break;
        }
      }
      if (orderBy !== NEWEST_FIRST) {
        records.sort(newestFirst);
      }
      if (hasMore || records.length > MAX_ELEMENTS) {
        context.logger.warn(
          `${display.label} shows the newest ${MAX_ELEMENTS} records; older ones can be given by their ID.`,
        );
      }
      const unique = new Map(records.map((record) => [record.id, record]));
      const shown = [...unique.values()].slice(0, MAX_ELEMENTS);
      return { result: toElements(shown.map((record) => toNamed(record, naming))) };
    },
  } as never) as never;
}

type PicklistSource = DataSourceDefinition<
  Inputs & CommonInputs,
  Record<string, never>,
  "picklist"
>;

/** How a picker names what it lists. */
interface Naming {
  names: (record: never) => (string | null | undefined)[];
  kind: string;
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

function toNamed(record: Pickable, { names, kind }: Naming): Named {
  const filled = names(record as never)
    .map((name) => shorten(onOneLine(name ?? ""), MAX_LABEL_CHARACTERS))
    .filter((name) => name !== "");
  return {
    key: String(record.id),
    names: [filled[0] ?? `${kind} ${record.id}`, ...filled.slice(1)],
  };
}

/** @returns whether another record has the same label, by place. */
function repeated(labels: readonly string[]): boolean[] {
  const counts = new Map<string, number>();
  for (const label of labels) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return labels.map((label) => counts.get(label) !== 1);
}
