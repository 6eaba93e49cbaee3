import type { GorgiasRecord } from "./records";
import { byPosition, isBefore, type Position, type RecordVersion } from "./watermark";

/** Records that one run delivers. */
export const MAX_RUN_RECORDS = 1_000;
/** Bytes of JSON that one run delivers; a larger record goes alone. */
export const MAX_RUN_BYTES = 20_000_000;

/** A record that is to be delivered, as it was listed. */
export interface ChangedRecord {
  version: RecordVersion;
  record: GorgiasRecord;
  /** Of its JSON. */
  bytes: number;
}

/** What a run delivers, oldest first, and where that begins which it leaves for a later one. */
export interface Selection {
  changes: readonly ChangedRecord[];
  deferredFrom?: Position;
}

export const NOTHING_SELECTED: Selection = { changes: [] };

export function toChangedRecord(version: RecordVersion, record: GorgiasRecord): ChangedRecord {
  return { version, record, bytes: Buffer.byteLength(JSON.stringify(record)) };
}

/** Adds changes, in any order, and keeps the oldest that fit into one run; of a record the last version. */
export function select(selection: Selection, added: readonly ChangedRecord[]): Selection {
  if (added.length === 0) {
    return selection;
  }
  const latest = new Map<number, ChangedRecord>();
  for (const change of [...selection.changes, ...added]) {
    const other = latest.get(change.version.id);
    if (!other || isBefore(other.version, change.version)) {
      latest.set(change.version.id, change);
    }
  }
  const sorted = [...latest.values()].sort((a, b) => byPosition(a.version, b.version));
  let bytes = 0;
  let count = 0;
  for (const change of sorted.slice(0, MAX_RUN_RECORDS)) {
    bytes += change.bytes;
    if (bytes > MAX_RUN_BYTES && count > 0) {
      break;
    }
    count += 1;
  }
  const deferredFrom = earlier(selection.deferredFrom, sorted[count]?.version);
  // What comes after something deferred is deferred too, so that all is delivered in order.
  const changes = sorted
    .slice(0, count)
    .filter(({ version }) => !deferredFrom || isBefore(version, deferredFrom));
  return { changes, deferredFrom };
}

/** The selection without what stands at a position or after it. */
export function deferFrom(selection: Selection, position: Position): Selection {
  return {
    changes: selection.changes.filter(({ version }) => isBefore(version, position)),
    deferredFrom: earlier(selection.deferredFrom, position),
  };
}

function earlier(one: Position | undefined, other: Position | undefined): Position | undefined {
  return one && other ? (isBefore(other, one) ? other : one) : (one ?? other);
}
