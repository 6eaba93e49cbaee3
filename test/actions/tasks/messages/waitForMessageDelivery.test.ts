import { useActions, useVirtualTime } from "../../../support/actions";

const { act, fail, sandbox, sent } = useActions();

describe("Wait for Message Delivery", () => {
  const SENT = "2026-01-01T11:00:00Z";
  const FAILED = "2026-01-01T10:00:00Z";
  const ERROR = { error: "Mailbox full" };

  type Values = Parameters<ReturnType<typeof sandbox>["records"]["messages"]["change"]>[1];

  /** An outgoing message of ticket 5 that is neither sent nor failed. */
  const message = (values: Values = {}): number =>
    sandbox().records.messages.add({
      ticket_id: 5,
      from_agent: true,
      sender: { kind: "user", id: 2 },
      sent_datetime: null,
      ...values,
    }).id;

  const wait = async (id: number, inputs: Record<string, unknown> = {}) =>
    (await act("waitForMessageDelivery", { ticket_id: "5", id: String(id), ...inputs })).data;

  it("returns at once when it was sent", async () => {
    const waits = useVirtualTime();
    const id = message({ sent_datetime: SENT });
    expect(await wait(id)).toMatchObject({
      status: "sent",
      message: { id },
      last_sending_error: null,
    });
    expect(waits).toEqual([]);
    expect(sent()).toEqual([
      { method: "GET", path: `/api/tickets/5/messages/${id}`, query: [], body: undefined },
    ]);
  });

  it("waits as long as it takes, an interval between two looks", async () => {
    const waits = useVirtualTime();
    const id = message();
    sandbox().onRequest(() => {
      if (waits.length === 3) {
        sandbox().records.messages.change(id, { sent_datetime: SENT });
      }
    });
    expect(await wait(id, { interval_seconds: "7" })).toMatchObject({ status: "sent" });
    expect(waits).toEqual([7_000, 7_000, 7_000]);
  });

  it("returns a message that failed, with why", async () => {
    useVirtualTime();
    const id = message({ failed_datetime: FAILED, last_sending_error: ERROR });
    expect(await wait(id)).toMatchObject({ status: "failed", last_sending_error: ERROR });
  });

  it("does not believe that it was sent before it stood for the settling time", async () => {
    const waits = useVirtualTime();
    const id = message({ sent_datetime: new Date().toISOString() });
    sandbox().onRequest(() => {
      if (waits.length === 2) {
        sandbox().records.messages.change(id, {
          failed_datetime: new Date(Date.now() + 9_000).toISOString(),
          last_sending_error: ERROR,
          is_retriable: false,
        } as Values);
      }
    });
    expect(await wait(id)).toMatchObject({ status: "failed", last_sending_error: ERROR });
    expect(waits).toEqual([5_000, 5_000]);
  });

  it("believes that it was sent when the settling time is over", async () => {
    const waits = useVirtualTime();
    const id = message({ sent_datetime: "2099-01-01T00:00:00Z" });
    expect(await wait(id)).toMatchObject({ status: "sent" });
    expect(waits.reduce((sum, ms) => sum + ms, 0) / 1_000).toBeCloseTo(15, 0);
  });

  it("believes it at once when it is not to settle", async () => {
    const waits = useVirtualTime();
    const id = message({ sent_datetime: "2099-01-01T00:00:00Z" });
    expect(await wait(id, { settling_seconds: "0" })).toMatchObject({ status: "sent" });
    expect(waits).toEqual([]);
  });

  it.each([
    [true, "pending"],
    [null, "pending"],
    [false, "failed"],
  ])("takes an error with is_retriable %p as %s", async (is_retriable, status) => {
    useVirtualTime();
    const id = message({ last_sending_error: ERROR, is_retriable } as Values);
    expect(await wait(id, { timeout_seconds: "10" })).toMatchObject({ status });
  });

  it("waits for another attempt at one that failed and can be tried again", async () => {
    const waits = useVirtualTime();
    const failed_datetime = "2099-01-01T00:00:00Z";
    const id = message({ failed_datetime, is_retriable: true } as Values);
    sandbox().onRequest(() => {
      if (waits.length === 2) {
        sandbox().records.messages.change(id, { sent_datetime: "2099-01-01T00:00:05Z" });
      }
    });
    expect(await wait(id)).toMatchObject({ status: "sent" });
  });

  it("returns one that was sent after it had failed as sent", async () => {
    useVirtualTime();
    const id = message({
      failed_datetime: FAILED,
      sent_datetime: SENT,
      last_sending_error: ERROR,
    });
    expect(await wait(id)).toMatchObject({ status: "sent", last_sending_error: ERROR });
  });

  it("returns it as pending when the time is up, after one last look", async () => {
    const waits = useVirtualTime();
    const id = message();
    const inputs = { timeout_seconds: "12", interval_seconds: "5" };
    expect(await wait(id, inputs)).toMatchObject({
      status: "pending",
      message: { id, sent_datetime: null },
      last_sending_error: null,
    });
    expect(waits.slice(0, 2)).toEqual([5_000, 5_000]);
    expect(waits.reduce((sum, ms) => sum + ms, 0) / 1_000).toBeCloseTo(12, 0);
    expect(sent()).toHaveLength(waits.length + 1);
  });

  it("waits a minute, five seconds at a time, when nothing is said", async () => {
    const waits = useVirtualTime();
    await wait(message());
    expect(waits[0]).toBe(5_000);
    expect(waits.reduce((sum, ms) => sum + ms, 0) / 1_000).toBeCloseTo(60, 0);
  });

  it.each([
    ["timeout_seconds", "0", "Timeout"],
    ["timeout_seconds", "601", "Timeout"],
    ["interval_seconds", "61", "Interval"],
    ["settling_seconds", "121", "Settling Time"],
  ])("refuses %s %s", async (key, value, label) => {
    const { message: text } = await fail("waitForMessageDelivery", {
      ticket_id: "5",
      id: "1",
      [key]: value,
    });
    expect(text).toContain(label);
    expect(sent()).toEqual([]);
  });
});
