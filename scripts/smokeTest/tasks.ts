/** The tasks that `npm start` does for a customer of their own, from the first ticket to erasure. */
import assert from "node:assert/strict";
import type { Sandbox } from "gorgias-sandbox";
import { FIELD_IDS } from "gorgias-sandbox/seed";
import type { Schemas } from "../../src/contract/types";
import type { Runner } from "../component";
import { need, refusal, type Step } from "./steps";

const EMAIL = "olga.maric@example.org";
const IMPORT_ID = "old-helpdesk-4711";

/** Often enough for a sandbox, whose jobs take seconds. */
const SOON = { interval_seconds: 1, timeout_seconds: 30 };

interface Opened {
  ticket: Schemas["Ticket"];
  created: boolean;
}

interface JobResult {
  status: string;
  job: { id: number };
}

export function taskSteps(sandbox: Sandbox, { action }: Runner): Step[] {
  const bytes = Buffer.from("An invoice");
  let ticket: Schemas["Ticket"] | undefined;
  let job: JobResult["job"] | undefined;
  const ticketId = () => need(ticket, "ticket").id;
  const find = async () =>
    (await action<Schemas["Customer"] & { found_by: string }>("findCustomer", { email: EMAIL }))
      .data;

  return [
    {
      what: "Task: open ticket",
      run: async () => {
        const [file] = (
          await action<Schemas["UploadedFile"][]>("uploadFiles", {
            file: bytes,
            file_name: "invoice.txt",
          })
        ).data;
        const { data } = await action<Opened>("openTicket", {
          customer_email: EMAIL,
          customer_name: "Olga Maric",
          subject: "My invoice",
          body_text: "Is this right?",
          attachments: [file],
        });
        ticket = data.ticket;
        assert.deepEqual([data.created, data.ticket.customer?.email], [true, EMAIL]);
        return `ticket ${data.ticket.id}: "${data.ticket.subject}"`;
      },
    },
    {
      what: "Task: download attachment",
      run: async () => {
        const url = need(ticket, "ticket").messages[0]?.attachments?.[0]?.url;
        const { data, contentType } = await action<Buffer>("downloadAttachment", { url });
        assert.ok(bytes.equals(data), "Other bytes came back.");
        return `${data.length} bytes, ${contentType}, as they were uploaded`;
      },
    },
    {
      what: "Task: find customer, add channel",
      run: async () => {
        const { id, found_by } = await find();
        const given = { customer_id: id, type: "phone", address: "+385 (0)1 234-5678" };
        const { data } = await action<{ customer: Schemas["Customer"]; added: boolean }>(
          "addCustomerChannel",
          given,
        );
        assert.deepEqual(
          data.customer.channels?.map(({ address }) => address),
          [EMAIL, "+38512345678"],
        );
        return `customer ${id}, found by ${found_by}, has a phone number and kept the rest`;
      },
    },
    {
      what: "Task: set ticket fields",
      run: async () => {
        const fields = [{ key: "Order value", value: "120" }];
        const { data } = await action<Schemas["TicketFieldValue"][]>("setTicketFields", {
          id: ticketId(),
          fields,
        });
        const set = data.find(({ field }) => field?.id === FIELD_IDS.number);
        assert.equal(set?.value, 120);
        return `${set?.field?.label} is ${set?.value}, a number`;
      },
    },
    {
      what: "Task: add internal note",
      run: async (sent) => {
        const given = { ticket_id: ticketId(), body_text: "Checked.", external_id: "check-1" };
        const first = await action<Schemas["TicketMessage"]>("addInternalNote", given);
        const second = await action<Schemas["TicketMessage"]>("addInternalNote", given);
        assert.equal(second.data.id, first.data.id);
        assert.equal(sent().filter(({ method }) => method === "POST").length, 1);
        return `message ${first.data.id}, run twice and written once`;
      },
    },
    {
      what: "Task: assign, snooze, close, reopen",
      run: async () => {
        const id = ticketId();
        const states: unknown[] = [];
        for (const [key, inputs] of [
          ["assignTicket", { user: "anna@sandbox.example" }],
          ["snoozeTicket", { until: "24" }],
          ["closeTicket", {}],
          ["reopenTicket", {}],
        ] as const) {
          const { data } = await action<Schemas["Ticket"]>(key, { id, ...inputs });
          states.push([data.status, data.snooze_datetime !== null, data.assignee_user?.email]);
        }
        const anna = "anna@sandbox.example";
        assert.deepEqual(states, [
          ["open", false, anna],
          ["closed", true, anna],
          ["closed", false, anna],
          ["open", false, anna],
        ]);
        return "Anna has it; asleep, closed and open again";
      },
    },
    {
      what: "Task: import ticket",
      run: async (sent) => {
        const messages = [
          { from_agent: false, body_text: "Hello?", sent_datetime: "2024-03-01T09:00:00" },
          { from_agent: true, body_text: "Hello.", sent_datetime: "2024-03-01T09:05:00" },
        ];
        const given = { external_id: IMPORT_ID, customer_email: EMAIL, messages };
        const { data } = await action<Opened>("importTicket", given);
        const again = await action<Opened>("importTicket", given);
        assert.deepEqual([data.created, again.data.created], [true, false]);
        assert.equal(again.data.ticket.id, data.ticket.id);
        const times = data.ticket.messages.map(({ sent_datetime }) => sent_datetime);
        assert.ok(times.every(Boolean), "A message is to be sent.");
        assert.equal(sent().filter(({ method }) => method === "POST").length, 1);
        return `ticket ${data.ticket.id}, run twice and written once; nobody is mailed`;
      },
    },
    {
      what: "Task: import what would be mailed",
      run: async (sent) => {
        const said = await refusal(
          action("importTicket", {
            external_id: `${IMPORT_ID}-2`,
            customer_email: EMAIL,
            messages: [{ from_agent: true, body_text: "Hello." }],
          }),
          { name: "InputError", says: /sent_datetime/ },
        );
        assert.equal(sent().length, 0, "It was asked for.");
        return said;
      },
    },
    {
      what: "Task: list customer tickets",
      run: async () => {
        const { data } = await action<{ data: Schemas["TicketCompact"][] }>("listCustomerTickets", {
          customer_email: EMAIL,
          status: "open",
        });
        assert.deepEqual(
          data.data.map(({ id }) => id),
          [ticketId()],
        );
        return "the open one of two";
      },
    },
    {
      what: "Task: apply macro",
      run: async () => {
        const [macro_id] = sandbox.state.macros.keys();
        const given = { macro_id, ticket_ids: [ticketId()], ...SOON };
        const { data } = await action<JobResult>("applyMacro", given);
        job = data.job;
        assert.equal(data.status, "done");
        return `job ${data.job.id} is ${data.status}`;
      },
    },
    {
      what: "Task: wait for job",
      run: async () => {
        const { id } = need(job, "job");
        const { data } = await action<JobResult>("waitForJob", { id, ...SOON });
        assert.equal(data.status, "done");
        return `job ${id} is ${data.status}`;
      },
    },
    {
      what: "Task: delete tickets",
      run: async () => {
        const ticket_ids = [ticketId()];
        const { data } = await action<{ deleted_ids: number[]; remaining_ids: number[] }>(
          "deleteTickets",
          { ticket_ids, ...SOON },
        );
        assert.deepEqual([data.deleted_ids, data.remaining_ids], [ticket_ids, []]);
        return `ticket ${ticket_ids[0]} is gone`;
      },
    },
    {
      what: "Task: erase customer",
      run: async () => {
        const { id } = await find();
        const given = { customer_id: id, ...SOON };
        await refusal(action("eraseCustomer", { ...given, confirmation: "x@example.org" }), {
          name: "InputError",
          says: /Confirmation/,
        });
        const { data } = await action<{ deleted_tickets: number }>("eraseCustomer", {
          ...given,
          confirmation: EMAIL,
        });
        assert.equal(await find(), null);
        return `customer ${id} and ${data.deleted_tickets} ticket, once the email was confirmed`;
      },
    },
  ];
}
