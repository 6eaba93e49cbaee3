import type { ListedRecord, TimeForm } from "gorgias-sandbox";
import { readAll, useSandbox } from "../support/sandboxClient";

let form: TimeForm = "live";
let unsorted: readonly string[] = [];
const { call, sandbox } = useSandbox({
  listedTimes: (record, path) => (path === "/api/tickets" && record.id === 7 ? form : "live"),
  unsortedPages: (path) => unsorted.includes(path),
});
beforeEach(() => {
  form = "live";
  unsorted = [];
});

const NEWEST_FIRST = "/api/tickets?order_by=updated_datetime:desc";

async function listed(id: number, path = `${NEWEST_FIRST}&limit=100`) {
  const { body } = await call("GET", path);
  return body.data.find((record: ListedRecord) => record.id === id);
}

it.each<[TimeForm, string | null]>([
  ["live", "2025-02-07T22:55:18.064317+00:00"],
  ["documented", "2025-02-07T22:55:18.064317"],
  ["utc", "2025-02-07T22:55:18.064317Z"],
  ["offset", "2025-02-08T00:55:18.064317+02:00"],
  ["spaced", "2025-02-07 22:55:18.064317+00"],
  ["unreadable", "a while ago"],
  ["null", null],
])(
  "lists write the times of a record in the form %s, reads by id as ever",
  async (chosen, time) => {
    const stored = "2025-02-07T22:55:18.064317+00:00";
    sandbox().records.tickets.change(7, { created_datetime: stored, updated_datetime: stored });
    form = chosen;
    const { created_datetime, updated_datetime, closed_datetime, subject } = await listed(7);
    expect([created_datetime, updated_datetime]).toEqual([time, time]);
    const read = (await call("GET", "/api/tickets/7")).body;
    expect(read.updated_datetime).toBe(stored);
    expect([closed_datetime, subject]).toEqual([read.closed_datetime, read.subject]);
    const other = sandbox().state.tickets.get(8)?.updated_datetime;
    expect((await listed(8)).updated_datetime).toBe(other);
  },
);

it("lists may lack the time of the last update alone", async () => {
  form = "noUpdate";
  const { created_datetime } = sandbox().state.tickets.get(7) ?? {};
  expect(await listed(7)).toMatchObject({ created_datetime, updated_datetime: null });
});

it("a record stands where its true time puts it, whatever is shown", async () => {
  sandbox().records.tickets.change(7, {});
  form = "null";
  const { body } = await call("GET", `${NEWEST_FIRST}&limit=1`);
  expect(body.data).toMatchObject([{ id: 7, updated_datetime: null }]);
});

it("pages that are unsorted follow each other as ever, and hold each record once", async () => {
  const path = `${NEWEST_FIRST}&limit=10`;
  const sorted = await readAll(call, path);
  unsorted = ["/api/tickets"];
  const other = await readAll(call, path);
  expect(other.pages).toBe(3);
  for (const start of [0, 10, 20]) {
    const page = ({ records }: typeof sorted) =>
      records.slice(start, start + 10).map(({ id }) => id);
    expect(page(other)).not.toEqual(page(sorted));
    expect(page(other).sort()).toEqual(page(sorted).sort());
  }
  expect(await readAll(call, path)).toEqual(other);
});

it("only lists of the chosen path are unsorted", async () => {
  const path = "/api/customers?limit=10";
  const sorted = await readAll(call, path);
  unsorted = ["/api/tickets"];
  expect(await readAll(call, path)).toEqual(sorted);
});
