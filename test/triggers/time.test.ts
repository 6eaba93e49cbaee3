import { AFTER_ALL, BEFORE_ALL, endOfDate, toSortableTimestamp } from "../../src/timestamp";
import { sourceOf, stampOf } from "../../src/triggers/changes/sources";
import { readCall } from "../../src/triggers/webhook/call";
import { heldBackBy } from "../../src/triggers/webhook/filters";
import { checkRepeat } from "../../src/triggers/webhook/repeats";

describe("an instant", () => {
  it.each([
    ["2026-01-02T03:04:05.678901+00:00", "2026-01-02T03:04:05.678901Z"],
    ["2026-01-02T03:04:05.6Z", "2026-01-02T03:04:05.600000Z"],
    ["2026-01-02T03:04:05", "2026-01-02T03:04:05.000000Z"],
    ["2026-01-02T03:04", "2026-01-02T03:04:00.000000Z"],
    ["2026-01-02T03:04:05.678901+02:00", "2026-01-02T01:04:05.678901Z"],
    ["2026-01-02T03:04:05-0230", "2026-01-02T05:34:05.000000Z"],
  ])("of %s is %s", (time, instant) => {
    expect(toSortableTimestamp(time)).toBe(instant);
  });

  it.each([undefined, null, "", "yesterday", "2026-01-02", 5, "2026-13-02T03:04:05Z"])(
    "of %j is none",
    (time) => {
      expect(toSortableTimestamp(time)).toBeUndefined();
    },
  );

  it("lies between the first and the last, and within the second that a Date header tells", () => {
    const instant = toSortableTimestamp("2026-01-02T03:04:05.999Z") ?? "";
    expect(BEFORE_ALL < instant && instant < AFTER_ALL).toBe(true);
    expect(instant < (endOfDate("Fri, 02 Jan 2026 03:04:05 GMT") ?? "")).toBe(true);
    expect([endOfDate(undefined), endOfDate("soon")]).toEqual([undefined, undefined]);
  });
});

describe("the stamp of a record", () => {
  it.each([
    ["tickets", { id: 1, created_datetime: "2026-01-01T00:00:00", updated_datetime: null }],
    ["messages", { id: 1, created_datetime: "2026-01-01T00:00:00" }],
  ] as const)("of %s falls back on when it was created", (resource, record) => {
    const at = "2026-01-01T00:00:00.000000Z";
    expect(stampOf(sourceOf(resource), record)).toEqual({ id: 1, time: at, created: at });
  });

  it("falls back on when it changed", () => {
    const record = { id: 1, created_datetime: null, updated_datetime: "2026-01-01T00:00:00" };
    expect(stampOf(sourceOf("tickets"), record).created).toBe("2026-01-01T00:00:00.000000Z");
  });

  it.each([{ id: 1 }, { id: "1", created_datetime: "2026-01-01T00:00:00" }])(
    "of %j is an error, since it could be neither placed nor skipped",
    (record) => {
      expect(() => stampOf(sourceOf("tickets"), record)).toThrow("without id or updated_datetime");
    },
  );
});

describe("a call of the webhook", () => {
  it("that tells of no object is never taken for a repeat", () => {
    const call = { event: "ticket-updated", ticket: {} };
    expect(checkRepeat(call, {}, 5)).toEqual({ isRepeat: false, recent: {} });
  });

  it("about a ticket that tells no update is known by its creation", () => {
    const call = {
      event: "ticket-created",
      ticket: { id: 1, created_datetime: "2026-01-01T00:00:00" },
    };
    const { recent } = checkRepeat(call, {}, 5);
    expect(checkRepeat(call, recent, 6).isRepeat).toBe(true);
  });

  it("forgets the oldest calls, and calls of a clock that was set back", () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`call ${n}`, n]));
    const call = {
      event: "ticket-created",
      ticket: { id: 1, updated_datetime: "2026-01-01T00:00:00" },
    };
    expect(Object.keys(checkRepeat(call, many, 400).recent)).toHaveLength(200);
    expect(Object.keys(checkRepeat(call, { later: 9_999_999 }, 400).recent)).toHaveLength(1);
  });

  it.each([
    ["a Buffer", Buffer.from('{"event": "ticket-created", "context": {"ticket": {"id": 1}}}')],
    [
      "an event that is text in the context",
      { context: { event: "ticket.created", ticket: { id: 1 } } },
    ],
  ])("is read from %s", (_, body) => {
    expect(readCall(body)).toEqual({ event: "ticket-created", ticket: { id: 1 } });
  });

  it("without the ticket passes no filter of tags or status", () => {
    const call = { event: "ticket-message-created", message: { id: 1 } };
    expect(heldBackBy(call, { tags: ["a"] })).toBe("Tags");
    expect(heldBackBy(call, { status: "open" })).toBe("Status");
    expect(heldBackBy({ event: "x", ticket: { tags: ["a"] } }, { tags: ["a"] })).toBeUndefined();
    expect(heldBackBy(call, {})).toBeUndefined();
  });
});
