import { messages } from "../../inputs/messageParts";
import { operationAction } from "../../operationAction";
import { warnOfMail } from "../messages/accidentalMail";
import { createTicketExample } from "./examples";
import { assigneeOf, ticketFields } from "./inputs";

export const createTicket = operationAction("POST /tickets", {
  display: { label: "Create Ticket", description: "Create a new ticket." },
  creates: { what: "ticket", lookWith: "List Tickets (External ID, or newest first)" },
  inputs: {
    assignee_team: ticketFields.assignee_team,
    assignee_user: ticketFields.assignee_user,
    assignee_user_id: ticketFields.assignee_user_id,
    closed_datetime: ticketFields.closed_datetime,
    created_datetime: {
      label: "Created Datetime",
      comments: "When the ticket was created.",
      example: "2020-01-27T10:42:21.468912",
      rare: true,
    },
    customer: ticketFields.customer,
    external_id: ticketFields.external_id,
    from_agent: ticketFields.from_agent,
    language: ticketFields.language,
    last_message_datetime: ticketFields.last_message_datetime,
    last_received_message_datetime: ticketFields.last_received_message_datetime,
    messages: {
      label: "Messages",
      comments: "Messages of the ticket.",
      example:
        '[{"channel": "email", "via": "email", "from_agent": false, "sender": {"email": "john@example.com"}, "source": {"type": "email", "from": {"address": "john@example.com"}, "to": [{"address": "support@example.com"}]}, "body_text": "Can I get a refund?"}]',
      required: true,
      as: messages,
    },
    meta: ticketFields.meta,
    opened_datetime: ticketFields.opened_datetime,
    snooze_datetime: ticketFields.snooze_datetime,
    spam: ticketFields.spam,
    status: {
      label: "Status",
      comments: "The status of the ticket.",
      example: "open",
      default: "open",
    },
    subject: {
      label: "Subject",
      comments: "The subject of the ticket.",
      example: "Can I get a refund?",
    },
    tags: ticketFields.tags,
    trashed_datetime: ticketFields.trashed_datetime,
    updated_datetime: ticketFields.updated_datetime,
    via: ticketFields.via,
    channel: ticketFields.channel,
    priority: ticketFields.priority,
    custom_fields: ticketFields.custom_fields,
    split_from: {
      label: "Split From",
      comments: "ID of the ticket that this one is split from.",
      example: "1234567890",
      dataSource: "selectTicket",
      rare: true,
    },
    imported: {
      label: "Imported",
      comments:
        "Whether the ticket is marked as imported. This mark alone does not keep Gorgias from sending its messages: those of your company need a sent_datetime for that.",
      example: "false",
      rare: true,
    },
  },
  examplePayload: createTicketExample,
  prepare: (given, client) => {
    for (const message of given.messages) {
      const { created_datetime = given.created_datetime } = message;
      warnOfMail(client.logger, "Create Ticket", { ...message, created_datetime });
    }
    return assigneeOf(given);
  },
});
