import { operationAction } from "../../operationAction";
import { updateTicketExample } from "./examples";
import { assigneeOf, ticketFields, ticketId } from "./inputs";

export const updateTicket = operationAction("PUT /tickets/{id}", {
  display: {
    important: true,
    label: "Update Ticket",
    description: "Update a ticket.",
  },
  inputs: {
    assignee_team: ticketFields.assignee_team,
    assignee_user: ticketFields.assignee_user,
    assignee_user_id: ticketFields.assignee_user_id,
    closed_datetime: ticketFields.closed_datetime,
    customer: ticketFields.customer,
    external_id: ticketFields.external_id,
    from_agent: ticketFields.from_agent,
    id: ticketId,
    is_unread: {
      label: "Is Unread",
      comments: "Whether the ticket is unread for you.",
      example: "true",
    },
    language: ticketFields.language,
    last_message_datetime: ticketFields.last_message_datetime,
    last_received_message_datetime: ticketFields.last_received_message_datetime,
    meta: ticketFields.meta,
    opened_datetime: ticketFields.opened_datetime,
    snooze_datetime: ticketFields.snooze_datetime,
    spam: ticketFields.spam,
    status: {
      label: "Status",
      comments: "The status of the ticket.",
      example: "open",
    },
    tags: ticketFields.tags,
    trashed_datetime: ticketFields.trashed_datetime,
    updated_datetime: ticketFields.updated_datetime,
    via: ticketFields.via,
    channel: ticketFields.channel,
    subject: {
      label: "Subject",
      comments: "The subject of the ticket.",
      example: "Can I get a refund?",
    },
    priority: ticketFields.priority,
    custom_fields: {
      ...ticketFields.custom_fields,
      comments: `${ticketFields.custom_fields.comments} They replace the values of all custom fields.`,
    },
  },
  clearFields: "snooze_datetime",
  examplePayload: updateTicketExample,
  prepare: assigneeOf,
});
