import { type QueryParams, toQuery } from "../../src/http/query";
import { connectionTo, outcomeOf, useClock } from "../support/http";
import { useSandbox } from "../support/integration";

describe("toQuery", () => {
  it.each<[string, QueryParams | undefined, string]>([
    ["nothing", undefined, ""],
    ["an empty object", {}, ""],
    ["text", { order_by: "created_datetime:desc" }, "order_by=created_datetime%3Adesc"],
    ["a number", { limit: 30 }, "limit=30"],
    ["zero", { user_id: 0 }, "user_id=0"],
    ["true", { trashed: true }, "trashed=true"],
    ["false", { trashed: false }, "trashed=false"],
    ["an empty text, which is a value", { name: "" }, "name="],
    [
      "an array: the key is repeated",
      { ticket_ids: [1, 2, 3] },
      "ticket_ids=1&ticket_ids=2&ticket_ids=3",
    ],
    ["an empty array", { ticket_ids: [] }, ""],
    ["unset items of an array", { types: ["a", undefined, null, "b"] }, "types=a&types=b"],
    [
      "an object: its keys in brackets",
      { created_datetime: { gte: "2020-01-27T10:42:21", lt: "2021-01-01T00:00:00" } },
      "created_datetime%5Bgte%5D=2020-01-27T10%3A42%3A21&created_datetime%5Blt%5D=2021-01-01T00%3A00%3A00",
    ],
    ["unset keys of an object", { created_datetime: { gte: undefined, lt: null } }, ""],
    ["undefined and null", { cursor: undefined, limit: null, name: "x" }, "name=x"],
    ["the order of the keys", { b: 1, a: 2 }, "b=1&a=2"],
    ["what would end the value", { name: "a&b=c#d?e" }, "name=a%26b%3Dc%23d%3Fe"],
    [
      "plus and blank",
      { email: "a+b@example.com", name: "a b" },
      "email=a%2Bb%40example.com&name=a+b",
    ],
    ["other scripts", { name: "né 😀" }, "name=n%C3%A9+%F0%9F%98%80"],
    ["a line break", { name: "a\r\nb" }, "name=a%0D%0Ab"],
    ["a key with a sign", { "a&b": 1 }, "a%26b=1"],
  ])("%s", (_, params, expected) => {
    expect(toQuery(params)).toBe(expected);
  });
});

describe("the sandbox reads what is written", () => {
  useClock();
  const sandbox = useSandbox({ tickets: 8 });
  const list = async (action: string, inputs: Record<string, unknown>) => {
    const { data, error } = await outcomeOf(action, {
      connection: connectionTo(sandbox()),
      fetchAll: false,
      ...inputs,
    });
    expect(error).toBeUndefined();
    return (data as { data: { id: number }[] }).data.map(({ id }) => id);
  };

  it("repeated keys", async () => {
    expect((await list("listTickets", { ticket_ids: ["2", "5"] })).sort()).toEqual([2, 5]);
    expect(sandbox().requests[0]?.query).toContain("ticket_ids=2&ticket_ids=5");
  });

  it("keys in brackets", async () => {
    const all = await list("listEvents", { limit: 100 });
    const middle = sandbox().state.events.get(all[3] ?? 0)?.created_datetime;
    const created_datetime = JSON.stringify({ gte: middle });
    const newer = await list("listEvents", { limit: 100, created_datetime });
    expect(newer.length).toBeGreaterThan(0);
    expect(newer.length).toBeLessThan(all.length);
    expect(sandbox().requests.at(-1)?.query).toMatch(/created_datetime%5Bgte%5D=/);
  });

  it("what has a meaning of its own in a query", async () => {
    const external_id = "a&b=c #?+%é";
    const [first] = sandbox().state.tickets.values();
    if (first) {
      sandbox().state.tickets.set(first.id, { ...first, external_id });
    }
    expect(await list("listTickets", { external_id })).toEqual([first?.id]);
  });

  it("nothing, when nothing is set", async () => {
    await list("listTickets", { external_id: "", ticket_ids: [], limit: "" });
    expect(sandbox().requests[0]?.query).toBe("");
  });
});
