/** Sync Records as `npm start` works it: a first run that breaks off, scheduled ones, a late change. */
import assert from "node:assert/strict";
import type { Sandbox } from "gorgias-sandbox";
import type { ChangeItem } from "../../src/triggers/changes/poll";
import type { Runner } from "../component";
import { need, refusal, type Step } from "./steps";

/** Tickets that the first run of Sync Records delivers: some pages. */
const SYNCED_TICKETS = 350;

/**
 * Sync Records: from a date on, then what changed.
 *
 * @param uncommitted ids of records that the sandbox leaves out of its lists.
 */
export function syncSteps(
  sandbox: Sandbox,
  { batchTrigger, action }: Runner,
  ticketId: () => number,
  uncommitted: Set<number>,
): Step[] {
  const instanceState: Record<string, unknown> = {};
  const newestFirst = [...sandbox.state.tickets.values()].sort((a, b) =>
    a.updated_datetime < b.updated_datetime ? 1 : -1,
  );
  const recordsSince = newestFirst[SYNCED_TICKETS - 1]?.updated_datetime;
  const sync = async (onDeploy = false) => {
    const inputs = { pollResourceType: "tickets", recordsSince };
    const pages = await batchTrigger<ChangeItem>("syncRecords", inputs, {
      instanceState,
      onDeploy,
    });
    return pages.flat();
  };
  return [
    {
      what: "Sync Records: a first run breaks off",
      run: async () => {
        sandbox.faults.add({ path: "/api/tickets", skip: 1, fault: { status: 403 } });
        const message = await refusal(sync(true), { name: "GorgiasError", says: /403/ });
        assert.deepEqual(instanceState, {}, "It remembers what it has not delivered.");
        return message;
      },
    },
    {
      what: "Sync Records: the next run",
      run: async () => {
        const items = await sync();
        const times = items.map(({ record }) => String(record.updated_datetime));
        const expected = [...sandbox.state.tickets.values()].filter(
          ({ updated_datetime }) => updated_datetime >= (recordsSince ?? ""),
        );
        assert.equal(items.length, expected.length, "It did not deliver every ticket once.");
        assert.equal(new Set(items.map(({ record }) => record.id)).size, items.length);
        assert.deepEqual(times, [...times].sort(), "They are not in order.");
        return `${items.length} tickets, each once, oldest first: none is lost`;
      },
    },
    {
      what: "Sync Records: scheduled runs",
      run: async () => {
        assert.deepEqual(await sync(), [], "It delivered what the first run had.");
        await action("updateTicket", { id: ticketId(), status: "open" });
        const items = await sync();
        assert.deepEqual(
          items.map(({ change, record }) => [change, record.id]),
          [["updated", ticketId()]],
        );
        return "nothing, then the ticket that was changed between";
      },
    },
    {
      what: "Sync Records: a late change",
      run: async () => {
        const late = need(newestFirst.at(-1), "ticket").id;
        const seen = need(newestFirst.at(-2), "ticket").id;
        uncommitted.add(late);
        await action("updateTicket", { id: late, subject: "Stamped first" });
        await action("updateTicket", { id: seen, subject: "Seen first" });
        const early = await sync();
        uncommitted.delete(late);
        const items = await sync();
        assert.deepEqual(
          [...early, ...items].map(({ change, record }) => [change, record.id]),
          [
            ["updated", seen],
            ["updated", late],
          ],
        );
        assert.deepEqual(await sync(), [], "It came twice.");
        return `ticket ${late}, visible after a newer change, once`;
      },
    },
  ];
}
