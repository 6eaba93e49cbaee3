/** What `npm start` does with a real account: it reads, and changes nothing. */
import assert from "node:assert/strict";
import type { Connection } from "@prismatic-io/spectral";
import type { Schemas } from "../../src/contract/types";
import { type ListEnvelope, recordsOf } from "../../src/lists";
import { runnerFor } from "../component";
import { need, refusal, type Step } from "./steps";

const PAGE = "5";
const NOTHING = "nothing to read: the account has none";

export function readingJourney(connection: Connection): Step[] {
  const { action, dataSource } = runnerFor(connection);
  const list = async <T>(key: string, inputs: Record<string, unknown> = {}) => {
    const { data } = await action<ListEnvelope<T>>(key, { limit: PAGE, ...inputs });
    assert.ok(Array.isArray(data.data), "The answer holds no list.");
    assert.ok(data.data.length <= Number(PAGE), `${data.data.length} records came, not ${PAGE}.`);
    return data;
  };
  let tickets: Schemas["TicketCompact"][] | undefined;
  let customers: Schemas["CustomerListItem"][] | undefined;
  let messages: Schemas["TicketMessage"][] | undefined;
  let events: Schemas["Event"][] | undefined;

  const picker = (key: string, inputs: Record<string, unknown> = {}): Step => ({
    what: `Picker: ${key}`,
    run: async () => {
      const elements = await dataSource(key, inputs);
      assert.ok(elements.length <= 1_000, `${elements.length} elements are no picker.`);
      assert.equal(new Set(elements.map(({ label }) => label)).size, elements.length);
      return `${elements.length} elements, each label once`;
    },
  });

  return [
    {
      what: "Get Account",
      run: async (sent) => {
        const { data } = await action<Schemas["Account"]>("getAccount");
        assert.ok(data.domain, "The account has no domain.");
        return `${data.domain}; bucket ${sent().at(-1)?.callLimit ?? "not told of"}`;
      },
    },
    {
      what: "List Tickets, two pages",
      run: async () => {
        const first = await list<Schemas["TicketCompact"]>("listTickets", {
          order_by: "created_datetime:desc",
        });
        tickets = first.data;
        const cursor = first.meta.next_cursor;
        if (!cursor) {
          return `${first.data.length} tickets on the only page`;
        }
        const second = await list<Schemas["TicketCompact"]>("listTickets", {
          order_by: "created_datetime:desc",
          cursor,
        });
        const ids = [...first.data, ...second.data].map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length, "The pages overlap.");
        return `${first.data.length} and ${second.data.length} tickets, each once`;
      },
    },
    {
      what: "Get Ticket",
      run: async () => {
        const [ticket] = need(tickets, "list of tickets");
        if (!ticket) {
          return NOTHING;
        }
        const { data } = await action<Schemas["Ticket"]>("getTicket", {
          id: ticket.id,
          relationships: "custom_fields",
        });
        assert.equal(data.id, ticket.id);
        return `ticket ${data.id}, ${data.messages.length} messages`;
      },
    },
    {
      what: "List Ticket Custom Fields",
      run: async () => {
        const [ticket] = need(tickets, "list of tickets");
        if (!ticket) {
          return NOTHING;
        }
        const { data } = await action<Schemas["TicketFieldValue"][]>("listTicketCustomFields", {
          ticket_id: ticket.id,
        });
        assert.ok(Array.isArray(data), "The answer is no list.");
        return `${data.length} values`;
      },
    },
    {
      what: "List Messages of the ticket",
      run: async () => {
        const [ticket] = need(tickets, "list of tickets");
        if (!ticket) {
          return NOTHING;
        }
        const { data } = await list<Schemas["TicketMessage"]>("listMessages", {
          ticket_id: ticket.id,
        });
        messages = data;
        assert.ok(data.every(({ ticket_id }) => ticket_id === ticket.id));
        return `${data.length} messages of ticket ${ticket.id}`;
      },
    },
    {
      what: "Get Ticket Message",
      run: async () => {
        const [message] = need(messages, "list of messages");
        if (!message) {
          return NOTHING;
        }
        const { data } = await action<Schemas["TicketMessage"]>("getTicketMessage", {
          ticket_id: message.ticket_id,
          id: message.id,
        });
        assert.equal(data.id, message.id);
        return `message ${data.id} on ${data.channel}`;
      },
    },
    {
      what: "List Customers",
      run: async () => {
        const { data } = await list<Schemas["CustomerListItem"]>("listCustomers");
        customers = data;
        return `${data.length} customers`;
      },
    },
    {
      what: "Get Customer",
      run: async () => {
        const [customer] = need(customers, "list of customers");
        if (!customer) {
          return NOTHING;
        }
        const { data } = await action<Schemas["Customer"]>("getCustomer", { id: customer.id });
        assert.equal(data.id, customer.id);
        return `customer ${data.id}, ${data.channels.length} channels`;
      },
    },
    {
      what: "Search",
      run: async () => {
        const customer = need(customers, "list of customers").find(({ email }) => email);
        if (!customer) {
          return "nothing to search for: no customer has an email";
        }
        const { data } = await action<Schemas["SearchResponse"]>("search", {
          type: "customer",
          query: customer.email,
          size: PAGE,
        });
        const form = Array.isArray(data) ? "a bare array" : "an envelope";
        return `${recordsOf(data).length} found, in ${form}`;
      },
    },
    {
      what: "List Events",
      run: async () => {
        const { data } = await list<Schemas["Event"]>("listEvents");
        events = data;
        return `${data.length} events`;
      },
    },
    {
      what: "Get Event",
      run: async () => {
        const [event] = need(events, "list of events");
        if (!event) {
          return NOTHING;
        }
        const { data } = await action<Schemas["Event"]>("getEvent", { id: event.id });
        assert.equal(data.id, event.id);
        return `event ${data.id}, ${data.type}`;
      },
    },
    {
      what: "Raw Request",
      run: async () => {
        const { data } = await action<ListEnvelope<unknown>>("rawRequest", {
          method: "GET",
          url: "/customers",
          queryParams: [{ key: "limit", value: PAGE }],
        });
        return `${recordsOf(data).length} customers`;
      },
    },
    picker("selectTicket"),
    picker("selectCustomer"),
    picker("selectEvent"),
    {
      what: "Picker: selectMessage",
      run: async (sent) => {
        const [ticket] = need(tickets, "list of tickets");
        return ticket ? picker("selectMessage", { ticket_id: ticket.id }).run(sent) : NOTHING;
      },
    },
    {
      what: "A refused input",
      run: async (sent) => {
        const said = await refusal(action("listTickets", { limit: "500" }), {
          name: "InputError",
          says: /Limit.*100/,
        });
        assert.equal(sent().length, 0, "It was sent all the same.");
        return said;
      },
    },
    {
      what: "A ticket that is not there",
      run: () =>
        refusal(action("getTicket", { id: "999999999999" }), {
          name: "GorgiasError",
          says: /404/,
        }),
    },
  ];
}
