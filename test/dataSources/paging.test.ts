/** Pickers of more records than they show. */
import type { State } from "gorgias-sandbox";
import { useActions } from "../support/actions";
import { type ListedKind, leaveOnly, recordsOf } from "../support/listedRecords";

const { lines, pick, sandbox, sent } = useActions({ tickets: 1_020, customers: 1_020 });

function newestFirst(kind: ListedKind): string[] {
  return [...recordsOf(sandbox(), kind).values()]
    .sort((a, b) => {
      if (a.created_datetime === b.created_datetime) {
        return b.id - a.id;
      }
      return a.created_datetime < b.created_datetime ? 1 : -1;
    })
    .map(({ id }) => String(id));
}

const PICKERS: { key: string; kind: ListedKind; path: string }[] = [
  { key: "selectCustomer", kind: "customers", path: "/api/customers" },
  { key: "selectEvent", kind: "events", path: "/api/events" },
  { key: "selectMessage", kind: "messages", path: "/api/messages" },
  { key: "selectTicket", kind: "tickets", path: "/api/tickets" },
];
const ORDER = ["order_by=created_datetime:desc", "limit=100"];

describe.each(PICKERS)("$key", ({ key, kind, path }) => {
  it("shows the newest 1,000, newest first, in ten requests, and says that there are more", async () => {
    expect(recordsOf(sandbox(), kind).size).toBeGreaterThan(1_000);
    const elements = await pick(key);
    expect(elements.map((element) => element.key)).toEqual(newestFirst(kind).slice(0, 1_000));
    const requests = sent();
    expect(requests).toHaveLength(10);
    for (const [index, { query, ...request }] of requests.entries()) {
      expect(request).toEqual({ method: "GET", path });
      expect(query).toEqual(index === 0 ? ORDER : [...ORDER, expect.stringMatching(/^cursor=./)]);
    }
    expect(lines()).toEqual([
      expect.stringMatching(/^warn: Select \w+ shows the newest 1000 records; older ones /),
    ]);
  });

  it("has a label for each that no other has", async () => {
    const shown = (await pick(key)).map(({ label }) => label);
    expect(shown.filter((label) => label.trim() === "" || /\s\s|[\n\t]/.test(label))).toEqual([]);
    expect(new Set(shown).size).toBe(1_000);
  });

  it("returns ids as text and labels, and nothing else", async () => {
    const [first] = await pick(key);
    expect(first).toEqual({ key: expect.stringMatching(/^\d+$/), label: expect.any(String) });
  });

  it("of few records reads one page, and says nothing", async () => {
    const [some] = recordsOf(sandbox(), kind).keys();
    leaveOnly(sandbox(), kind, { [Number(some)]: {} });
    expect((await pick(key)).map((element) => element.key)).toEqual([String(some)]);
    expect(sent()).toEqual([{ method: "GET", path, query: ORDER }]);
    expect(lines()).toEqual([]);
  });

  it("of no records is empty", async () => {
    recordsOf(sandbox(), kind).clear();
    expect(await pick(key)).toEqual([]);
    expect(sent()).toHaveLength(1);
  });

  it("shows a record once that two pages hold", async () => {
    const record = (id: number) => ({ id, name: `N${id}`, subject: `S${id}`, type: `T${id}` });
    const page = (ids: number[], next_cursor: string | null) => ({
      data: ids.map(record),
      meta: { prev_cursor: null, next_cursor },
    });
    sandbox().faults.add({ path, fault: { status: 200, body: page([3, 2], "c1") } });
    sandbox().faults.add({ path, fault: { status: 200, body: page([2, 1], null) } });
    expect((await pick(key)).map((element) => element.key)).toEqual(["3", "2", "1"]);
  });

  it("shows no more than 1,000, however large a page is", async () => {
    const data = Array.from({ length: 1_001 }, (_, index) => ({
      id: index + 1,
      name: `N${index}`,
    }));
    const meta = { prev_cursor: null, next_cursor: "c1" };
    sandbox().faults.add({ path, fault: { status: 200, body: { data, meta } } });
    const keys = (await pick(key)).map((element) => element.key);
    expect(keys).toEqual(data.slice(0, 1_000).map(({ id }) => String(id)));
    expect(sent()).toHaveLength(1);
  });

  it("sends no filter that is unset, and none that it does not declare", async () => {
    recordsOf(sandbox(), kind).clear();
    const unset = { view_id: "", ticket_id: "  ", customer_id: null, types: [], user_ids: [""] };
    await pick(key, { ...unset, object_id: undefined, created_datetime: "", limit: 5, foo: "bar" });
    expect(sent()).toEqual([{ method: "GET", path, query: ORDER }]);
  });

  // Nothing is left out, so there is nothing to say.
  it("of exactly 1,000 records says nothing", async () => {
    const records = recordsOf(sandbox(), kind);
    for (const id of newestFirst(kind).slice(1_000)) {
      records.delete(Number(id));
    }
    expect(records.size).toBe(1_000);
    expect(await pick(key)).toHaveLength(1_000);
    expect(lines()).toEqual([]);
  });
});

it("sends its filters on every page", async () => {
  const { views } = sandbox().state;
  const view = views.get(504) as NonNullable<ReturnType<State["views"]["get"]>>;
  views.set(504, { ...view, filters: "eq(customer.language, 'en')" });
  await pick("selectCustomer", { view_id: "504" });
  const requests = sent();
  expect(requests.length).toBeGreaterThan(2);
  for (const { query } of requests) {
    expect(query.slice(0, 3)).toEqual(["view_id=504", ...ORDER]);
  }
});
