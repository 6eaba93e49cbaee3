import { useActions, useVirtualTime } from "../../../support/actions";

const { act, fail, lines, sandbox, sent } = useActions({ jobStepMs: 0 } as never);

const THANKS = "752";
const ARCHIVED = "754";

function writes() {
  return sent().filter(({ method }) => method !== "GET");
}

/** Jobs move at each look: a step of the sandbox takes no time here. */
async function run(key: string, inputs: Record<string, unknown>) {
  return (await act(key, inputs)).data as { status: string; [key: string]: unknown };
}

describe("Apply Macro", () => {
  it("creates one job for the tickets, each once, and waits for its end", async () => {
    useVirtualTime();
    const result = await run("applyMacro", { macro_id: THANKS, ticket_ids: ["5", "6", "5"] });
    expect(writes()).toEqual([
      {
        method: "POST",
        path: "/api/jobs",
        query: [],
        body: { type: "applyMacro", params: { macro_id: 752, ticket_ids: [5, 6] } },
      },
    ]);
    expect(result).toMatchObject({ status: "done", job: { status: "done" } });
  });

  it("closes the tickets if it is to", async () => {
    useVirtualTime();
    await run("applyMacro", { macro_id: THANKS, ticket_ids: ["5"], apply_and_close: "true" });
    expect(writes()[0]?.body).toMatchObject({ params: { apply_and_close: true } });
  });

  it("warns before it sends a text to customers", async () => {
    useVirtualTime();
    await run("applyMacro", { macro_id: THANKS, ticket_ids: ["5", "6"] });
    expect(lines().join("\n")).toMatch(/warn: The macro "Thank you" holds a text .* 2 tickets/);
  });

  it("refuses a macro that is archived", async () => {
    const { message } = await fail("applyMacro", { macro_id: ARCHIVED, ticket_ids: ["5"] });
    expect(message).toContain("Macro ID must be that of a macro in use");
    expect(writes()).toEqual([]);
  });

  it("says that the job goes on when it cannot be looked at", async () => {
    useVirtualTime();
    sandbox().faults.add({ method: "GET", path: /jobs/, times: 50, fault: { status: 400 } });
    const { message } = await fail("applyMacro", { macro_id: THANKS, ticket_ids: ["5"] });
    expect(message).toMatch(/Job \d+ was created and goes on: look with Wait for Job/);
    expect(writes()).toHaveLength(1);
  });

  it("names the job in the log when the credentials are refused meanwhile", async () => {
    useVirtualTime();
    sandbox().faults.add({ method: "GET", path: /jobs/, times: 50, fault: { status: 401 } });
    const { message } = await fail("applyMacro", { macro_id: THANKS, ticket_ids: ["5"] });
    expect(message).toContain("401");
    expect(lines().join("\n")).toMatch(/Gorgias has taken job \d+ \(applyMacro\)/);
  });

  it("says what to do when the response is lost, and sends nothing again", async () => {
    sandbox().faults.add({ method: "POST", path: "/api/jobs", fault: { reset: "after" } });
    const { message } = await fail("applyMacro", { macro_id: THANKS, ticket_ids: ["5"] });
    expect(message).toContain("look with List Jobs");
    expect(writes()).toHaveLength(1);
  });
});

describe("Delete Tickets", () => {
  it("deletes them by a job, and sees that they are gone", async () => {
    useVirtualTime();
    expect(await run("deleteTickets", { ticket_ids: ["5", "6"] })).toMatchObject({
      status: "done",
      deleted_ids: [5, 6],
      remaining_ids: [],
    });
    expect([5, 6].map((id) => sandbox().state.tickets.has(id))).toEqual([false, false]);
    expect(writes()).toHaveLength(1);
  });

  it("tells which are still there when the time is up", async () => {
    useVirtualTime();
    sandbox().state.jobStepMs = 3_600_000;
    const inputs = { ticket_ids: ["5"], timeout_seconds: "10" };
    expect(await run("deleteTickets", inputs)).toMatchObject({
      status: "running",
      deleted_ids: [],
      remaining_ids: [5],
    });
    expect(lines().join("\n")).toContain("do not start another");
  });

  it.each([
    [{ error: { msg: "No luck." } }, "ended as fatal_errored: No luck. Some"],
    [{ error: "No luck." }, "ended as fatal_errored: No luck. Some"],
    [{}, "ended as fatal_errored. Some"],
    [null, "ended as fatal_errored. Some"],
  ])("fails with what Gorgias says of a job that failed: %j", async (info, text) => {
    useVirtualTime();
    sandbox().onRequest(({ method, path }) => {
      const id = Number(path.split("/").at(-1));
      const job = sandbox().state.jobs.get(id);
      if (method === "GET" && job) {
        sandbox().state.jobs.set(id, { ...job, status: "fatal_errored", info } as never);
      }
    });
    const { message } = await fail("deleteTickets", { ticket_ids: ["5"] });
    expect(message).toContain(text);
  });

  it.each([[[]], [["", " "]], ["[]"], [""]])("refuses no tickets: %j", async (ticket_ids) => {
    const { message } = await fail("deleteTickets", { ticket_ids });
    expect(message).toContain("Ticket IDs");
    expect(sent()).toEqual([]);
  });

  it("refuses more tickets than one job should take", async () => {
    const ticket_ids = Array.from({ length: 1_001 }, (_, index) => String(index + 1));
    const { message } = await fail("deleteTickets", { ticket_ids });
    expect(message).toContain("from 1 to 1000 tickets; given 1001");
    expect(sent()).toEqual([]);
  });
});

describe("Wait for Job", () => {
  it("waits until the job has ended, an interval between two looks", async () => {
    const waits = useVirtualTime();
    const { id } = (
      await act("createJob", {
        type: "updateTicket",
        params: '{"ticket_ids": [5], "updates": {"status": "closed"}}',
      })
    ).data as { id: number };
    sandbox().state.jobsDue.delete(id);
    sandbox().onRequest(() => {
      const job = sandbox().state.jobs.get(id);
      if (job && waits.length === 2) {
        sandbox().state.jobs.set(id, { ...job, status: "done" });
      }
    });
    const result = await run("waitForJob", { id: String(id), interval_seconds: "7" });
    expect(result).toMatchObject({ status: "done", job: { id } });
    expect(waits).toEqual([7_000, 7_000]);
  });

  it.each([
    ["errored", "failed"],
    ["fatal_errored", "failed"],
    ["canceled", "canceled"],
    ["cancel_requested", "running"],
    ["a status of tomorrow", "running"],
  ])("returns a job that is %s as %s", async (status, result) => {
    useVirtualTime();
    const [job] = [...sandbox().state.jobs.values()];
    sandbox().state.jobs.set(job?.id as number, { ...(job as NonNullable<typeof job>), status });
    const inputs = { id: String(job?.id), timeout_seconds: "5" };
    expect(await run("waitForJob", inputs)).toMatchObject({ status: result });
  });

  it.each([
    ["timeout_seconds", "601", "Timeout"],
    ["interval_seconds", "0", "Interval"],
  ])("refuses %s %s", async (key, value, label) => {
    expect((await fail("waitForJob", { id: "1", [key]: value })).message).toContain(label);
    expect(sent()).toEqual([]);
  });
});
