import { gorgiasAction } from "../../action";
import type { Ticket } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { messages } from "../../inputs/messageParts";
import { connection, debugRequest } from "../../inputs/shared";
import { createTicketExample } from "./examples";
import { ticketFields, withAssignee } from "./inputs";

const field = fieldsOf("create-ticket");
const ticket = ticketFields("create-ticket");

export const createTicket = gorgiasAction({
  operation: "create-ticket",
  display: { label: "Create Ticket", description: "Create a new ticket." },
  reads: false,
  inputs: {
    assignee_team: ticket.assignee_team,
    assignee_user: ticket.assignee_user,
    assignee_user_id: ticket.assignee_user_id,
    closed_datetime: ticket.closed_datetime,
    connection,
    created_datetime: field("created_datetime", {
      label: "Created Datetime",
      comments: "When the ticket was created.",
      example: "2020-01-27T10:42:21.468912",
    }),
    customer: ticket.customer,
    debugRequest,
    external_id: ticket.external_id,
    from_agent: ticket.from_agent,
    language: ticket.language,
    last_message_datetime: ticket.last_message_datetime,
    last_received_message_datetime: ticket.last_received_message_datetime,
    messages: field(
      "messages",
      { label: "Messages", comments: "Messages of the ticket.", required: true },
      messages,
    ),
    meta: ticket.meta,
    opened_datetime: ticket.opened_datetime,
    snooze_datetime: ticket.snooze_datetime,
    spam: ticket.spam,
    status: field("status", {
      label: "Status",
      comments: "The status of the ticket.",
      example: "open",
      default: "open",
    }),
    subject: field("subject", {
      label: "Subject",
      comments: "The subject of the ticket.",
      example: "Can I get a refund?",
    }),
    tags: ticket.tags,
    trashed_datetime: ticket.trashed_datetime,
    updated_datetime: ticket.updated_datetime,
    via: ticket.via,
    channel: ticket.channel,
    priority: ticket.priority,
    custom_fields: ticket.custom_fields,
  },
  perform: async (client, inputs) => ({
    data: await client.post<Ticket>(path`/tickets`, withAssignee(inputs), {
      creates: {
        what: "ticket",
        advice: "look with List Tickets (External ID, or newest first) before you run this again",
      },
    }),
  }),
  examplePayload: createTicketExample,
});
