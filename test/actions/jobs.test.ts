import { useActions } from "../support/actions";

const { act, fail, sent } = useActions();

describe("a job that would change tickets", () => {
  it.each([
    ["applyMacro", { macro_id: 31, ticket_ids: [] }],
    ["applyMacro", { macro_id: 31 }],
    ["updateTicket", { updates: { status: "closed" }, view: {} }],
    ["updateTicket", { updates: { status: "closed" }, view: { filters: " " } }],
    ["deleteTicket", {}],
    ["deleteTicket", { ticket_ids: [] }],
  ])("of the type %s is refused with the params %j, before it is sent", async (type, params) => {
    const error = await fail("createJob", { type, params });
    expect([error.name, error.message]).toEqual([
      "InputError",
      expect.stringMatching(/^Params must choose /),
    ]);
    expect(sent()).toEqual([]);
  });

  it("is created with a selection", async () => {
    const params = { updates: { status: "closed" }, ticket_ids: [5] };
    await act("createJob", { type: "updateTicket", params });
    expect(sent()).toEqual([
      { method: "POST", path: "/api/jobs", query: [], body: { type: "updateTicket", params } },
    ]);
  });
});

describe("Update Job", () => {
  it("refuses an empty selection and to clear the time, before anything is sent", async () => {
    const emptied = await fail("updateJob", { id: "1", params: { ticket_ids: [] } });
    expect(emptied.message).toMatch(/^Params must choose tickets/);
    const cleared = await fail("updateJob", { id: "1", clear_fields: ["scheduled_datetime"] });
    expect(cleared.message).toMatch(/^Clear Fields must be one of /);
    expect(sent()).toEqual([]);
  });
});
