import type { Schemas } from "../../contract/types";
import type { FoundOrCreated } from "./customers/findOrCreate";
import type { FoundBy } from "./customers/lookUpCustomer";
import type { DeliveryStatus } from "./messages/delivery";

const QUESTION_AT = "2025-02-07T09:55:18.064317+00:00";
const ANSWER_AT = "2025-02-07T10:12:40.518204+00:00";

const person = {
  id: 3924,
  email: "john@example.com",
  name: "John Smith",
  firstname: "John",
  lastname: "Smith",
  meta: {},
};

const agent = {
  id: 567,
  email: "anna@example.com",
  name: "Anna Jones",
  firstname: "Anna",
  lastname: "Jones",
  meta: {},
};

const johns = { name: "John Smith", address: "john@example.com" };
const supports = { name: "Support", address: "support@example.com" };

const question: Schemas["TicketMessage"] = {
  id: 891204411,
  uri: "/api/tickets/353768814/messages/891204411/",
  message_id: null,
  ticket_id: 353768814,
  external_id: null,
  public: true,
  channel: "email",
  via: "email",
  source: { type: "email", from: johns, to: [supports], cc: [], bcc: [] },
  sender: person,
  integration_id: 21,
  rule_id: null,
  from_agent: false,
  receiver: null,
  subject: "Where is my order?",
  body_text: "Hello, where is my order?",
  body_html: "<p>Hello, where is my order?</p>",
  stripped_text: "Hello, where is my order?",
  stripped_html: "<p>Hello, where is my order?</p>",
  attachments: null,
  created_datetime: QUESTION_AT,
  sent_datetime: QUESTION_AT,
  failed_datetime: null,
  last_sending_error: null,
};

const reply: Schemas["TicketMessage"] = {
  ...question,
  id: 891207733,
  uri: "/api/tickets/353768814/messages/891207733/",
  via: "api",
  source: { type: "email", from: supports, to: [johns], cc: [], bcc: [] },
  sender: agent,
  integration_id: null,
  from_agent: true,
  receiver: person,
  subject: "Re: Where is my order?",
  body_text: "Hello John, your parcel left our warehouse this morning.",
  body_html: "<p>Hello John, your parcel left our warehouse this morning.</p>",
  stripped_text: "Hello John, your parcel left our warehouse this morning.",
  stripped_html: "<p>Hello John, your parcel left our warehouse this morning.</p>",
  created_datetime: ANSWER_AT,
  sent_datetime: null,
};

const note: Schemas["TicketMessage"] = {
  ...reply,
  public: false,
  channel: "internal-note",
  source: { type: "internal-note" },
  receiver: null,
  subject: null,
  body_text: "The carrier lost the first parcel.",
  body_html: "<p>The carrier lost the first parcel.</p>",
  stripped_text: "The carrier lost the first parcel.",
  stripped_html: "<p>The carrier lost the first parcel.</p>",
};

/** What a ticket in a list and a whole one have in common. */
const ticketCore = {
  id: 353768814,
  uri: "/api/tickets/353768814/",
  external_id: null,
  language: "en",
  status: "open",
  priority: "normal",
  channel: "email",
  via: "email",
  from_agent: false,
  customer: person,
  assignee_user: null,
  assignee_team: null,
  subject: "Where is my order?",
  meta: null,
  tags: [],
  is_unread: true,
  spam: false,
  created_datetime: QUESTION_AT,
  opened_datetime: null,
  last_received_message_datetime: QUESTION_AT,
  last_message_datetime: QUESTION_AT,
  updated_datetime: ANSWER_AT,
  closed_datetime: null,
  snooze_datetime: null,
  trashed_datetime: null,
} satisfies Partial<Schemas["Ticket"] & Schemas["TicketCompact"]>;

const ticket: Schemas["Ticket"] = {
  ...ticketCore,
  messages: [question],
  satisfaction_survey: null,
  reply_options: { email: { answerable: true }, "internal-note": { answerable: true } },
};

const listedTicket: Schemas["TicketCompact"] = {
  ...ticketCore,
  excerpt: "Hello, where is my order?",
  integrations: [{ name: "Support", address: "support@example.com", type: "email" }],
  messages_count: 1,
};

const customer: Schemas["Customer"] = {
  id: 3924,
  external_id: "customer-84203241",
  active: true,
  email: "john@example.com",
  name: "John Smith",
  firstname: "John",
  lastname: "Smith",
  language: "en",
  timezone: "America/New_York",
  created_datetime: QUESTION_AT,
  updated_datetime: QUESTION_AT,
  note: null,
  channels: [
    { id: 81204, type: "email", address: "john@example.com", preferred: true },
    { id: 81205, type: "phone", address: "+14155550123", preferred: true },
  ],
};

const status: DeliveryStatus = "sent";

export const replyExample = { data: reply };
export const noteExample = { data: note };
const foundBy: FoundBy = "email";

export const findCustomerExample = { data: { ...customer, found_by: foundBy } };
export const findOrCreateCustomerExample: { data: FoundOrCreated } = {
  data: { customer, created: false, found_by: foundBy },
};
export const searchTicketsExample = { data: { data: [listedTicket], reached_maximum: false } };
export const closeTicketExample = {
  data: { ...ticket, status: "closed" as const, closed_datetime: ANSWER_AT },
};
export const reopenTicketExample = { data: ticket };
export const snoozeTicketExample = {
  data: { ...ticket, snooze_datetime: "2025-02-08T10:12:40.000000+00:00" },
};
export const assignTicketExample: { data: Schemas["Ticket"] } = {
  data: { ...ticket, assignee_user: agent, assignee_team: { id: 12, name: "Escalations" } },
};
export const waitForMessageDeliveryExample = {
  data: {
    status,
    message: { ...reply, sent_datetime: "2025-02-07T10:12:43.902118+00:00" },
    last_sending_error: null,
  },
};
export const listCustomerTicketsExample = searchTicketsExample;
export const addCustomerChannelExample = { data: { customer, added: true } };
export const eraseCustomerExample = { data: { customer_id: 3924, deleted_tickets: 3 } };
export const openTicketExample = { data: { ticket, created: true } };
export const importTicketExample = { data: { ticket, created: true } };
