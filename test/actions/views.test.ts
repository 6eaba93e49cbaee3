import { useActions } from "../support/actions";

const { act, ask, fail, sandbox, sent } = useActions();

describe("Create View", () => {
  it.each([
    [{ name: "Open returns!" }, "open-returns"],
    [{ name: "Réclamations – été" }, "reclamations-ete"],
    [{ name: "返品" }, "返品"],
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
