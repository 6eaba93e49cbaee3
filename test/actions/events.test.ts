import { useActions } from "../support/actions";

const { act, ask, fail, sent } = useActions();

describe("Get Event", () => {
  it.each(["1", 1])("reads the event with the id %p", async (id) => {
    const result = await act("getEvent", { id });
    expect(sent()).toEqual([{ method: "GET", path: "/api/events/1", query: [] }]);
    expect(result).toEqual({ data: await ask("/api/events/1") });
  });

  it("that there is not is Gorgias's error", async () => {
    const error = await fail("getEvent", { id: "5190131059" });
    expect(error).toMatchObject({ name: "GorgiasError", status: 404 });
  });
});

describe("List Events", () => {
  it("sends every filter, and returns Gorgias's envelope", async () => {
    const result = await act("listEvents", {
      created_datetime: { gte: "2020-01-27T10:42:21.468912+01:00", lt: "2099-01-01T00:00:00" },
      limit: "30",
      object_id: "5",
      object_type: "Ticket",
      order_by: "created_datetime:desc",
      types: ["ticket-created", "ticket-closed"],
      user_ids: ["1", "2"],
    });
    expect(sent()).toEqual([
      {
        method: "GET",
        path: "/api/events",
        query: [
          "created_datetime[gte]=2020-01-27T10:42:21.468912+01:00",
          "created_datetime[lt]=2099-01-01T00:00:00",
          "object_id=5",
          "object_type=Ticket",
          "order_by=created_datetime:desc",
          "types=ticket-created",
          "types=ticket-closed",
          "user_ids=1",
          "user_ids=2",
          "limit=30",
        ],
      },
    ]);
    expect(result).toEqual({
      data: {
        object: "list",
        uri: expect.stringMatching(/^\/api\/events\?/),
        data: [],
        meta: { prev_cursor: null, next_cursor: null },
      },
    });
  });

  it("returns what Gorgias finds", async () => {
    const result = await act("listEvents", {
      created_datetime: '{"gt": "2025-01-06T00:00:00"}',
      object_id: 5,
      object_type: "Ticket",
    });
    const query = "created_datetime[gt]=2025-01-06T00:00:00&object_id=5&object_type=Ticket";
    expect(sent()).toEqual([{ method: "GET", path: "/api/events", query: query.split("&") }]);
    const found = (await ask(`/api/events?${query}`)) as object;
    expect(result).toEqual({ data: { ...found, uri: expect.any(String) } });
    expect(result.data).toMatchObject({
      data: expect.arrayContaining([
        expect.objectContaining({ type: "ticket-created", object_id: 5 }),
      ]),
    });
  });

  it("takes types that Gorgias came to know later", async () => {
    await act("listEvents", { object_type: "Order", object_id: "5", types: ["ticket-lost"] });
    const query = ["object_id=5", "object_type=Order", "types=ticket-lost"];
    expect(sent()).toEqual([{ method: "GET", path: "/api/events", query }]);
  });

  it("may name an object by its id alone", async () => {
    await act("listEvents", { object_id: "5" });
    expect(sent()).toEqual([{ method: "GET", path: "/api/events", query: ["object_id=5"] }]);
  });

  it.each<[inputs: Record<string, unknown>, refusal: RegExp]>([
    [{ object_type: "Ticket" }, /^Object Type needs Object ID beside it; given "Ticket" alone\.$/],
    [
      { object_type: "Ticket", fetchAll: true },
      /^Object Type needs Object ID beside it; given "Ticket" alone\.$/,
    ],
    [
      { user_ids: ["anna"] },
      /^User IDs must be a whole number .*; given \["anna"\], with "anna" in row 1\.$/,
    ],
    [{ created_datetime: "2020-01-27T10:42:21" }, /^Created Datetime must be /],
    [{ created_datetime: { gte: "2020-01-27" } }, /^Created Datetime is not accepted: gte /],
    [{ created_datetime: { since: "2020-01-27T10:42:21" } }, /: since is not known to Gorgias/],
    [{ order_by: "id" }, /^Order By must be one of .*; given "id"\.$/],
  ])("refuses %j before anything is sent", async (inputs, refusal) => {
    const error = await fail("listEvents", inputs);
    expect([error.name, error.message]).toEqual(["InputError", expect.stringMatching(refusal)]);
    expect(sent()).toEqual([]);
  });
});
