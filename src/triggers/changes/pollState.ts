import type { PagePosition } from "../../lists";
import type { Scan } from "./scan";
import type { ResourceType } from "./sources";
import {
  advanceWatermark,
  isBefore,
  isKnown,
  isUndated,
  type Position,
  type RecordVersion,
  reachedPosition,
  recordSeen,
  type Watermark,
} from "./watermark";

/** Records created during a backlog that are remembered. See `nextBacklog` for what comes then. */
const MAX_CREATED_IDS = 10_000;

export type Change = "created" | "updated";

/**
 * What a trigger keeps between its runs. Every key is always there: whether the platform replaces the
 * state it has or merges into it, the result is the same.
 */
export interface PollState {
  /** The account. Of another one, all records would be new. */
  account: string;
  resource: ResourceType;
  watermark: Watermark;
  backlog: Backlog | null;
}

/** What is known of changes that one run could not deliver. */
interface Backlog {
  /** The watermark when it began: what was created after it is new. */
  createdAfter: Position;
  /** Records created after it that have been delivered: they are new no longer. */
  createdIds: readonly number[];
  /** Where to go on reading, the place to take first last. None: at the first page. */
  checkpoints: readonly PagePosition[];
}

/** @returns undefined unless the state is of this account and resource: a first run is due. */
export function readPollState(
  kept: Record<string, unknown>,
  { account, resource }: Pick<PollState, "account" | "resource">,
): PollState | undefined {
  const isSame = kept.account === account && kept.resource === resource;
  return isSame ? (kept as unknown as PollState) : undefined;
}

/** Did the record come into being since what has been delivered, or change only? */
export function changeOf({ watermark, backlog }: PollState, version: RecordVersion): Change {
  const { id, created } = version;
  if (isKnown(watermark, id) || backlog?.createdIds.includes(id)) {
    return "updated";
  }
  if (isUndated(version)) {
    return "created";
  }
  const since = backlog?.createdAfter ?? watermark;
  return created !== undefined && isBefore(since, { time: created, id }) ? "created" : "updated";
}

/** The state once all changes of a scan have been handed over. */
export function nextState(before: PollState, scan: Scan): PollState {
  const versions = scan.changes.map(({ version }) => version);
  const seen = recordSeen(before.watermark, versions, scan.answeredAt);
  if (!scan.deferredFrom) {
    const reached = reachedPosition(scan.newest, scan.answeredAt);
    return { ...before, watermark: advanceWatermark(seen, reached), backlog: null };
  }
  const last = versions.filter((version) => !isUndated(version)).at(-1) ?? before.watermark;
  const overlapStart = { time: scan.answeredAt.overlapStart, id: 0 };
  const reached = isBefore(last, overlapStart) ? last : overlapStart;
  const watermark = advanceWatermark(seen, reached, last);
  return { ...before, watermark, backlog: nextBacklog(before, watermark, scan) };
}

/**
 * With more created records than can be remembered, what was created until now counts as known: such
 * a record that has not been delivered yet, since it changed meanwhile, comes as updated.
 */
function nextBacklog(
  before: PollState,
  { time, id }: Watermark,
  { changes, checkpoints }: Scan,
): Backlog {
  const { watermark } = before;
  const createdAfter = before.backlog?.createdAfter ?? { time: watermark.time, id: watermark.id };
  const known = before.backlog?.createdIds ?? [
    ...Object.keys(watermark.recentRecords),
    ...Object.keys(watermark.futureRecords),
  ];
  const created = changes
    .filter(({ version }) => changeOf(before, version) === "created")
    .map(({ version }) => version.id);
  const createdIds = [...known.map(Number), ...created];
  return createdIds.length > MAX_CREATED_IDS
    ? { createdAfter: { time, id }, createdIds: [], checkpoints }
    : { createdAfter, createdIds, checkpoints };
}
