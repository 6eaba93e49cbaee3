/** Gorgias Events as `npm start` works it: deployed, called in every way, deleted again. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Sandbox } from "gorgias-sandbox";
import { EVENT_KEYS } from "../../src/triggers/webhook/events";
import type { Runner, WebhookResult, WebhookTrigger } from "../component";
import { need, type Step } from "./steps";

interface Call {
  url: string;
  body: string;
}

/** A call as the trigger passes it on. */
interface Delivered {
  event: string;
  ticket?: Record<string, unknown>;
  message?: Record<string, unknown>;
  customer?: Record<string, unknown>;
}

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
  const receive = (call: Call) => need(trigger, "deployed trigger").receive(call);
  const callOf = (event: string) =>
    need(calls.filter(({ url }) => url.endsWith(`event=${event}`)).at(-1), `call for ${event}`);

  return [
    {
      what: "Gorgias Events: deploy",
      run: async () => {
        server = await listen(calls);
        const { port } = server.address() as AddressInfo;
        const address = `http://127.0.0.1:${port}/flow`;
        trigger = webhookTrigger("gorgiasWebhook", { events: [...EVENT_KEYS] }, address);
        await trigger.deploy();
        const ids = own().map(({ id }) => id);
        assert.equal(ids.length, EVENT_KEYS.length, `It made ${ids.length} HTTP integrations.`);
        return `HTTP integrations ${ids[0]} to ${ids.at(-1)}, one for each event`;
      },
    },
    {
      what: "Gorgias Events: each event",
      run: async () => {
        await action("updateTicket", { id: ticketId(), status: "closed" });
        await action("addInternalNote", { ticket_id: ticketId(), body_text: "Called back." });
        const written = [...sandbox.state.messages.keys()].at(-1);
        // The others would take an agent, a snooze that ends, or mail that cannot be sent.
        for (const event of EVENT_KEYS) {
          if (!calls.some(({ url }) => url.endsWith(`event=${event}`))) {
            sandbox.callWebhooks(
              event,
              ticketId(),
              event.includes("message") ? written : undefined,
            );
          }
        }
        await sandbox.webhooksSettled();
        for (const event of EVENT_KEYS) {
          const data = deliveredBy(await receive(callOf(event)));
          assert.deepEqual([data.event, data.ticket?.id], [event, ticketId()]);
        }
        return `${EVENT_KEYS.length} events, each on the branch Event, answered 200`;
      },
    },
    {
      what: "Gorgias Events: each form",
      run: async () => {
        const { url, body } = callOf("ticket-message-created");
        const { ticket, message } = JSON.parse(body) as Required<Delivered>;
        const forms: Record<string, unknown> = {
          "as an object": { context: { ticket, message } },
          "as text": { context: body },
          "text in text": JSON.stringify(body),
          "of templates": asTemplatesFill(ticket, message),
        };
        for (const [name, form] of Object.entries(forms)) {
          const data = deliveredBy(await receive({ url, body: JSON.stringify(form) }));
          assert.deepEqual(
            [data.ticket?.id, data.message?.from_agent, data.customer?.id],
            [ticketId(), true, (ticket.customer as { id: number }).id],
            `It misread a context ${name}.`,
          );
        }
        return `${Object.keys(forms).join(", ")}: all read`;
      },
    },
    {
      what: "Gorgias Events: what is ignored",
      run: async () => {
        const call = callOf("ticket-status-updated");
        const refused = {
          "a repeat": [await receive(call), 200],
          "a forgery": [await receive({ ...call, url: "/flow?token=guessed" }), 401],
          "no JSON": [await receive({ ...call, body: '"{"' }), 200],
          "another event": [await receive({ ...call, url: `${call.url}-twice` }), 200],
        } as const;
        for (const [name, [{ branch, response }, status]] of Object.entries(refused)) {
          assert.deepEqual([branch, response.statusCode], ["Ignored", status], name);
        }
        return Object.keys(refused).join(", ");
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
        assert.equal(own().length, 0, "HTTP integrations are still there.");
        const gone = before - sandbox.state.integrations.size;
        assert.equal(gone, EVENT_KEYS.length, "Others are gone too.");
        return "its HTTP integrations are gone, the others are not";
      },
    },
  ];
}

/** @throws AssertionError when the call took another branch, or another status answers it. */
function deliveredBy({ branch, payload, response }: WebhookResult): Delivered {
  assert.deepEqual([branch, response.statusCode], ["Event", 200]);
  return payload.body.data as Delivered;
}

/** What Gorgias sends for a form of templates: text, with ids, booleans and nulls as Python writes them. */
function asTemplatesFill(
  ticket: Record<string, unknown>,
  message: Record<string, unknown>,
): Record<string, unknown> {
  const { id } = ticket.customer as { id: number };
  return {
    ticket: {
      id: String(ticket.id),
      customer_id: String(id),
      spam: "False",
      closed_datetime: "None",
    },
    message: { id: String(message.id), from_agent: "True", body_text: message.body_text },
  };
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
