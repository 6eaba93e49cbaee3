import type { GorgiasClient } from "../../client";
import type { SortableTimestamp } from "../../timestamp";
import { greatestTime, isBehindAtEnd, readPages } from "./readPages";
import { newestFirst, type Source } from "./sources";
import {
  advanceWatermark,
  EMPTY_WATERMARK,
  isChange,
  MAX_RECENT_RECORDS,
  type RecordVersion,
  reachedPosition,
  recordSeen,
  type Watermark,
} from "./watermark";

/**
 * The watermark of a first run from now on: all that exists is old. Reads what changed in the last
 * minute, newest first: mostly one request.
 */
export async function readInitialWatermark(
  client: GorgiasClient,
  source: Source,
): Promise<Watermark> {
  const recent: RecordVersion[] = [];
  let newest: SortableTimestamp | undefined;
  let watermark = EMPTY_WATERMARK;
  const reading = { filters: newestFirst(source), expectsRecords: true };
  for await (const page of readPages(client, source, EMPTY_WATERMARK, reading)) {
    const { versions, answeredAt } = page;
    const minuteAgo = { ...EMPTY_WATERMARK, time: answeredAt.overlapStart };
    recent.push(...versions.filter((version) => isChange(minuteAgo, version, answeredAt)));
    newest = greatestTime(newest, page);
    watermark = advanceWatermark(
      recordSeen(EMPTY_WATERMARK, recent, answeredAt),
      reachedPosition(newest, answeredAt),
    );
    if (isBehindAtEnd(minuteAgo, page) || recent.length >= MAX_RECENT_RECORDS) {
      break;
    }
  }
  return watermark;
}
