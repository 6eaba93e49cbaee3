import { isDeepStrictEqual } from "node:util";
import type { GorgiasClient } from "../client";
import type { QueryParams } from "../http/query";
import { iteratePages } from "./iteratePages";
import { type List, nameOf } from "./list";
import { RecordSet } from "./records";

/** Records that change faster than their head can be read are not waited for. */
const MAX_LOOKS = 5;

/**
 * Reads the head of a list again after all of it was read: in an order that moves, what changed
 * meanwhile stands there. One request as a rule.
 *
 * A record that moved to the middle of what was read, by name say, stays unseen: to find it, all would
 * have to be read again.
 *
 * @param known all that was read.
 * @returns it with the newest reading of what moved, where it stands now.
 */
export async function lookAgain<T>(
  client: GorgiasClient,
  list: List,
  filters: QueryParams,
  known: RecordSet<T>,
): Promise<RecordSet<T>> {
  let all = known;
  for (let look = 1; look <= MAX_LOOKS; look += 1) {
    const head = new RecordSet<T>();
    let pages = 0;
    for await (const { records } of iteratePages<T>(client, list, filters)) {
      pages += 1;
      for (const record of records.filter(RecordSet.isIdentified)) {
        head.add(record);
      }
      if (records.some((record) => isAsKnown(record, all))) {
        break;
      }
    }
    all = followedBy(head, all);
    // One page was answered in one moment. While several are read, their head can move again.
    if (pages <= 1) {
      return all;
    }
  }
  client.logger.warn(
    `${nameOf(list)}: records change faster than they can be read, so a late change may be missing.`,
  );
  return all;
}

/** Behind a record that is still as it was nothing has moved. One without an id cannot be found again. */
function isAsKnown<T>(record: T, known: RecordSet<T>): boolean {
  return !RecordSet.isIdentified(record) || isDeepStrictEqual(known.get(record), record);
}

function followedBy<T>(head: RecordSet<T>, known: RecordSet<T>): RecordSet<T> {
  for (const record of known.values()) {
    if (!head.has(record)) {
      head.add(record);
    }
  }
  return head;
}
