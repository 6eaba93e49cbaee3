import {
  AFTER_ALL,
  BEFORE_ALL,
  justAfter,
  timestampOf,
  toSortableTimestamp,
} from "../src/timestamp";

describe("toSortableTimestamp", () => {
  it.each([
    ["2026-01-02T03:04:05.678901+00:00", "2026-01-02T03:04:05.678901Z"],
    ["2026-01-02T03:04:05.6Z", "2026-01-02T03:04:05.600000Z"],
    ["2026-01-02T03:04:05.678901234Z", "2026-01-02T03:04:05.678901Z"],
    ["2026-01-02T03:04:05", "2026-01-02T03:04:05.000000Z"],
    ["2026-01-02 03:04:05", "2026-01-02T03:04:05.000000Z"],
    ["2026-01-02T03:04", "2026-01-02T03:04:00.000000Z"],
    ["2026-01-02T03:04:05.678901+02:00", "2026-01-02T01:04:05.678901Z"],
    ["2026-01-02T03:04:05-0230", "2026-01-02T05:34:05.000000Z"],
    ["2026-01-02T03:04:05+01", "2026-01-02T02:04:05.000000Z"],
  ])("reads %s as %s", (time, sortable) => {
    expect(toSortableTimestamp(time)).toBe(sortable);
  });

  it.each([undefined, null, "", "yesterday", "2026-01-02", 5, "2026-13-02T03:04:05Z"])(
    "finds no time in %j",
    (time) => {
      expect(toSortableTimestamp(time)).toBeUndefined();
    },
  );

  it("gives times between the first and the last", () => {
    const time = toSortableTimestamp("2026-01-02T03:04:05.999Z") ?? "";
    expect([BEFORE_ALL < time, time < AFTER_ALL]).toEqual([true, true]);
  });
});

it.each([
  ["2026-01-02T03:04:05.678901Z", "2026-01-02T03:04:05.678902Z"],
  ["2026-12-31T23:59:59.999999Z", "2027-01-01T00:00:00.000000Z"],
])("just after %s is %s", (time, next) => {
  expect(justAfter(time)).toBe(next);
});

it("milliseconds since 1970 are told with microseconds", () => {
  expect(timestampOf(Date.UTC(2026, 0, 2, 3, 4, 5, 678))).toBe("2026-01-02T03:04:05.678000Z");
});
