/** What `npm start` does with a sandbox: the work of an integration, from customer to clean-up. */
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sandbox } from "gorgias-sandbox";
import { FIELD_IDS, SUPPORT_ADDRESS } from "gorgias-sandbox/seed";
import type { Schemas } from "../../src/contract/types";
import { type ListEnvelope, recordsOf } from "../../src/lists";
import type { ChangedRecords } from "../../src/triggers/changes/records";
import { runnerFor } from "../component";
import { sandboxConnections } from "../target";
import { webhookSteps } from "./gorgiasEvents";
import { need, refusal, type Step } from "./steps";
import { syncSteps } from "./syncRecords";
import { taskSteps } from "./tasks";

const EMAIL = "ines.horvat@example.org";
const EXTERNAL_ID = "order-4711";
const FILE_BYTES = 200_000;
/** A message counts as sent a second after it was created; this is ample. */
const MAX_SENDING_MS = 5_000;

interface FoundOrCreated {
  customer: Schemas["Customer"];
  created: boolean;
}

export function workingJourney(sandbox: Sandbox, uncommitted: Set<number>): Step[] {
  const { apiKey, oauth2 } = sandboxConnections(sandbox.credentials);
  const logged: string[] = [];
  const { action } = runnerFor(apiKey, (_, line) => logged.push(line));
  // The lists go by OAuth 2.0: its bucket holds twice as much, and both connections are worked.
  const lists = runnerFor(oauth2, (_, line) => logged.push(line));

  const file = randomBytes(FILE_BYTES);
  let customer: Schemas["Customer"] | undefined;
  let files: Schemas["UploadedFile"][] | undefined;
  let ticket: Schemas["Ticket"] | undefined;
  let reply: Schemas["TicketMessage"] | undefined;
  let note: Schemas["TicketMessage"] | undefined;
  let taskReply: Schemas["TicketMessage"] | undefined;
  let event: Schemas["Event"] | undefined;

  const instanceState: Record<string, unknown> = {};
  const pollTickets = () =>
    lists.pollingTrigger<ChangedRecords>(
      "pollChangesTrigger",
      { pollResourceType: "tickets" },
      instanceState,
    );
  const pollChanges = async (): Promise<ChangedRecords> => {
    const changes = await pollTickets();
    assert.ok(changes, "It delivered nothing.");
    return changes;
  };

  const readMessage = async ({
    ticket_id,
    id,
  }: Schemas["TicketMessage"]): Promise<Schemas["TicketMessage"]> =>
    (await action<Schemas["TicketMessage"]>("getTicketMessage", { ticket_id, id })).data;

  const picker = (key: string, inputs: () => Record<string, unknown>, id: () => number): Step => ({
    what: `Picker: ${key}`,
    run: async () => {
      const elements = await lists.dataSource(key, inputs());
      const own = elements.find((element) => element.key === String(id()));
      assert.ok(own, `${id()} is not among the ${elements.length} elements.`);
      assert.ok(elements.length <= 1_000, `${elements.length} elements are no picker.`);
      assert.equal(new Set(elements.map(({ label }) => label)).size, elements.length);
      return `${elements.length} elements, one is "${own.label}"`;
    },
  });

  return [
    {
      what: "Get Account",
      run: async () => {
        const { data } = await action<Schemas["Account"]>("getAccount");
        assert.equal(data.domain, sandbox.state.account.domain);
        return `${data.domain}, ${data.status.status}`;
      },
    },
    {
      what: "A wrong API key",
      run: async () => {
        const secret = "not-the-key-of-this-account";
        const fields = { ...apiKey.fields, apiKey: secret };
        const said = await refusal(runnerFor({ ...apiKey, fields }).action("getAccount"), {
          name: "ConnectionError",
          says: /401/,
        });
        assert.ok(!said.includes(secret), "The error tells the key.");
        return said;
      },
    },
    {
      what: "Trigger: first poll of tickets",
      run: async () => {
        assert.equal(await pollTickets(), undefined, "It delivered what was there before.");
        return "remembers what exists, delivers nothing";
      },
    },
    {
      what: "Create Customer",
      run: async () => {
        const { data } = await action<Schemas["Customer"]>("createCustomer", {
          name: "Ines Horvat",
          email: EMAIL,
          external_id: "shop-9001",
          language: "hr",
          channels: `[{"type": "email", "address": "${EMAIL}", "preferred": true}]`,
        });
        customer = data;
        assert.equal(data.email, EMAIL);
        assert.deepEqual(
          data.channels.map(({ address }) => address),
          [EMAIL],
        );
        return `customer ${data.id}, ${data.name}`;
      },
    },
    {
      what: "Update Customer",
      run: async () => {
        const { id } = need(customer, "customer");
        await action("updateCustomer", {
          id,
          name: "Ines Horvat-Ito",
          clear_fields: ["external_id"],
        });
        const { data } = await action<Schemas["Customer"]>("getCustomer", { id });
        assert.equal(data.name, "Ines Horvat-Ito");
        assert.equal(data.external_id, null);
        assert.equal(data.language, "hr", "What was not named has changed.");
        return `${data.name}, external ID cleared, the rest kept`;
      },
    },
    {
      what: "Update Customer Data",
      run: async () => {
        const { id } = need(customer, "customer");
        const data = { plan: "gold", orders: [4711] };
        await action("updateCustomerData", { id, data: JSON.stringify(data) });
        assert.deepEqual(sandbox.state.customers.get(id)?.data, data);
        return "stored as an object";
      },
    },
    {
      what: "Upload Files",
      run: async () => {
        const { data } = await action<Schemas["UploadedFile"][]>("uploadFiles", {
          file: { data: file, contentType: "image/png", suggestedFileName: "parcel.png" },
          files: [{ key: "účtenka.txt", value: Buffer.from("4711; 19,90 €").toString("base64") }],
        });
        files = data;
        assert.deepEqual(
          data.map(({ name }) => name),
          ["parcel.png", "účtenka.txt"],
        );
        assert.equal(Number(data[0]?.size), FILE_BYTES);
        return data.map(({ name, size }) => `${name}, ${size} bytes`).join("; ");
      },
    },
    {
      what: "Download File",
      run: async (sent) => {
        const [first] = need(files, "file");
        const { data, contentType } = await action<Buffer>(
          "downloadFile",
          downloadInputs(need(first, "file")),
        );
        assert.equal(sha256(data), sha256(file), "The file came back changed.");
        assert.equal(contentType, "image/png");
        assert.deepEqual(statuses(sent()), [307, 200]);
        assert.equal(sandbox.storageRequests.at(-1)?.headers.authorization, undefined);
        return `${data.length} bytes, the same; no credentials to the storage`;
      },
    },
    {
      what: "Create Ticket",
      run: async () => {
        const { data } = await action<Schemas["Ticket"]>("createTicket", {
          customer: need(customer, "customer").id,
          subject: "My parcel is damaged",
          external_id: EXTERNAL_ID,
          channel: "email",
          via: "api",
          assignee_user_id: "2",
          tags: ["refund", "vip"],
          custom_fields: `[{"id": ${FIELD_IDS.dropdown}, "value": "Damaged"}]`,
          messages: JSON.stringify([
            {
              channel: "email",
              via: "api",
              from_agent: false,
              sender: { email: EMAIL },
              body_text: "See for yourselves.",
              source: {
                type: "email",
                from: { address: EMAIL },
                to: [{ address: SUPPORT_ADDRESS }],
              },
            },
          ]),
        });
        ticket = data;
        assert.equal(data.customer?.id, customer?.id);
        assert.equal(data.assignee_user?.id, 2);
        assert.deepEqual(data.tags.map(({ name }) => name).sort(), ["refund", "vip"]);
        assert.equal(data.messages.length, 1);
        return `ticket ${data.id}, ${data.status}, for ${data.assignee_user?.name}`;
      },
    },
    {
      what: "Reply to the customer",
      run: async () => {
        const [attachment] = need(files, "file");
        const { data } = await action<Schemas["TicketMessage"]>("createTicketMessage", {
          ticket_id: need(ticket, "ticket").id,
          channel: "email",
          via: "api",
          from_agent: "true",
          sender: 2,
          receiver: need(customer, "customer").id,
          body_text: "We are sorry! The money is on its way.",
          attachments: JSON.stringify([attachment]),
          source: JSON.stringify({
            type: "email",
            from: { address: SUPPORT_ADDRESS },
            to: [{ address: EMAIL }],
          }),
        });
        reply = data;
        assert.equal(data.public, true);
        assert.equal(data.attachments?.length, 1);
        assert.equal(data.sent_datetime, null, "It is sent before Gorgias has sent it.");
        return `message ${data.id}, one attachment, not sent yet`;
      },
    },
    {
      what: "Internal note",
      run: async () => {
        const { data } = await action<Schemas["TicketMessage"]>("createTicketMessage", {
          ticket_id: need(ticket, "ticket").id,
          channel: "internal-note",
          via: "api",
          from_agent: "true",
          sender: 2,
          body_text: "Second damaged parcel this month.",
          source: { type: "internal-note" },
        });
        note = data;
        assert.equal(data.channel, "internal-note");
        assert.equal(data.public, false, "The note is public.");
        assert.equal(data.receiver, null, "The note has a receiver.");
        return `message ${data.id}, no receiver`;
      },
    },
    {
      what: "The reply is sent, the note is not",
      run: async () => {
        const [sentReply, ownNote] = [need(reply, "reply"), need(note, "note")];
        const deadline = performance.now() + MAX_SENDING_MS;
        let read = await readMessage(sentReply);
        while (!read.sent_datetime && performance.now() < deadline) {
          await sleep(500);
          read = await readMessage(sentReply);
        }
        assert.ok(read.sent_datetime, "The reply was not sent.");
        assert.equal(read.receiver?.email, EMAIL);
        const after = await readMessage(ownNote);
        assert.deepEqual([after.public, after.receiver], [false, null]);
        // A note counts as written when it is created: nothing went out later.
        assert.equal(after.sent_datetime, ownNote.sent_datetime, "The note was sent later.");
        assert.equal(sandbox.state.outbox.length, 0, "Something is still to be sent.");
        return `to ${read.receiver?.email}: the reply alone`;
      },
    },
    {
      what: "List Messages",
      run: async () => {
        const { data } = await action<ListEnvelope<Schemas["TicketMessage"]>>("listMessages", {
          ticket_id: need(ticket, "ticket").id,
          order_by: "created_datetime:asc",
        });
        assert.deepEqual(
          data.data.map(({ channel }) => channel),
          ["email", "email", "internal-note"],
        );
        return "question, reply and note, in this order";
      },
    },
    {
      what: "Trigger: a new ticket",
      run: async () => {
        const { created, updated } = await pollChanges();
        assert.deepEqual([created.map(({ id }) => id), updated], [[need(ticket, "ticket").id], []]);
        assert.equal(await pollTickets(), undefined, "It delivered the ticket twice.");
        return `ticket ${created[0]?.id} as created, once`;
      },
    },
    {
      what: "Update Ticket",
      run: async () => {
        const { id } = need(ticket, "ticket");
        await action("updateTicket", { id, status: "closed", priority: "high" });
        const { data } = await action<Schemas["Ticket"]>("getTicket", {
          id,
          relationships: "custom_fields",
        });
        assert.deepEqual([data.status, data.priority], ["closed", "high"]);
        assert.equal(data.tags.length, 2, "What was not named has changed.");
        assert.equal(data.subject, "My parcel is damaged");
        return `${data.status}, priority ${data.priority}, the rest kept`;
      },
    },
    {
      what: "Trigger: a changed ticket",
      run: async () => {
        const { created, updated } = await pollChanges();
        assert.deepEqual([created, updated.map(({ id }) => id)], [[], [need(ticket, "ticket").id]]);
        assert.equal(updated[0]?.status, "closed");
        return `ticket ${updated[0]?.id} as updated, ${updated[0]?.status}`;
      },
    },
    {
      what: "Custom fields of the ticket",
      run: async () => {
        const ticket_id = need(ticket, "ticket").id;
        await action("updateTicketCustomFields", {
          ticket_id,
          custom_fields: `[{"id": ${FIELD_IDS.number}, "value": 19.9}, {"id": ${FIELD_IDS.boolean}, "value": false}]`,
        });
        await action("deleteTicketCustomField", { ticket_id, id: FIELD_IDS.dropdown });
        const { data } = await action<Schemas["TicketFieldValue"][]>("listTicketCustomFields", {
          ticket_id,
        });
        assert.deepEqual(
          data.map(({ field, value }) => [field?.id, value]),
          [
            [FIELD_IDS.number, 19.9],
            [FIELD_IDS.boolean, false],
          ],
        );
        return data.map(({ field, value }) => `${field?.label} ${value}`).join(", ");
      },
    },
    {
      what: "Search",
      run: async () => {
        const { data } = await action<Schemas["SearchResponse"]>("search", {
          type: "customer",
          query: EMAIL,
          size: "5",
        });
        const found = recordsOf<{ id: number }>(data).map(({ id }) => id);
        assert.deepEqual(found, [need(customer, "customer").id]);
        return `customer ${found} alone`;
      },
    },
    {
      what: "List Events, Get Event",
      run: async () => {
        const { data } = await action<ListEnvelope<Schemas["Event"]>>("listEvents", {
          object_type: "Ticket",
          object_id: need(ticket, "ticket").id,
          limit: "50",
        });
        const types = data.data.map(({ type }) => type);
        assert.ok(types.includes("ticket-created") && types.includes("ticket-closed"), `${types}`);
        const first = need(data.data[0], "event");
        event = (await action<Schemas["Event"]>("getEvent", { id: first.id })).data;
        assert.deepEqual([event.id, event.type], [first.id, first.type]);
        return `${types.length} events of the ticket, the newest ${event.type}`;
      },
    },
    {
      what: "Raw Request",
      run: async () => {
        const { data } = await action<ListEnvelope<Schemas["TicketCompact"]>>("rawRequest", {
          method: "GET",
          url: "/tickets?limit=10",
          queryParams: [
            { key: "ticket_ids", value: "1" },
            { key: "ticket_ids", value: "2" },
          ],
        });
        assert.deepEqual(data.data.map(({ id }) => id).sort(), [1, 2]);
        return "both values of a repeated parameter arrived";
      },
    },
    {
      what: "Fetch All",
      run: async (sent) => {
        logged.length = 0;
        const { data } = await lists.action<ListEnvelope<Schemas["TicketCompact"]>>("listTickets", {
          fetchAll: "true",
        });
        const ids = new Set(data.data.map(({ id }) => id));
        const { size } = sandbox.state.tickets;
        const progress = logged.filter((line) => /\d+ records so far/.test(line));
        assert.equal(data.data.length, size, `${data.data.length} of ${size} tickets came.`);
        assert.equal(ids.size, size, "Some tickets came twice.");
        assert.equal(sent().length, Math.ceil(size / 100), "There were more requests than pages.");
        assert.equal(progress.length, Math.floor(sent().length / 10), "Progress was not told.");
        return `${size.toLocaleString("en")} tickets, each once; progress told ${progress.length} times`;
      },
    },
    picker(
      "selectTicket",
      () => ({}),
      () => need(ticket, "ticket").id,
    ),
    picker(
      "selectCustomer",
      () => ({}),
      () => need(customer, "customer").id,
    ),
    picker(
      "selectMessage",
      () => ({ ticket_id: need(ticket, "ticket").id }),
      () => need(note, "note").id,
    ),
    picker(
      "selectEvent",
      () => ({ object_type: "Ticket", object_id: need(ticket, "ticket").id }),
      () => need(event, "event").id,
    ),
    {
      what: "A refused input",
      run: async (sent) => {
        const said = await refusal(action("listTickets", { limit: "500" }), {
          name: "InputError",
          says: /Limit.*100.*500/,
        });
        assert.equal(sent().length, 0, "It was sent all the same.");
        return said;
      },
    },
    {
      what: "A 429, waited for",
      run: async (sent) => {
        const before = sandbox.state.messages.size;
        sandbox.faults.add({
          method: "POST",
          path: /messages$/,
          fault: { status: 429, headers: { "Retry-After": "1" } },
        });
        const startedAt = performance.now();
        await action("createTicketMessage", {
          ticket_id: need(ticket, "ticket").id,
          channel: "internal-note",
          via: "api",
          from_agent: "true",
          body_text: "Written once.",
          source: { type: "internal-note" },
        });
        assert.deepEqual(statuses(sent()), [429, 201]);
        assert.ok(performance.now() - startedAt >= 1_000, "It did not wait for the second asked.");
        assert.equal(sandbox.state.messages.size, before + 1);
        return "waited 1 s as asked, then written once";
      },
    },
    {
      what: "An answer lost after a write",
      run: async (sent) => {
        const before = sandbox.state.tickets.size;
        sandbox.faults.add({ method: "POST", path: "/api/tickets", fault: { reset: "after" } });
        const said = await refusal(
          action("createTicket", {
            external_id: `${EXTERNAL_ID}-lost`,
            messages: '[{"channel": "api", "via": "api", "from_agent": false}]',
          }),
          { name: "GorgiasError", says: /may have been created/ },
        );
        assert.equal(sent().length, 1, "A ticket was sent twice.");
        assert.equal(sandbox.state.tickets.size, before + 1);
        return said;
      },
    },
    {
      what: "Task: find or create customer",
      run: async (sent) => {
        const { id } = need(customer, "customer");
        // Written as people write it: the customer is found all the same.
        const { data } = await action<FoundOrCreated>("findOrCreateCustomer", {
          email: ` ${EMAIL.toUpperCase()} `,
          name: "Somebody Else",
        });
        assert.deepEqual([data.created, data.customer.id], [false, id]);
        assert.equal(sandbox.state.customers.get(id)?.name, "Ines Horvat-Ito", "It was renamed.");
        assert.ok(sent().every(({ method }) => method === "GET"));
        return `customer ${id}, found by email in other letter case`;
      },
    },
    {
      what: "Task: reply to ticket",
      run: async () => {
        const { data } = await action<Schemas["TicketMessage"]>("replyToTicket", {
          ticket_id: need(ticket, "ticket").id,
          body_text: "Has the money arrived?",
          sender_id: 2,
        });
        taskReply = data;
        assert.deepEqual([data.channel, data.public, data.receiver?.email], ["email", true, EMAIL]);
        assert.equal(data.source?.from?.address, SUPPORT_ADDRESS);
        return `message ${data.id} by ${data.channel}: "${data.subject}"`;
      },
    },
    {
      what: "Task: wait for message delivery",
      run: async () => {
        const { ticket_id, id } = need(taskReply, "reply");
        const { data } = await action<{ status: string; message: Schemas["TicketMessage"] }>(
          "waitForMessageDelivery",
          { ticket_id, id, timeout_seconds: 10, interval_seconds: 1, settling_seconds: 1 },
        );
        assert.deepEqual([data.status, data.message.id], ["sent", id]);
        return `message ${id} is ${data.status}`;
      },
    },
    {
      what: "Task: search tickets",
      run: async () => {
        const { data } = await action<{
          data: Schemas["TicketCompact"][];
          reached_maximum: boolean;
        }>("searchTickets", { search: "parcel is damaged" });
        const { id } = need(ticket, "ticket");
        assert.ok(
          data.data.some((found) => found.id === id),
          `Ticket ${id} is not found.`,
        );
        assert.equal(data.reached_maximum, false);
        return `${data.data.length} found, one is ticket ${id}`;
      },
    },
    ...taskSteps(sandbox, lists),
    ...syncSteps(sandbox, lists, () => need(ticket, "ticket").id, uncommitted),
    ...webhookSteps(sandbox, lists, () => need(ticket, "ticket").id),
    {
      what: "Clean-up",
      run: async () => {
        for (const external_id of [EXTERNAL_ID, `${EXTERNAL_ID}-lost`]) {
          const { data } = await action<ListEnvelope<Schemas["TicketCompact"]>>("listTickets", {
            external_id,
          });
          assert.equal(data.data.length, 1, `${data.data.length} tickets are ${external_id}.`);
          for (const { id } of data.data) {
            await action("deleteTicket", { id });
          }
        }
        await action("deleteCustomer", { id: need(customer, "customer").id });
        return "both tickets and the customer are deleted";
      },
    },
    {
      what: "Nothing is left",
      run: async () => {
        const gone = { name: "GorgiasError", says: /404/ };
        const said = await refusal(action("getTicket", { id: need(ticket, "ticket").id }), gone);
        await refusal(action("getCustomer", { id: need(customer, "customer").id }), gone);
        return said;
      },
    },
  ];
}

function statuses(sent: readonly { status?: number }[]): (number | undefined)[] {
  return sent.map(({ status }) => status);
}

function sha256(data: Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

/** `https://host/HASH/NAME`: the last two parts are what Download File asks for. */
function downloadInputs({ url }: Schemas["UploadedFile"]): Record<string, string> {
  const [domain_hash = "", resource_name = ""] = new URL(url).pathname.split("/").slice(-2);
  return { domain_hash, resource_name, file_type: "attachment" };
}
