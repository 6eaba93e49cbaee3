import { useActions, useVirtualTime } from "../../support/actions";

const { act, fail, lines, sandbox, sent } = useActions();

/** The only request: a change of ticket 5. */
function put(body: object) {
  return [{ method: "PUT", path: "/api/tickets/5", query: [], body }];
}

describe.each([
  ["closeTicket", "closed"],
  ["reopenTicket", "open"],
])("%s", (key, status) => {
  it(`sends the status ${status} and nothing else, and returns the ticket`, async () => {
    const { data } = await act(key, { id: "5" });
    expect(sent()).toEqual(put({ status }));
    expect(data).toMatchObject({ id: 5, status });
  });

  it("may be run again", async () => {
    await act(key, { id: "5" });
    expect((await act(key, { id: "5" })).data).toMatchObject({ status });
  });

  it("fails for a ticket that does not exist", async () => {
    expect((await fail(key, { id: "999999" })).status).toBe(404);
  });
});

describe("Snooze Ticket", () => {
  const NOW = Date.parse("2026-06-18T10:00:00.000Z");

  it.each([
    ["2030-01-02T03:04:05Z", "2030-01-02T03:04:05Z"],
    ["2030-01-02T03:04:05+02:00", "2030-01-02T03:04:05+02:00"],
  ])("until %s sends that time and nothing else", async (until, snooze_datetime) => {
    const { data } = await act("snoozeTicket", { id: "5", until });
    expect(sent()).toEqual(put({ snooze_datetime }));
    expect(data).toMatchObject({ id: 5, snooze_datetime: expect.stringContaining("2030-01-02T") });
  });

  it.each([
    ["24", "2026-06-19T10:00:00.000Z"],
    ["1.5", "2026-06-18T11:30:00.000Z"],
    [" 2 ", "2026-06-18T12:00:00.000Z"],
    [8760, "2027-06-18T10:00:00.000Z"],
  ])("for %p hours sends the time that is so far from now", async (until, snooze_datetime) => {
    jest.spyOn(Date, "now").mockReturnValue(NOW);
    await act("snoozeTicket", { id: "5", until });
    expect(sent()).toEqual(put({ snooze_datetime }));
  });

  it("leaves the status as it was", async () => {
    const before = sandbox().state.tickets.get(5)?.status;
    await act("snoozeTicket", { id: "5", until: "24" });
    expect(sandbox().state.tickets.get(5)?.status).toBe(before);
  });

  it.each(["0", "0.0", "8761", "-1", "tomorrow", "", "24 hours"])(
    "refuses %p and sends nothing",
    async (until) => {
      const { message } = await fail("snoozeTicket", { id: "5", until });
      expect(message).toContain("Until");
      expect(sent()).toEqual([]);
    },
  );
});

describe("Assign Ticket", () => {
  const assign = (inputs: Record<string, unknown>) => act("assignTicket", { id: "5", ...inputs });
  const writes = () => sent().filter(({ method }) => method !== "GET");

  it("by ids looks nothing up", async () => {
    const { data } = await assign({ user: "2", team: "101" });
    expect(sent()).toEqual(put({ assignee_user: { id: 2 }, assignee_team: { id: 101 } }));
    expect(data).toMatchObject({ assignee_user: { id: 2 }, assignee_team: { id: 101 } });
  });

  it.each(["anna@sandbox.example", "Anna@Sandbox.Example"])(
    "by the user's email address %s sends the id, and leaves the team alone",
    async (user) => {
      await assign({ user });
      expect(writes()).toEqual(put({ assignee_user: { id: 2 } }));
      expect(sent()[0]).toMatchObject({
        method: "GET",
        path: "/api/users",
        query: [`email=${user}`, "limit=100"],
      });
    },
  );

  it.each(["Escalations", "escalations", " ESCALATIONS "])(
    "by the team's name %p sends the id, and leaves the user alone",
    async (team) => {
      await assign({ team });
      expect(writes()).toEqual(put({ assignee_team: { id: 102 } }));
    },
  );

  it.each(["nobody", "Nobody"])("to %s takes the ticket away", async (nobody) => {
    await assign({ user: nobody, team: nobody });
    expect(sent()).toEqual(put({ assignee_user: null, assignee_team: null }));
  });

  it.each([
    [{ user: "who@sandbox.example" }, "User must be a user of the account"],
    [{ team: "Nowhere" }, "Team must be a team of the account"],
    [{ user: "2", team: "Nowhere" }, "Team must be a team of the account"],
  ])("to %j, which nobody is, is refused before anything is written", async (inputs, text) => {
    expect((await fail("assignTicket", { id: "5", ...inputs })).message).toContain(text);
    expect(writes()).toEqual([]);
  });

  it("to a user who was deactivated is refused", async () => {
    const user = sandbox().state.users.get(2);
    sandbox().state.users.set(2, { ...(user as NonNullable<typeof user>), active: false });
    const { message } = await fail("assignTicket", { id: "5", user: "anna@sandbox.example" });
    expect(message).toContain("User must be a user of the account");
  });

  it("to one of several teams with the same name is refused, and the ids are told", async () => {
    const team = sandbox().state.teams.get(102);
    sandbox().state.teams.set(102, {
      ...(team as NonNullable<typeof team>),
      name: "Support",
    });
    const { message } = await fail("assignTicket", { id: "5", team: "Support" });
    expect(message).toMatch(/10[12], 10[12]; give the ID instead/);
  });

  it("with nothing set is refused", async () => {
    const { message } = await fail("assignTicket", { id: "5" });
    expect(message).toContain("At least one of these inputs is required: User, Team");
    expect(sent()).toEqual([]);
  });
});

describe("Search Tickets", () => {
  const CUT = "Search Tickets stopped at its Maximum Results";
  interface Found {
    data: { id: number; subject: string }[];
    reached_maximum: boolean;
  }
  const search = async (inputs: Record<string, unknown>) =>
    (await act("searchTickets", inputs)).data as Found;

  const addTickets = (count: number, subject: string) => {
    for (let n = 0; n < count; n += 1) {
      sandbox().records.tickets.add({ subject });
    }
  };

  it("sends the words as a view's search and returns all tickets that have them", async () => {
    addTickets(3, "A damaged parcel");
    const { data, reached_maximum } = await search({ search: "damaged parcel" });
    expect(sent()[0]).toMatchObject({
      method: "PUT",
      path: "/api/views/0/items",
      body: { view: { type: "ticket-list", search: "damaged parcel" } },
    });
    expect(sent()).toHaveLength(1);
    expect([data.length, reached_maximum]).toEqual([3, false]);
    expect(lines().join()).not.toContain(CUT);
  });

  it("reads page by page until there are as many as asked for, and logs the cut", async () => {
    addTickets(260, "A damaged parcel");
    const { data, reached_maximum } = await search({ search: "damaged", max_results: "150" });
    expect(new Set(data.map(({ id }) => id)).size).toBe(150);
    expect([data.length, reached_maximum, sent().length]).toEqual([150, true, 2]);
    expect(lines().filter((line) => line.includes(`${CUT} (150)`))).toHaveLength(1);
  });

  it("reads all pages without repeating a ticket when more is allowed than there is", async () => {
    addTickets(260, "A damaged parcel");
    const { data, reached_maximum } = await search({ search: "damaged", max_results: "1000" });
    expect([data.length, new Set(data.map(({ id }) => id)).size]).toEqual([260, 260]);
    expect(reached_maximum).toBe(false);
  });

  it("returns 100 when Maximum Results is blank", async () => {
    addTickets(120, "A damaged parcel");
    const { data } = await search({ search: "damaged", max_results: "" });
    expect(data).toHaveLength(100);
  });

  it("asks for no more than it returns, in the order that is given", async () => {
    addTickets(3, "A damaged parcel");
    const inputs = { search: "damaged", max_results: "2", order_by: "created_datetime:desc" };
    const { data } = await search(inputs);
    expect(data).toHaveLength(2);
    expect(sent()[0]?.query).toEqual(
      expect.arrayContaining(["order_by=created_datetime:desc", "limit=2"]),
    );
  });

  it("returns none when none is found", async () => {
    expect(await search({ search: "no such words" })).toEqual({ data: [], reached_maximum: false });
  });

  it.each(["0", "10001", "many"])("refuses a maximum of %s", async (max_results) => {
    const { message } = await fail("searchTickets", { search: "parcel", max_results });
    expect(message).toContain("Maximum Results");
    expect(sent()).toEqual([]);
  });
});

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
