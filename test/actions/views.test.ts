import { useActions } from "../support/actions";

const { act, ask, fail, sandbox, sent } = useActions();

describe("Create View", () => {
  it.each([
    [{ name: "Open returns!" }, "open-returns"],
    [{ name: "Réclamations – été" }, "reclamations-ete"],
    [{ name: "Größe 2" }, "gro-df-e-2"],
    [{ name: "返品" }, "8fd4-54c1"],
    [{ name: "返品 A" }, "8fd4-54c1-a"],
    [{ name: "Ｏｐｅｎ ②" }, "open-2"],
    [{ name: "😀 Open" }, "open"],
    [{ name: "!!" }, "view"],
    [{}, "view"],
    [{ name: "Open returns", slug: "mine" }, "mine"],
  ])("%j has the slug %s", async (inputs, slug) => {
    await act("createView", { type: "ticket-list", ...inputs });
    expect(sent()).toMatchObject([{ method: "POST", path: "/api/views", body: { slug } }]);
  });
});

describe("Search View Items of a saved view", () => {
  const search = { method: "PUT", path: "/api/views/0/items" };

  function save(view: object): number {
    const { views } = sandbox().state;
    const [id = 0] = [...views.keys()];
    views.set(id, { ...views.get(id), type: "ticket-list", search: null, ...view } as never);
    return id;
  }

  it("searches with its filters and those given, in its order", async () => {
    const filters = "eq(ticket.status, 'open')";
    const id = save({ filters, order_by: "created_datetime", order_dir: "asc" });
    await act("searchViewItems", { view_id: id, filters: "eq(ticket.channel, 'email')" });
    expect(sent()).toMatchObject([
      { method: "GET", path: `/api/views/${id}` },
      {
        ...search,
        body: {
          view: {
            filters: `${filters} && eq(ticket.channel, 'email')`,
            order_by: "created_datetime",
            order_dir: "asc",
            type: "ticket-list",
          },
        },
      },
    ]);
  });

  it("keeps alternatives of both together, and joins what is searched for", async () => {
    const either = "eq(ticket.status, 'open') || eq(ticket.status, 'closed')";
    const email = "eq(ticket.channel, 'email')";
    const id = save({ filters: either, search: "parcel", order_dir: "desc" });
    const answer = { status: 200, body: { data: [], meta: {} } };
    sandbox().faults.add({ path: search.path, fault: answer });
    await act("searchViewItems", { view_id: id, filters: email, search: "late" });
    expect(sent()[1]).toMatchObject({
      ...search,
      body: {
        view: { filters: `(${either}) && ${email}`, search: "parcel late", order_dir: "desc" },
      },
    });
  });

  it("without filters and an order of its own searches among all tickets", async () => {
    const id = save({ filters: " ", order_by: null, order_dir: null });
    await act("searchViewItems", { view_id: id });
    expect(sent()[1]?.body).toEqual({ view: { type: "ticket-list" } });
  });

  it("refuses a view of customers", async () => {
    const id = save({ type: "customer-list", filters: "" });
    const error = await fail("searchViewItems", { view_id: id });
    expect([error.name, error.message]).toEqual([
      "InputError",
      `View ID must be of a view of tickets; given ${id}, of the type "customer-list".`,
    ]);
    expect(await ask(`/api/views/${id}`)).toMatchObject({ type: "customer-list" });
    expect(sent().filter(({ method }) => method === "PUT")).toEqual([]);
  });
});

interface Items {
  data: { data: { id: number }[]; meta: { next_items: string } };
}

describe("the Cursor of a view's items", () => {
  it.each([
    ["listViewItems", "501"],
    ["searchViewItems", "0"],
  ])("%s takes the address of next_items whole", async (key, view_id) => {
    const inputs = { view_id, limit: "2" };
    const { meta } = ((await act(key, inputs)) as Items).data;
    const { cursor, ignored_item } = Object.fromEntries(
      new URLSearchParams(meta.next_items.split("?")[1]),
    );
    const inParts = (await act(key, { ...inputs, cursor, ignored_item })) as Items;
    const whole = (await act(key, { ...inputs, cursor: meta.next_items })) as Items;
    expect(whole.data.data).toEqual(inParts.data.data);
    expect(whole.data.data).toHaveLength(2);
    const [, parts, address] = sent();
    expect(new Set(address?.query)).toEqual(new Set([...(parts?.query ?? []), "direction=next"]));
  });

  it.each([
    ["cursor=abc", {}, ["cursor=abc"]],
    [
      "cursor=abc&ignored_item=7&direction=prev",
      {},
      ["cursor=abc", "direction=prev", "ignored_item=7"],
    ],
    [
      "cursor=abc&ignored_item=7&direction=prev",
      { ignored_item: "8", direction: "next" },
      ["cursor=abc", "direction=next", "ignored_item=8"],
    ],
  ])("of the address ?%s beside %j takes what is there", async (query, inputs, expected) => {
    const path = "/api/views/501/items";
    sandbox().faults.add({ path, fault: { status: 200, body: { data: [], meta: {} } } });
    await act("listViewItems", { view_id: "501", cursor: `${path}?${query}`, ...inputs });
    expect([...(sent()[0]?.query ?? [])].sort()).toEqual(expected);
  });

  it("is ignored by Fetch All, which begins at the first items", async () => {
    const inputs = { view_id: "501", cursor: "/api/views/501/items?cursor=abc", fetchAll: "true" };
    await act("listViewItems", { ...inputs, ignored_item: "7", direction: "prev" });
    expect(sent()[0]?.query.filter((pair) => !pair.startsWith("limit="))).toEqual([]);
  });

  it("an address without a cursor is refused by the label", async () => {
    const error = await fail("listViewItems", {
      view_id: "501",
      cursor: "/api/views/501/items?limit=2",
    });
    expect(error.message).toBe(
      'Cursor is an address that holds no cursor; given "/api/views/501/items?limit=2".',
    );
    expect(sent()).toEqual([]);
  });
});
