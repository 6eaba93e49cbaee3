import type { TriggerPayload } from "@prismatic-io/spectral";
import type { Schemas } from "../contract/types";
import type { ChangeItem } from "./changes/poll";
import type { ChangedRecords } from "./changes/records";
import type { EventData, Ignored } from "./webhook/call";

/** The payload of every trigger, without its data. */
const basePayload: Omit<TriggerPayload, "body" | "paginationState"> = {
  headers: {},
  queryParameters: {},
  rawBody: { data: null },
  pathFragment: "",
  webhookUrls: { "Flow 1": "https://hooks.example.com/trigger/EXAMPLE" },
  webhookApiKeys: { "Flow 1": [] },
  invokeUrl: "https://hooks.example.com/trigger/EXAMPLE",
  executionId: "executionId",
  customer: { id: "customerId", name: "Customer 1", externalId: "1234" },
  instance: { id: "instanceId", name: "Instance 1" },
  user: { id: "userId", email: "user@example.com", name: "User 1", externalId: "1234" },
  integration: {
    id: "integrationId",
    name: "Integration 1",
    versionSequenceId: "1234",
    externalVersion: "1.0.0",
  },
  flow: { id: "flowId", name: "Flow 1", stableId: "flowStableId" },
  startedAt: "2026-06-18T10:42:21.468912+00:00",
  globalDebug: false,
};

const ticket: Schemas["TicketCompact"] = {
  id: 1234,
  uri: "/api/tickets/1234/",
  external_id: "RETURN#4213",
  language: "en",
  status: "open",
  priority: "normal",
  channel: "email",
  via: "email",
  from_agent: false,
  customer: {
    id: 3924,
    email: "john@example.com",
    name: "John Smith",
    firstname: "John",
    lastname: "Smith",
    meta: null,
  },
  assignee_user: null,
  assignee_team: null,
  subject: "Can I get a refund?",
  excerpt: "Hello, can I get a refund for my last order?",
  integrations: [],
  meta: null,
  tags: [{ id: 1, name: "refund", decoration: { color: "#FF5733" }, uri: "/api/tags/1/" }],
  messages_count: 1,
  is_unread: true,
  spam: false,
  created_datetime: "2026-06-18T10:41:58.064317+00:00",
  opened_datetime: null,
  last_received_message_datetime: "2026-06-18T10:41:58.064317+00:00",
  last_message_datetime: "2026-06-18T10:41:58.064317+00:00",
  updated_datetime: "2026-06-18T10:42:03.318112+00:00",
  closed_datetime: null,
  snooze_datetime: null,
  trashed_datetime: null,
};

export const changedTicketsExample = {
  payload: payloadOf<ChangedRecords>({ created: [{ ...ticket }], updated: [] }),
  polledNoChanges: false,
};

export const syncedTicketsExample = {
  payload: payloadOf<ChangeItem[]>([{ change: "created", record: { ...ticket } }]),
};

/** A message event: what most flows run for. */
export const messageEventExample = {
  payload: payloadOf<EventData | Ignored>({
    event: "ticket-message-created",
    ticket: {
      id: ticket.id,
      subject: ticket.subject,
      status: ticket.status,
      channel: ticket.channel,
      via: ticket.via,
      tags: ticket.tags,
      assignee_user: { id: 8, email: "agent@example.com", name: "Alice Agent" },
      customer: { id: 3924, email: "john@example.com", name: "John Smith" },
    },
    message: {
      id: 5678,
      ticket_id: ticket.id,
      channel: "email",
      via: "email",
      from_agent: false,
      public: true,
      sender: { id: 3924, email: "john@example.com", name: "John Smith" },
      subject: ticket.subject,
      body_text: "Hello, can I get a refund for my last order?",
      body_html: "<p>Hello, can I get a refund for my last order?</p>",
      created_datetime: "2026-06-18T10:42:03.318112+00:00",
    },
    customer: { id: 3924, email: "john@example.com", name: "John Smith" },
  }),
  branch: "Event",
};

/** A trigger's payload around what it delivers. */
function payloadOf<T>(data: T) {
  return {
    ...basePayload,
    body: { data, contentType: "application/json" },
  };
}
