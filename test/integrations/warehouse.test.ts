/** Every night a warehouse gets the tickets that changed, with their messages and field values. */
import { useInstance } from "../support/builder";

/** Two pages of the list. */
const TICKETS = 120;

const { requests, sandbox, step, syncRecords, writes } = useInstance({ tickets: TICKETS });

/** A warehouse that keeps the newest version of each row by its id. */
class Warehouse {
  readonly tickets = new Map<number, Row>();
  readonly messages = new Map<number, Row>();
  posts = 0;

  upsert(table: "tickets" | "messages", rows: Row[]): void {
    this.posts += 1;
    for (const row of rows) {
      this[table].set(row.id, row);
    }
  }
}

interface Row {
  id: number;
  [column: string]: unknown;
}

async function nightly(warehouse: Warehouse): Promise<number> {
  const changes = await syncRecords({
    pollResourceType: "tickets",
    recordsSince: "2020-01-01T00:00:00",
  });
  for (const { record } of changes) {
    const fields = await step("listTicketCustomFields", { ticket_id: record.id });
    const { data: messages } = await step("listMessages", {
      ticket_id: record.id,
      fetchAll: "true",
    });
    warehouse.upsert("tickets", [{ ...record, fields }]);
    warehouse.upsert("messages", messages);
  }
  return changes.length;
}

it("copies everything the first night, then what changed, and writes nothing in Gorgias", async () => {
  const { records, state } = sandbox();
  const warehouse = new Warehouse();
  expect(await nightly(warehouse)).toBe(TICKETS);
  expect(ids(warehouse.tickets)).toEqual(ids(state.tickets));
  expect(ids(warehouse.messages)).toEqual(ids(state.messages));

  const before = requests().length;
  expect(await nightly(warehouse)).toBe(0);
  expect(requests().slice(before)).toEqual(["GET /api/tickets"]);

  records.messages.add({ ticket_id: 9, body_text: "And the blue one?" });
  records.tickets.change(9, { subject: "Changed" });
  const { id } = records.tickets.add({ customer_id: 1001 });
  expect(await nightly(warehouse)).toBe(2);
  expect(warehouse.tickets.get(9)).toMatchObject({ subject: "Changed" });
  expect([...warehouse.messages.values()].at(-1)).toMatchObject({ body_text: "And the blue one?" });
  expect(warehouse.tickets.has(id)).toBe(true);
  expect(writes()).toEqual([]);
});

it("delivers again what a night that broke off did not bring to its end", async () => {
  const warehouse = new Warehouse();
  sandbox().faults.add({ path: "/api/tickets", skip: 1, times: 1, fault: { status: 403 } });
  await expect(nightly(warehouse)).rejects.toThrow("403");
  expect(await nightly(warehouse)).toBe(TICKETS);
  expect(ids(warehouse.tickets)).toEqual(ids(sandbox().state.tickets));
});

it("keeps the values of ticket fields", async () => {
  await step("setTicketFields", {
    id: "3",
    fields: [{ key: "Order value", value: "42" }],
  });
  const warehouse = new Warehouse();
  await nightly(warehouse);
  expect(warehouse.tickets.get(3)?.fields).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        value: 42,
        field: expect.objectContaining({ label: "Order value" }),
      }),
    ]),
  );
});

function ids(rows: ReadonlyMap<number, unknown>): number[] {
  return [...rows.keys()].sort((one, other) => one - other);
}
