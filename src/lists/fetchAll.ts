import type { GorgiasClient } from "../client";
import type { QueryParams } from "../http/query";
import { BothEnds } from "./bothEnds";
import type { ListEnvelope, ListMeta } from "./envelope";
import { iteratePages } from "./iteratePages";
import { hasIds, type List, nameOf } from "./list";
import { orderOf } from "./orders";
import type { ListPage } from "./readPage";
import { RecordSet } from "./records";
import { lookAgain } from "./secondLook";

/** Progress is told each time this many pages were read. */
const PAGES_PER_PROGRESS_LINE = 10;

/**
 * Reads all of a list into the envelope of its first page: every record once, in its latest reading,
 * in the order of the list. How it is read depends on the order: see `orders.ts`.
 *
 * @throws as `iteratePages` does.
 */
export async function fetchAll<T>(
  client: GorgiasClient,
  list: List,
  filters: QueryParams,
): Promise<ListEnvelope<T>> {
  const progress = new Progress<T>(client, list);
  const order = orderOf(list, filters);
  if (order.kind === "creation") {
    const ends = new BothEnds<T>(client, list, filters, order.direction);
    for await (const page of ends.pages()) {
      progress.onPage(page, ends.size);
    }
    return progress.envelopeWith(ends.records());
  }
  let records = new RecordSet<T>(hasIds(list));
  for await (const page of iteratePages<T>(client, list, filters)) {
    for (const record of page.records) {
      records.add(record);
    }
    progress.onPage(page, records.size);
  }
  if (order.kind === "moving" && progress.pages > 1) {
    records = await lookAgain(client, list, filters, records);
  }
  return progress.envelopeWith(records.values());
}

/** What was read so far: its number is told, and the first page's envelope kept. */
class Progress<T> {
  pages = 0;
  #first?: Omit<ListEnvelope<T>, "data">;

  constructor(
    private readonly client: GorgiasClient,
    private readonly list: List,
  ) {}

  onPage({ envelope }: ListPage<T>, records: number): void {
    const { data, ...rest } = envelope;
    this.#first ??= rest;
    this.pages += 1;
    if (this.pages % PAGES_PER_PROGRESS_LINE === 0) {
      this.client.logger.info(
        `${nameOf(this.list)}: ${records} records so far, in ${this.pages} pages.`,
      );
    }
  }

  envelopeWith(data: T[]): ListEnvelope<T> {
    return { ...this.#first, data, meta: withoutPositions(this.#first?.meta ?? {}) };
  }
}

/** The whole list has no page before and none after it. */
function withoutPositions(meta: ListMeta): ListMeta {
  const positions = Object.keys(meta).filter((key) => /^(prev|next)_/.test(key));
  return { ...meta, ...Object.fromEntries(positions.map((key) => [key, null])) };
}
