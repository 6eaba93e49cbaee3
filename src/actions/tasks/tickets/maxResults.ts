/** Lists of tickets that end at a maximum. */
import { integer } from "../../../inputs/clean";
import { input } from "../../../inputs/input";

export const DEFAULT_RESULTS = 100;
const MAX_RESULTS = 10_000;
const LABEL = "Maximum Results";

export const maxResults = input(
  {
    label: LABEL,
    comments: `How many tickets to return at most, from 1 to ${MAX_RESULTS}: all that are found are read, page by page, until there are as many. If left blank, ${DEFAULT_RESULTS}.`,
    example: "250",
    default: String(DEFAULT_RESULTS),
  },
  { type: "string", clean: integer(LABEL, { minimum: 1, maximum: MAX_RESULTS }) },
);

/** What was found, and whether there may be more. */
export interface Found<T> {
  data: T[];
  reached_maximum: boolean;
}

/** Reads pages until there are as many records that match as asked for, each once. */
export async function collect<T extends { id: number }>(
  pages: AsyncIterable<{ records: T[] }>,
  maximum: number,
  matches: (record: T) => boolean = () => true,
): Promise<Found<T>> {
  const found = new Map<number, T>();
  for await (const { records } of pages) {
    for (const record of records.filter(matches)) {
      found.set(record.id, record);
    }
    if (found.size >= maximum) {
      break;
    }
  }
  return { data: [...found.values()].slice(0, maximum), reached_maximum: found.size >= maximum };
}

/** What the log says of a list that ended at its maximum. */
export function cutLine(task: string, maximum: number): string {
  return `${task} stopped at its ${LABEL} (${maximum}): there may be more tickets.`;
}
