/** The triggers that `npm start` works from deploying to deleting: batches and the webhook. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Sandbox } from "gorgias-sandbox";
import type { ChangeItem } from "../../src/triggers/changes/poll";
import type { Runner, WebhookTrigger } from "../component";
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

interface Call {
  url: string;
  body: string;
}

/** Gorgias Events: deployed, called, deleted again. */
export function webhookSteps(
  sandbox: Sandbox,
  { webhookTrigger, action }: Runner,
  ticketId: () => number,
): Step[] {
  const calls: Call[] = [];
  let server: Server | undefined;
  let trigger: WebhookTrigger | undefined;
  const own = () =>
    [...sandbox.state.integrations.values()].filter(({ name }) => name?.startsWith("Prismatic"));

  return [
    {
      what: "Gorgias Events: deploy",
      run: async () => {
        server = await listen(calls);
        const { port } = server.address() as AddressInfo;
        trigger = webhookTrigger(
          "gorgiasWebhook",
          { events: ["ticket-status-updated", "ticket-message-created"] },
          `http://127.0.0.1:${port}/flow`,
        );
        await trigger.deploy();
        assert.equal(own().length, 2, `It made ${own().length} HTTP integrations.`);
        return `HTTP integrations ${own()
          .map(({ id }) => id)
          .join(" and ")}, one for each event`;
      },
    },
    {
      what: "Gorgias Events: an event",
      run: async () => {
        const { receive } = need(trigger, "deployed trigger");
        await action("updateTicket", { id: ticketId(), status: "closed" });
        await sandbox.webhooksSettled();
        assert.equal(calls.length, 1, `Gorgias called ${calls.length} times.`);
        const call = need(calls[0], "call");
        const { branch, payload, response } = await receive(call);
        const data = payload.body.data as { event: string; ticket: { id: number } };
        assert.deepEqual([branch, response.statusCode], ["Event", 200]);
        assert.deepEqual([data.event, data.ticket.id], ["ticket-status-updated", ticketId()]);
        const again = await receive(call);
        assert.equal(again.branch, "Ignored", "The same call was delivered twice.");
        const forged = await receive({ ...call, url: "/flow?token=guessed" });
        assert.deepEqual([forged.branch, forged.response.statusCode], ["Ignored", 401]);
        await action("addInternalNote", { ticket_id: ticketId(), body_text: "Called back." });
        await sandbox.webhooksSettled();
        const note = await receive(need(calls.at(-1), "call"));
        const { event, message } = note.payload.body.data as {
          event: string;
          message: { body_text: string };
        };
        assert.deepEqual(
          [note.branch, event, message.body_text],
          ["Event", "ticket-message-created", "Called back."],
        );
        return `${data.event} and ${event}, once each; a repeat and a forged call are ignored`;
      },
    },
    {
      what: "Gorgias Events: delete",
      run: async () => {
        const before = sandbox.state.integrations.size;
        try {
          await need(trigger, "deployed trigger").remove();
        } finally {
          server?.closeAllConnections();
          server?.close();
        }
        assert.equal(own().length, 0, "The HTTP integration is still there.");
        assert.equal(sandbox.state.integrations.size, before - 2, "Others are gone too.");
        return "its HTTP integrations are gone, the others are not";
      },
    },
  ];
}

/** Takes what Gorgias calls on loopback, and keeps it. */
async function listen(calls: Call[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    calls.push({ url: request.url ?? "", body: Buffer.concat(chunks).toString() });
    response.writeHead(200).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}
