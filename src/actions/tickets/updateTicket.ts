import { gorgiasAction } from "../../action";
import type { Ticket } from "../../contract/types";
import { path } from "../../http/path";
import { fieldsOf } from "../../inputs/field";
import { changes, clearFields, connection, debugRequest } from "../../inputs/shared";
import { updateTicketExample } from "./examples";
import { ticketFields, ticketId, withAssignee } from "./inputs";

const field = fieldsOf("update-ticket");
const ticket = ticketFields("update-ticket");

export const updateTicket = gorgiasAction({
  operation: "update-ticket",
  display: { label: "Update Ticket", description: "Update a ticket." },
  reads: false,
  inputs: {
    assignee_team: ticket.assignee_team,
    assignee_user: ticket.assignee_user,
    assignee_user_id: ticket.assignee_user_id,
    closed_datetime: ticket.closed_datetime,
    connection,
    customer: ticket.customer,
    debugRequest,
    external_id: ticket.external_id,
    from_agent: ticket.from_agent,
    id: ticketId("update-ticket"),
    is_unread: field("is_unread", {
      label: "Is Unread",
      comments: "Whether the ticket is unread for you.",
      example: "true",
    }),
    language: ticket.language,
    last_message_datetime: ticket.last_message_datetime,
    last_received_message_datetime: ticket.last_received_message_datetime,
    meta: ticket.meta,
    opened_datetime: ticket.opened_datetime,
    snooze_datetime: ticket.snooze_datetime,
    spam: ticket.spam,
    status: field("status", {
      label: "Status",
      comments: "The status of the ticket.",
      example: "open",
    }),
    tags: ticket.tags,
    trashed_datetime: ticket.trashed_datetime,
    updated_datetime: ticket.updated_datetime,
    via: ticket.via,
    channel: ticket.channel,
    subject: field("subject", {
      label: "Subject",
      comments: "The subject of the ticket.",
      example: "Can I get a refund?",
    }),
    priority: ticket.priority,
    custom_fields: ticket.custom_fields,
    clear_fields: clearFields("update-ticket", "snooze_datetime"),
  },
  perform: async (client, { id, clear_fields, ...inputs }) => ({
    data: await client.put<Ticket>(
      path`/tickets/${id}`,
      changes(withAssignee(inputs), clear_fields),
    ),
  }),
  examplePayload: updateTicketExample,
});
