/** The triggers that `npm start` works from deploying to deleting: batches and the webhook. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Sandbox } from "gorgias-sandbox";
import type { SyncItem } from "../../src/triggers/changes/sources";
import type { Runner, WebhookTrigger } from "../component";
import { need, type Step } from "./steps";

const PAGE_SIZE = 100;

/** Sync Records: all records when it is deployed, then what changed. */
export function syncSteps(
  sandbox: Sandbox,
  { batchTrigger, action }: Runner,
  ticketId: () => number,
): Step[] {
  const instanceState: Record<string, unknown> = {};
  const sync = async (onDeploy: boolean) =>
    batchTrigger<SyncItem>(
      "syncRecords",
      { pollResourceType: "tickets" },
      { instanceState, onDeploy },
    );
  return [
    {
      what: "Sync Records: initial sync",
      run: async (sent) => {
        const pages = await sync(true);
        const items = pages.flat();
        const { size } = sandbox.state.tickets;
        assert.equal(new Set(items.map(({ record }) => record.id)).size, size);
        assert.equal(items.length, size, "Some tickets came twice.");
        assert.ok(items.every(({ change }) => change === "initial"));
        assert.ok(pages.every((page) => page.length <= PAGE_SIZE));
        assert.equal(sent().length, Math.ceil(size / PAGE_SIZE));
        return `${size.toLocaleString("en")} tickets, each once, on ${pages.length} pages`;
      },
    },
    {
      what: "Sync Records: scheduled runs",
      run: async () => {
        assert.deepEqual(await sync(false), [[]], "It delivered what the initial sync had.");
        await action("updateTicket", { id: ticketId(), status: "open" });
        const items = (await sync(false)).flat();
        assert.deepEqual(
          items.map(({ change, record }) => [change, record.id]),
          [["updated", ticketId()]],
        );
        return "nothing, then the ticket that was changed between";
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
          { events: ["ticket-status-updated"] },
          `http://127.0.0.1:${port}/flow`,
        );
        await trigger.deploy();
        assert.equal(own().length, 1, `It made ${own().length} HTTP integrations.`);
        return `HTTP integration ${own()[0]?.id}`;
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
        return `${data.event}, once; a repeat and a forged call are ignored`;
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
        assert.equal(sandbox.state.integrations.size, before - 1, "Others are gone too.");
        return "its HTTP integration is gone, the others are not";
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
