import {
  advanceWatermark,
  answeredAt,
  byPosition,
  EMPTY_WATERMARK,
  hasRoomFor,
  isBefore,
  isBehind,
  isChange,
  isInFuture,
  isKnown,
  isUndated,
  MAX_FUTURE_RECORDS,
  MAX_RECENT_RECORDS,
  MAX_UNDATED_RECORDS,
  type RecordVersion,
  reachedPosition,
  recordSeen,
  type Watermark,
} from "../../../src/triggers/changes/watermark";
import { at } from "../../support/pagedList";

function version(id: number, time: string, more: Partial<RecordVersion> = {}): RecordVersion {
  return { id, time, isStandIn: false, ...more };
}

function watermarkAt(second: number, id: number, more: Partial<Watermark> = {}): Watermark {
  return { ...EMPTY_WATERMARK, time: at(second), id, ...more };
}

const NOW = { latest: at(30), overlapStart: at(10) };

function timesOf(count: number, time = at(20)): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 1, time]));
}

it("a Date header means any moment of its second, and the overlap begins a minute before it", () => {
  expect(answeredAt(Date.parse("2026-01-01T00:02:03Z"))).toEqual({
    latest: "2026-01-01T00:02:03.999000Z",
    overlapStart: "2026-01-01T00:01:03.000000Z",
  });
});

describe("positions", () => {
  it.each<[one: [string, number], other: [string, number], expected: boolean]>([
    [[at(1), 5], [at(2), 1], true],
    [[at(2), 1], [at(1), 5], false],
    [[at(1), 1], [at(1), 2], true],
    [[at(1), 2], [at(1), 1], false],
    [[at(1), 1], [at(1), 1], false],
  ])("%j is before %j: %s", ([time, id], [otherTime, otherId], expected) => {
    expect(isBefore({ time, id }, { time: otherTime, id: otherId })).toBe(expected);
  });

  it("are sorted by time, then by id", () => {
    const sorted = [
      { time: at(1), id: 1 },
      { time: at(1), id: 2 },
      { time: at(2), id: 1 },
    ];
    expect([...sorted].reverse().sort(byPosition)).toEqual(sorted);
    expect(byPosition({ time: at(1), id: 1 }, { time: at(1), id: 1 })).toBe(0);
  });

  it("are in the future beyond the last moment of the response alone", () => {
    expect(isInFuture({ time: at(30), id: 1 }, NOW)).toBe(false);
    expect(isInFuture({ time: at(30.000001), id: 1 }, NOW)).toBe(true);
  });

  it("have no time where there is none", () => {
    expect(isUndated({ time: "", id: 1 })).toBe(true);
    expect(isUndated({ time: at(0), id: 1 })).toBe(false);
  });
});

describe("a change", () => {
  const recentRecords = { 7: at(20) };
  const futureRecords: Watermark["futureRecords"] = { 8: [at(40), at(50)] };
  const watermark = watermarkAt(10, 3, { recentRecords, futureRecords, undatedRecords: [9] });

  it.each<[what: string, version: RecordVersion, expected: boolean]>([
    ["what is after the watermark", version(4, at(10)), true],
    ["not what is at it", version(3, at(10)), false],
    ["not what is before it", version(2, at(10)), false],
    ["not what was delivered with this time", version(7, at(20)), false],
    ["what was delivered with an earlier time", version(7, at(21)), true],
    ["not what was delivered with a later time", version(7, at(19)), false],
    ["not what was delivered in the future", version(8, at(40)), false],
    ["what came back from the future", version(8, at(20)), true],
    ["what went on in the future", version(8, at(41)), true],
    ["what has no time and is not known", version(5, ""), true],
    ["not what has no time and was delivered so", version(9, ""), false],
    ["not what has no time any longer and was delivered", version(7, ""), false],
    ["not what has no time any longer and was in the future", version(8, ""), false],
    ["what has a time now", version(9, at(20)), true],
  ])("is %s", (_, candidate, expected) => {
    expect(isChange(watermark, candidate, NOW)).toBe(expected);
  });

  it("is none where either of two times that were kept says so", () => {
    const both = watermarkAt(10, 3, { recentRecords: { 8: at(25) }, futureRecords });
    expect(isChange(both, version(8, at(25)), NOW)).toBe(false);
    expect(isChange(both, version(8, at(40)), NOW)).toBe(false);
    expect(isChange(both, version(8, at(24)), NOW)).toBe(false);
    expect(isChange(both, version(8, at(26)), NOW)).toBe(true);
  });

  it("is known by any of its traces", () => {
    expect([7, 8, 9, 10].map((id) => isKnown(watermark, id))).toEqual([true, true, true, false]);
  });
});

describe("room", () => {
  const pairs = (count: number): Watermark["futureRecords"] =>
    Object.fromEntries(Object.entries(timesOf(count, at(40))).map(([id, t]) => [id, [t, t]]));

  it("for records without a time is bounded", () => {
    const ids = Array.from({ length: MAX_UNDATED_RECORDS }, (_, index) => index);
    const full = { ...EMPTY_WATERMARK, undatedRecords: ids };
    expect(hasRoomFor(full, version(5_000, ""), NOW)).toBe(false);
    const almost = { ...EMPTY_WATERMARK, undatedRecords: ids.slice(1) };
    expect(hasRoomFor(almost, version(5_000, ""), NOW)).toBe(true);
    expect(hasRoomFor(full, version(5_000, at(40)), NOW)).toBe(true);
  });

  it("for records of the future is bounded, and is kept for those remembered", () => {
    const full = { ...EMPTY_WATERMARK, futureRecords: pairs(MAX_FUTURE_RECORDS) };
    expect(hasRoomFor(full, version(5_000, at(40)), NOW)).toBe(false);
    expect(hasRoomFor(full, version(5_000, at(30)), NOW)).toBe(true);
    expect(hasRoomFor(full, version(1, at(41)), NOW)).toBe(true);
    const almost = { ...EMPTY_WATERMARK, futureRecords: pairs(MAX_FUTURE_RECORDS - 1) };
    expect(hasRoomFor(almost, version(5_000, at(40)), NOW)).toBe(true);
  });
});

describe("what was delivered", () => {
  it("is remembered by its time, by both of its times, or by its id alone", () => {
    const seen = recordSeen(
      EMPTY_WATERMARK,
      [
        version(1, at(20), { created: at(5) }),
        version(2, at(40), { created: at(5) }),
        version(3, at(20), { created: at(50) }),
        version(4, ""),
        version(5, at(30)),
      ],
      NOW,
    );
    expect(seen).toEqual({
      time: "",
      id: 0,
      recentRecords: { 1: at(20), 5: at(30) },
      futureRecords: { 2: [at(40), at(40)], 3: [at(20), at(50)] },
      undatedRecords: [4],
    });
  });

  it("is remembered once, whatever it was before", () => {
    const before = watermarkAt(10, 3, {
      recentRecords: { 1: at(15), 2: at(15), 6: at(16) },
      futureRecords: { 3: [at(40), at(40)], 7: [at(45), at(45)] },
      undatedRecords: [4, 5],
    });
    const versions = [version(1, ""), version(2, at(40)), version(3, at(20)), version(4, at(20))];
    expect(recordSeen(before, versions, NOW)).toEqual({
      time: at(10),
      id: 3,
      recentRecords: { 3: at(20), 4: at(20), 6: at(16) },
      futureRecords: { 2: [at(40), at(40)], 7: [at(45), at(45)] },
      undatedRecords: [5, 1],
    });
    expect(before.recentRecords).toEqual({ 1: at(15), 2: at(15), 6: at(16) });
  });

  it("is behind, in a list newest first, where its place tells its time", () => {
    const watermark = watermarkAt(10, 3);
    expect(isBehind(watermark, version(3, at(10)))).toBe(true);
    expect(isBehind(watermark, version(2, at(10)))).toBe(true);
    expect(isBehind(watermark, version(4, at(10)))).toBe(false);
    expect(isBehind(watermark, version(2, at(10), { isStandIn: true }))).toBe(false);
  });
});

describe("the watermark", () => {
  it("moves on and forgets what it passes", () => {
    const before = watermarkAt(10, 3, {
      recentRecords: { 1: at(15), 2: at(20), 5: at(20), 4: at(25) },
      futureRecords: { 6: [at(40), at(40)], 7: [at(12), at(20)], 8: [at(12), at(20.000001)] },
      undatedRecords: [9],
    });
    expect(advanceWatermark(before, { time: at(20), id: 2 })).toEqual({
      time: at(20),
      id: 2,
      recentRecords: { 5: at(20), 4: at(25) },
      futureRecords: { 6: [at(40), at(40)], 8: [at(12), at(20.000001)] },
      undatedRecords: [9],
    });
  });

  it("never goes back", () => {
    const before = watermarkAt(10, 3, { recentRecords: { 1: at(15) } });
    expect(advanceWatermark(before, { time: at(9), id: 9 })).toEqual(before);
  });

  it("moves to the last that is forgotten where more is recent than can be remembered", () => {
    const recentRecords = { ...timesOf(MAX_RECENT_RECORDS + 2), 1: at(18), 2: at(17) };
    const before = watermarkAt(10, 3, { recentRecords });
    const after = advanceWatermark(before, { time: at(11), id: 0 });
    expect({ time: after.time, id: after.id }).toEqual({ time: at(18), id: 1 });
    expect(Object.keys(after.recentRecords)).toHaveLength(MAX_RECENT_RECORDS);
    expect(after.recentRecords).not.toHaveProperty("1");
    expect(after.recentRecords).not.toHaveProperty("2");
  });

  it("remembers as many as it may", () => {
    const before = watermarkAt(10, 3, { recentRecords: timesOf(MAX_RECENT_RECORDS) });
    const after = advanceWatermark(before, { time: at(11), id: 0 });
    expect(after).toEqual({ ...before, time: at(11), id: 0 });
  });

  it("never moves beyond what is left for a later run", () => {
    const recentRecords = { ...timesOf(MAX_RECENT_RECORDS + 2), 1: at(18), 2: at(17) };
    const before = watermarkAt(10, 3, { recentRecords });
    const deferredAfter = { time: at(17), id: 2 };
    const after = advanceWatermark(before, { time: at(11), id: 0 }, deferredAfter);
    expect({ time: after.time, id: after.id }).toEqual(deferredAfter);
    expect(Object.keys(after.recentRecords)).toHaveLength(MAX_RECENT_RECORDS + 1);
  });

  it("may reach the overlap, and what was seen", () => {
    expect(reachedPosition(undefined, NOW)).toEqual({ time: "", id: 0 });
    expect(reachedPosition(at(5), NOW)).toEqual({ time: at(5.000001), id: 0 });
    expect(reachedPosition(at(10), NOW)).toEqual({ time: at(10), id: 0 });
    expect(reachedPosition(at(20), NOW)).toEqual({ time: at(10), id: 0 });
  });
});
