import { connectionTo, outcomeOf, useClock } from "../support/http";
import { useSandbox } from "../support/integration";

useClock({ isStill: true });

interface Listed {
  data: { id: number; language: string | null; timezone: string | null }[];
  meta: { next_cursor: string | null };
}

describe("List Customers with Language or Timezone", () => {
  const sandbox = useSandbox({ tickets: 1, customers: 250, checkResponses: false });
  const list = async (inputs: Record<string, unknown>) => {
    const { data, error, lines } = await outcomeOf("listCustomers", {
      connection: connectionTo(sandbox()),
      ...inputs,
    });
    expect(error).toBeUndefined();
    return { ...(data as Listed), lines };
  };
  const keys = () =>
    sandbox().requests.map(({ query }) => [...new URLSearchParams(query).keys()].sort());
  const french = () => customers().filter(({ language }) => language === "fr").length;
  const customers = () => [...sandbox().state.customers.values()];

  beforeEach(() => {
    for (const customer of customers()) {
      const language = customer.id % 5 === 0 ? "fr" : "en";
      sandbox().state.customers.set(customer.id, { ...customer, language, timezone: "UTC" });
    }
  });

  it("alone is filtered by Gorgias", async () => {
    const { data, lines } = await list({ language: "fr" });
    expect(new Set(data.map(({ language }) => language))).toEqual(new Set(["fr"]));
    expect(keys()).toEqual([["language"]]);
    expect(lines).toEqual([expect.stringContaining("more records than this page holds")]);
  });

  it("and Limit gives as many as match", async () => {
    for (const customer of customers().slice(20)) {
      sandbox().state.customers.set(customer.id, { ...customer, language: "en" });
    }
    const { data, meta, lines } = await list({ language: "fr", limit: "2" });
    expect(data.map(({ language }) => language)).toEqual(Array(2).fill("fr"));
    expect(lines).toEqual([expect.stringContaining("more records than this page holds")]);
    expect(meta.next_cursor).toBeNull();
    expect(keys()).toEqual([["language"]]);
  });

  it("and Fetch All gives all that match, compared here", async () => {
    const { data, lines } = await list({ language: "fr", timezone: "UTC", fetchAll: true });
    expect(data).toHaveLength(french());
    expect(keys()).toEqual([["limit"], ["cursor", "limit"], ["cursor", "limit"]]);
    expect(lines).toEqual([
      `info: GET /customers: Gorgias refuses Language and Timezone beside Limit, Cursor and Order By, so what was read was compared here: ${french()} of ${customers().length} match.`,
    ]);
  });

  it.each([
    { limit: "50" },
    { order_by: "created_datetime:asc" },
    { limit: "5", order_by: "created_datetime:asc" },
  ])("and %j compares the records of the page here", async (inputs) => {
    const { data, meta } = await list({ language: "fr", ...inputs });
    expect(new Set(data.map(({ language }) => language))).toEqual(new Set(["fr"]));
    expect(meta.next_cursor).toEqual(expect.any(String));
    expect(keys()).toEqual([Object.keys(inputs)]);
    const next = await list({ language: "fr", ...inputs, cursor: meta.next_cursor });
    expect(next.data.map(({ id }) => id)).not.toEqual(data.map(({ id }) => id));
    expect(keys()[1]).toEqual(["cursor", ...Object.keys(inputs)]);
  });

  it("keeps the other filters", async () => {
    await list({ language: "fr", name: "Nobody", fetchAll: true });
    expect(keys()).toEqual([["limit", "name"]]);
  });
});
