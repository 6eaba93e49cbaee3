import {
  type ActionInputParameters,
  type ActionLogger,
  type Connection,
  type ConnectionInputField,
  type DataSourceDefinition,
  dataSource,
  type Element,
  type Inputs,
} from "@prismatic-io/spectral";
import { createClient } from "../client";
import type { ApiPath } from "../http/path";
import type { QueryParams } from "../http/query";
import { onOneLine, shorten } from "../http/show";
import { connection } from "../inputs/shared";
import { walk } from "../listing";

/** What a builder can scroll through; more is a search, not a picker. */
const MAX_ELEMENTS = 1_000;
const MAX_LABEL_CHARACTERS = 120;

interface PicklistContext {
  logger: ActionLogger;
  debug?: { enabled: boolean };
}

interface CommonInputs {
  connection: ConnectionInputField;
}

/** A picker is what it lists and how it names it; all else is done here. */
interface Picklist<I extends Inputs, T> {
  display: { label: string; description: string };
  /** Beside the connection. */
  inputs: I;
  /** Their list. */
  path: ApiPath;
  /** @throws InputError for filters that do not go together. */
  toFilters?: (inputs: ActionInputParameters<I>) => QueryParams;
  /** Names a record, best first; empty ones are passed over, the rest tell equal ones apart. */
  names: (record: T) => (string | null | undefined)[];
  /** What a record is called when it has no name: "Ticket" makes "Ticket 12". */
  kind: string;
  examplePayload: { result: Element[] };
}

interface Named {
  key: string;
  names: string[];
}

const toNamed = <T extends { id: number }>(
  record: T,
  { names, kind }: Pick<Picklist<Inputs, T>, "names" | "kind">,
): Named => {
  const filled = names(record)
    .map((name) => shorten(onOneLine(name ?? ""), MAX_LABEL_CHARACTERS))
    .filter((name) => name !== "");
  return {
    key: String(record.id),
    names: [filled[0] ?? `${kind} ${record.id}`, ...filled.slice(1)],
  };
};

const tally = (labels: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
};

type Fuller = (record: Named, label: string) => string;

const withSecondName: Fuller = ({ names: [first, second] }, label) =>
  second && second !== first ? `${label} (${second})` : label;
const withId: Fuller = ({ key }, label) => `${label} (${key})`;

/**
 * Labels that are equal get, in brackets, what else is known, and then the id, which tells any two
 * apart; a third round is for a name that looks like such a label.
 */
export const toElements = (records: readonly Named[]): Element[] => {
  let labels = records.map(({ names: [first = ""] }) => first);
  for (const fuller of [withSecondName, withId, withId]) {
    const counts = tally(labels);
    labels = records.map((record, index) => {
      const label = labels[index] ?? "";
      return (counts.get(label) ?? 0) > 1 ? fuller(record, label) : label;
    });
  }
  return records.map(({ key }, index) => ({ key, label: labels[index] }));
};

/** Makes a picker: the newest thousand records of a list, each with a label of its own. */
export const gorgiasPicklist = <const I extends Inputs, T extends { id: number }>({
  display,
  inputs,
  path,
  toFilters = (given) => given as QueryParams,
  examplePayload,
  ...naming
}: Picklist<I, T>): DataSourceDefinition<I & CommonInputs, Record<string, never>, "picklist"> =>
  dataSource({
    display,
    dataSourceType: "picklist",
    inputs: { connection, ...inputs },
    examplePayload,
    perform: async (context: PicklistContext, params: Record<string, unknown>) => {
      const client = createClient(params.connection as Connection, {
        logger: context.logger,
        debugRequest: context.debug?.enabled === true,
      });
      const own = Object.fromEntries(Object.keys(inputs).map((key) => [key, params[key]]));
      const filters = toFilters(own as ActionInputParameters<I>);
      const records: T[] = [];
      let isCut = false;
      for await (const page of walk<T>(client, path, {
        ...filters,
        order_by: "created_datetime:desc",
      })) {
        records.push(...page);
        isCut = records.length >= MAX_ELEMENTS;
        if (isCut) break;
      }
      if (isCut)
        context.logger.warn(
          `${display.label} shows the newest ${MAX_ELEMENTS} records; older ones can be given by their ID.`,
        );
      const unique = new Map(records.map((record) => [record.id, record]));
      const shown = [...unique.values()].slice(0, MAX_ELEMENTS);
      return { result: toElements(shown.map((record) => toNamed(record, naming))) };
    },
  } as never) as never;
