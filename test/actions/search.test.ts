import { useActions } from "../support/actions";

const { act, fail, sandbox, sent } = useActions();

describe("Search", () => {
  it("sends its inputs as the body, and returns what was found", async () => {
    const result = await act("search", {
      type: "agent",
      query: "anna@sandbox.example",
      size: "10",
    });
    expect(sent()).toEqual([
      {
        method: "POST",
        path: "/api/search",
        query: [],
        body: { type: "agent", query: "anna@sandbox.example", size: 10 },
      },
    ]);
    expect(result).toEqual({
      data: { object: "list", uri: "", data: [sandbox().state.users.get(2)], meta: {} },
    });
  });

  it("needs a type only", async () => {
    const { data } = await act("search", { type: "team" });
    expect(sent()).toEqual([
      { method: "POST", path: "/api/search", query: [], body: { type: "team" } },
    ]);
    expect(data).toMatchObject({ data: [{ id: 101 }, { id: 102 }] });
  });

  it.each([
    "agent",
    "customer",
    "customer_profile",
    "customer_channel",
    "customer_channel_email",
    "customer_channel_phone",
    "customers_by_phone",
    "integration",
    "team",
    "tag",
  ])("finds %s", async (type) => {
    const { data } = await act("search", { type, size: 50 });
    expect(sent()).toMatchObject([{ body: { type, size: 50 } }]);
    expect(data).toMatchObject({ data: expect.any(Array) });
  });

  it.each([
    [{ type: "" }, /^Type is required; given ""\.$/],
    [{ type: "agent", size: "51" }, /^Size must be a whole number from 1 to 50; given "51"\.$/],
    [{ type: "agent", query: {} }, /^Query must be text; given \{\}\.$/],
  ])("refuses %j before anything is sent", async (inputs, refusal) => {
    expect((await fail("search", inputs)).message).toMatch(refusal);
    expect(sent()).toEqual([]);
  });

  it("rides out a 502, since it changes nothing", async () => {
    sandbox().faults.add({ path: "/api/search", fault: { status: 502 } });
    await expect(act("search", { type: "agent" })).resolves.toBeDefined();
    expect(sent()).toHaveLength(2);
  });

  it("takes a type that it does not know, and tells what Gorgias says of it", async () => {
    expect(await fail("search", { type: "ticket" })).toMatchObject({
      name: "GorgiasError",
      status: 400,
    });
    expect(sent()).toMatchObject([{ body: { type: "ticket" } }]);
  });
});
