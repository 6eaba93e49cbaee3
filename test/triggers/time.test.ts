import { readCall } from "../../src/triggers/webhook/call";
import { heldBackBy } from "../../src/triggers/webhook/filters";
import { checkRepeat } from "../../src/triggers/webhook/repeats";

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
