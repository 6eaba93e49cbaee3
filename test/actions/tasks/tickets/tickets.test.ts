import { useActions } from "../../../support/actions";

const { act, fail, lines, sandbox, sent } = useActions();

/** The only request: a change of ticket 5. */
function put(body: object) {
  return [{ method: "PUT", path: "/api/tickets/5", query: [], body }];
}

describe.each([
  ["closeTicket", "closed", { snooze_datetime: null }],
  ["reopenTicket", "open", {}],
])("%s", (key, status, rest) => {
  it(`sends the status ${status} and returns the ticket`, async () => {
    const { data } = await act(key, { id: "5" });
    expect(sent()).toEqual(put({ status, ...rest }));
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

it("Close Ticket ends a snooze", async () => {
  sandbox().records.tickets.change(5, { snooze_datetime: "2030-01-01T00:00:00Z" });
  expect((await act("closeTicket", { id: "5" })).data).toMatchObject({ snooze_datetime: null });
});

describe("Snooze Ticket", () => {
  const NOW = Date.parse("2026-06-18T10:00:00.000Z");

  it.each([
    ["2030-01-02T03:04:05Z", "2030-01-02T03:04:05Z"],
    ["2030-01-02T03:04:05+02:00", "2030-01-02T03:04:05+02:00"],
  ])("until %s sends that time, and closes the ticket", async (until, snooze_datetime) => {
    const { data } = await act("snoozeTicket", { id: "5", until });
    expect(sent()).toEqual(put({ snooze_datetime, status: "closed" }));
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
    expect(sent()).toEqual(put({ snooze_datetime, status: "closed" }));
  });

  it("leaves the status as it is where it is not to close the ticket", async () => {
    const until = "2030-01-02T03:04:05Z";
    await act("snoozeTicket", { id: "5", until, close: "false" });
    expect(sent()).toEqual(put({ snooze_datetime: until }));
  });

  it.each([
    "0",
    "0.0",
    "8761",
    "-1",
    "tomorrow",
    "",
    "24 hours",
    "2020-01-02T03:04:05Z",
    "2026-06-18T12:00:00+02:00",
  ])("refuses %p and sends nothing", async (until) => {
    jest.spyOn(Date, "now").mockReturnValue(NOW);
    const { message } = await fail("snoozeTicket", { id: "5", until });
    expect(message).toContain("Until");
    expect(sent()).toEqual([]);
  });
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

  it("by an email address finds a user on a later page whose own is in another letter case", async () => {
    const user = sandbox().state.users.get(2) as NonNullable<
      ReturnType<ReturnType<typeof sandbox>["state"]["users"]["get"]>
    >;
    for (let id = 5_000; id < 5_150; id += 1) {
      sandbox().state.users.set(id, { ...user, id, email: `user${id}@sandbox.example` });
    }
    sandbox().state.users.set(6_000, { ...user, id: 6_000, email: "Zoe@Sandbox.example" });
    sandbox().faults.add({
      method: "GET",
      path: "/api/users",
      fault: { status: 200, body: { data: [], meta: {} } },
    });
    await assign({ user: "zoe@sandbox.example" });
    expect(writes()).toEqual(put({ assignee_user: { id: 6_000 } }));
  });

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
