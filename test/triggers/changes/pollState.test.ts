import type { PagePosition } from "../../../src/lists";
import {
  changeOf,
  nextState,
  type PollState,
  readPollState,
} from "../../../src/triggers/changes/pollState";
import type { Scan } from "../../../src/triggers/changes/scan";
import { EMPTY_WATERMARK, type RecordVersion } from "../../../src/triggers/changes/watermark";
import { at } from "../../support/pagedList";

const ACCOUNT = { account: "green-garden", resource: "tickets" } as const;
const MAX_CREATED_IDS = 10_000;

function version(id: number, time: string, created?: string): RecordVersion {
  return { id, time, created, isStandIn: false };
}

function stateOf(watermark: Partial<PollState["watermark"]>, backlog: PollState["backlog"] = null) {
  return { ...ACCOUNT, watermark: { ...EMPTY_WATERMARK, ...watermark }, backlog };
}

const NOW = { latest: at(50), overlapStart: at(40) };

function scanOf(versions: RecordVersion[], more: Partial<Scan> = {}): Scan {
  const changes = versions.map((each) => ({ version: each, record: { id: each.id }, bytes: 1 }));
  return { changes, answeredAt: NOW, checkpoints: [], ...more };
}

describe("what a run before kept", () => {
  const kept = stateOf({});
  const read = (state: object, of: object) =>
    readPollState({ ...state }, { ...ACCOUNT, ...of } as typeof ACCOUNT);

  it("counts for its account and resource", () => {
    expect(read(kept, {})).toEqual(kept);
    expect(read(kept, { account: "blue-garden" })).toBeUndefined();
    expect(read(kept, { resource: "customers" })).toBeUndefined();
    expect(read({}, {})).toBeUndefined();
  });
});

describe("a record is", () => {
  const watermark = {
    time: at(10),
    id: 5,
    recentRecords: { 1: at(20) },
    futureRecords: { 2: [at(60), at(60)] as const },
    undatedRecords: [3],
  };
  const backlog = { createdAfter: { time: at(20), id: 7 }, createdIds: [4], checkpoints: [] };

  it.each<[what: string, version: RecordVersion, since: typeof backlog | null, change: string]>([
    ["created after the watermark", version(9, at(30), at(11)), null, "created"],
    ["created at its time, with a higher id", version(6, at(30), at(10)), null, "created"],
    ["the watermark's", version(5, at(30), at(10)), null, "updated"],
    ["created before it", version(9, at(30), at(9)), null, "updated"],
    ["of no creation", version(9, at(30)), null, "updated"],
    ["of no time at all", version(9, ""), null, "created"],
    ["known by its time", version(1, at(30), at(30)), null, "updated"],
    ["known by its future", version(2, at(30), at(30)), null, "updated"],
    ["known by its id alone", version(3, ""), null, "updated"],
    ["created since the backlog began", version(8, at(30), at(20)), backlog, "created"],
    ["created before the backlog began", version(7, at(30), at(20)), backlog, "updated"],
    ["delivered in the backlog", version(4, at(30), at(30)), backlog, "updated"],
    ["delivered in the backlog, without a time", version(4, ""), backlog, "updated"],
  ])("(%s) told by when it came into being", (_, of, since, change) => {
    expect(changeOf(stateOf(watermark, since), of)).toBe(change);
  });
});

describe("once all changes are handed over", () => {
  it("the watermark stands at the overlap, and no backlog is left", () => {
    const backlog = { createdAfter: { time: at(1), id: 1 }, createdIds: [4], checkpoints: [] };
    const before = stateOf({ time: at(10), id: 5, recentRecords: { 1: at(20) } }, backlog);
    const scan = scanOf([version(6, at(30)), version(7, at(45))], { newest: at(45) });
    expect(nextState(before, scan)).toEqual(
      stateOf({ time: at(40), id: 0, recentRecords: { 7: at(45) } }),
    );
  });

  it("the watermark stays where nothing was seen", () => {
    const before = stateOf({ time: at(10), id: 5, recentRecords: { 1: at(20) } });
    expect(nextState(before, scanOf([]))).toEqual(before);
  });
});

describe("where changes are left", () => {
  const deferredFrom = { time: at(35), id: 1 };
  const checkpoints = [{ cursor: "place" }] as unknown as PagePosition[];

  it("the watermark stands at the last one handed over, and creations are remembered", () => {
    const before = stateOf({
      time: at(10),
      id: 5,
      recentRecords: { 1: at(20) },
      futureRecords: { 2: [at(60), at(60)] },
    });
    const versions = [version(6, at(30), at(9)), version(7, at(31), at(31)), version(8, "")];
    expect(nextState(before, scanOf(versions, { deferredFrom, checkpoints }))).toEqual(
      stateOf(
        {
          time: at(31),
          id: 7,
          futureRecords: { 2: [at(60), at(60)] },
          undatedRecords: [8],
        },
        { createdAfter: { time: at(10), id: 5 }, createdIds: [1, 2, 7, 8], checkpoints },
      ),
    );
  });

  it("the watermark never passes the overlap", () => {
    const before = stateOf({ time: at(10), id: 5 });
    const scan = scanOf([version(6, at(45), at(45))], { deferredFrom: { time: at(46), id: 1 } });
    const after = nextState(before, scan);
    expect(after.watermark).toEqual({
      ...EMPTY_WATERMARK,
      time: at(40),
      id: 0,
      recentRecords: { 6: at(45) },
    });
  });

  it("the watermark stays where only records without a time were handed over", () => {
    const before = stateOf({ time: at(10), id: 5 });
    const after = nextState(before, scanOf([version(8, "")], { deferredFrom }));
    expect(after.watermark).toEqual({ ...before.watermark, undatedRecords: [8] });
  });

  it("a backlog goes on from where it began", () => {
    const backlog = { createdAfter: { time: at(1), id: 1 }, createdIds: [4], checkpoints: [] };
    const before = stateOf({ time: at(10), id: 5, recentRecords: { 1: at(20) } }, backlog);
    const versions = [version(6, at(30), at(2)), version(7, at(30), at(0.5))];
    expect(nextState(before, scanOf(versions, { deferredFrom, checkpoints })).backlog).toEqual({
      createdAfter: { time: at(1), id: 1 },
      createdIds: [4, 6],
      checkpoints,
    });
  });

  it("with more creations than can be remembered, what was created until now is known", () => {
    const ids = Array.from({ length: MAX_CREATED_IDS }, (_, index) => index + 100);
    const begun = (createdIds: number[]) =>
      stateOf(
        { time: at(10), id: 5 },
        { createdAfter: { time: at(1), id: 1 }, createdIds, checkpoints: [] },
      );
    const scan = scanOf([version(6, at(30), at(30))], { deferredFrom, checkpoints });
    expect(nextState(begun(ids.slice(1)), scan).backlog?.createdIds).toHaveLength(MAX_CREATED_IDS);
    expect(nextState(begun(ids), scan).backlog).toEqual({
      createdAfter: { time: at(30), id: 6 },
      createdIds: [],
      checkpoints,
    });
  });
});
